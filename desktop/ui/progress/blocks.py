"""Stretches of training laid over each other: this block beside the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.progress import Measure, Series, Subject
from desktop.ui.context import Context
from desktop.ui.progress.blocks_cards import BlocksCard, FiguresCard, row_of
from desktop.ui.progress.blocks_chart import BlockChart
from desktop.ui.progress.blocks_model import (
    USUAL,
    BlockPoint,
    figures_of,
    points_in,
    preset_block,
    read,
    renewed,
    written,
)
from desktop.ui.progress.blocks_subject import SubjectChooser
from desktop.ui.progress.exports import blocks_table
from desktop.ui.progress.kept import STRENGTH, Kept, read_subjects, written_subjects
from desktop.ui.progress.strength_data import measures_of
from desktop.ui.progress.tabs import Tab, fill_tab
from desktop.ui.sizes import scaled
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.chart_export import add_export
from desktop.ui.widgets.measures import (
    axis_text,
    is_sum,
    length_of,
    note_of,
    scale_of,
    ticks_of,
    title_of,
    value_text,
)
from desktop.ui.widgets.texts import day_text


@dataclass(frozen=True, slots=True)
class _Found:
    """subject: None where nothing was ever done. series: of the measure and of the sets."""

    used: Sequence[UUID]
    subject: Subject | None
    series: tuple[Series, Series] | None


class BlocksTab(Tab):
    """What is compared, the blocks, their lines and their figures.

    The blocks, and what they are compared in, are kept for each profile in the
    window's settings.
    """

    title = "Blocks"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._series: tuple[Series, Series] | None = None
        self._points: list[tuple[BlockPoint, ...]] = []
        self._has_read = False
        self.subject = SubjectChooser(context)
        self._kept_subject = Kept(self, context, "progressBlocksSubject")
        self._kept_blocks = Kept(self, context, "progressBlocks")
        self._has_recalled = False
        self.subject.changed.connect(self._on_subject)
        self.blocks = BlocksCard()
        self.blocks.changed.connect(self._on_blocks)
        self.card = Card("e1RM")
        self.chart = BlockChart("Blocks from week 0")
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        scaled(self.chart.setMinimumHeight, 170)
        self.chart.point_chosen.connect(self._open)
        self.chart.dashed.connect(self.blocks.set_dashed)
        self.nothing = muted_label(wraps=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.figures = FiguresCard()
        self._lay_out()
        add_export(
            self.card,
            context,
            (self.chart,),
            lambda: blocks_table(self.blocks.blocks, self._points, self._series, context),
        )

    def reload(self) -> None:
        self._recall()
        self._ask()

    def show_range(self, first: date | None, last: date | None) -> None:
        self.blocks.range = (first, last)
        # where nothing was chosen here, what is charted on Strength is compared
        if self._has_recalled and not self._kept_subject.choices:
            charted = self._charted()
            if charted and charted[0] != self.subject.subject:
                self.subject.subject = charted[0]
                self._ask()

    def open_item(self, item: object) -> None:
        """Compare an exercise."""
        if isinstance(item, UUID):
            self.subject.choose(Subject(item))

    def take_focus(self) -> None:
        self.subject.chooser.start_search()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.nothing)
        self.card.body.addWidget(self._stack, 1)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self.subject)
        column.addWidget(self.blocks)
        column.addWidget(self.card, 1)
        column.addWidget(self.figures)
        fill_tab(self, column)

    # what is asked for
    def _ask(self) -> None:
        services, user_id = self.context.services, self.context.user.id
        exercises = self.context.exercises
        chosen = self.subject
        subject, wanted, reps = chosen.subject, chosen.wanted, chosen.reps.value()

        def work() -> _Found:
            used = services.progress.used(user_id)
            shown = subject or (Subject(used[0]) if used else None)
            if shown is None:
                return _Found(used, None, None)
            offered = measures_of(shown, exercises)
            measure = wanted if wanted in offered else offered[0]
            series = services.progress.series(user_id, shown, measure, reps=reps)
            sets = services.progress.series(user_id, shown, Measure.SETS)
            return _Found(used, shown, (series, sets))

        self.reads.read(work, self._show)

    # what is shown
    def _show(self, found: _Found) -> None:
        self.blocks.end = end = self.log_ends or self.context.today()
        if not self._has_read:
            self._has_read = True
            self.blocks.show_blocks([preset_block(one, end) for one in USUAL])
        self.blocks.show_blocks(renewed(self.blocks.blocks, end))
        self._series = found.series
        if found.subject is not None and found.series is not None:
            self.subject.offer(found.used, found.subject, found.series[0].measure)
        self._draw()
        self.loaded.emit()

    def _draw(self) -> None:
        blocks = self.blocks.blocks
        if self._series is None:
            return
        (series, sets), unit = self._series, self.context.preferences.unit
        measure = series.measure
        length = length_of([series.subject], self.context.exercises, unit)
        self._points = [points_in(one, series.points, measure) for one in blocks]
        self.card.heading.setText(title_of(measure, series.reps))
        per = "a week" if is_sum(measure) else ""
        note = " ".join(text for text in (note_of(measure, unit), per) if text)
        self.card.note.setText(
            ", ".join(text for text in (note, "by weeks from the start") if text)
        )
        self.chart.setAccessibleName(f"{title_of(measure, series.reps)} by weeks from the start")
        self.chart.set_blocks(
            self._points,
            self._tell,
            lambda value: axis_text(measure, value, unit, length),
            scale_of(measure, unit, length),
            max((one.days for one in blocks), default=1),
            by_week=is_sum(measure),
            ticks=ticks_of(measure, unit),
        )
        has_points = any(self._points)
        self._stack.setCurrentIndex(0 if has_points else 1)
        self.nothing.setText(
            "Nothing was noted in these blocks. Choose other dates or another exercise."
            if blocks
            else "Add a block above to draw it here."
        )
        self.figures.setVisible(bool(blocks))
        self.figures.show_rows(
            [
                row_of(place, one, figures_of(one, points, measure, sets.points), measure, unit)
                for place, (one, points) in enumerate(zip(blocks, self._points, strict=True))
            ]
        )

    def _tell(self, line: int, at: int) -> tuple[str, str]:
        assert self._series is not None
        point, measure = self._points[line][at], self._series[0].measure
        start = "from " if is_sum(measure) else ""
        title = f"Week {int(point.offset // 7)}, {start}{day_text(point.day)}"
        lines = [
            self.blocks.blocks[line].name,
            value_text(measure, point.value, self.context.preferences.unit),
        ]
        if point.is_record:
            lines.append("Record")
        if point.is_outlier:
            lines.append("To check: in no figure until you say it is right")
        return title, "\n".join(lines)

    def _open(self, place: int) -> None:
        line, at = self.chart.places.at(place)
        if (session_id := self._points[line][at].session_id) is not None:
            self.wanted_in_log.emit(session_id)

    # what is kept
    def _on_blocks(self) -> None:
        self._kept_blocks.keep(written(self.blocks.blocks))
        self._draw()

    def _on_subject(self) -> None:
        self._recall()
        self._kept_subject.keep_choices(self.subject.choices)
        self._ask()

    def _charted(self) -> tuple[Subject, ...]:
        """What is charted on Strength, as far as that is known."""
        return read_subjects(Kept(self, self.context, STRENGTH).choices.get("subjects"))

    def _recall(self) -> None:
        if self._has_recalled:
            return
        self._has_recalled = True
        charted = {"subjects": written_subjects(self._charted()[:1])}
        self.subject.recall(self._kept_subject.choices or charted)
        if (kept := self._kept_blocks.text) is not None:
            self._has_read = True
            self.blocks.show_blocks(read(kept))
