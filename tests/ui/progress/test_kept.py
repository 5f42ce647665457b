"""What was chosen on the Progress page is there again after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from desktop.domain.muscles import MuscleGroup
from desktop.domain.progress import Grain, Measure, Subject
from desktop.ui.progress.blocks import BlocksTab
from desktop.ui.progress.calendar import CalendarTab
from desktop.ui.progress.kept import Kept, read_subjects, written_subjects
from desktop.ui.progress.muscles import MusclesTab
from desktop.ui.progress.page import ProgressPage
from desktop.ui.progress.strength import StrengthTab
from desktop.ui.progress.tabs import Tab
from tests.support import make_context, make_user
from tests.ui.pages import Log, open_log

BENCH, SQUAT, PULL = "Bench Press (Barbell)", "Squat (Barbell)", "Pull-Up"
T = TypeVar("T", bound=Tab)


def fill(log: Log) -> None:
    for week in range(8):
        day = date(2026, 9, 28) + timedelta(weeks=week)
        log.add(day, [(BENCH, [(100, 5)]), (SQUAT, [(140, 5)]), (PULL, [(0, 8)])])


@pytest.fixture
def log(tmp_path: Path, qapp: object) -> Iterator[Log]:
    with open_log(tmp_path, fill=fill) as opened:
        yield opened


class Program:
    """Starts the page again and again over the same settings."""

    def __init__(self, qtbot: QtBot, log: Log, file: Path) -> None:
        self.qtbot, self.log, self.file = qtbot, log, str(file)

    def start(self) -> ProgressPage:
        page = ProgressPage(self.log.context)
        QSettings(self.file, QSettings.Format.IniFormat, page)
        self.qtbot.addWidget(page)
        page.resize(1200, 800)
        with self.qtbot.waitSignal(page.loaded):
            page.show()
        self.rest(page)
        return page

    def go(self, page: ProgressPage, kind: type[T]) -> T:
        if page.tab.title != kind.title:
            with self.qtbot.waitSignal(page.loaded):
                page.go(kind.title)
        self.rest(page)
        assert isinstance(page.tab, kind)
        return page.tab

    def rest(self, page: ProgressPage) -> None:
        tab = page.tab
        if isinstance(tab, StrengthTab):
            self.qtbot.waitUntil(lambda: not tab.listing.isActive())
        self.qtbot.waitUntil(lambda: not self.log.context.tasks.is_busy)


@pytest.fixture
def program(qtbot: QtBot, log: Log, tmp_path: Path) -> Program:
    return Program(qtbot, log, tmp_path / "window.ini")


def test_strength_is_as_it_was_left(program: Program) -> None:
    page = program.start()
    tab = program.go(page, StrengthTab)
    squat, legs = Subject(program.log.exercise(SQUAT)), Subject(group=MuscleGroup.LEGS)
    tab.line.show_subject(squat)
    tab.line.add(legs)
    tab.card.controls.choose(Measure.SETS)
    tab.card.controls.grains.setCurrentIndex(list(Grain).index(Grain.MONTH))
    tab.card.controls.grains.activated.emit(2)
    tab.card.controls.trend.setChecked(False)
    program.rest(page)
    again = program.go(program.start(), StrengthTab)
    assert again.line.subjects == (squat, legs)
    controls = again.card.controls
    assert (controls.measure, controls.grain) == (Measure.SETS, Grain.MONTH)
    assert not controls.trend.isChecked()
    assert again.card.drawn is not None
    assert again.card.drawn.wish.subjects == (squat, legs)
    assert again.card.drawn.wish.grain is Grain.MONTH


def test_reps_are_kept(program: Program) -> None:
    page = program.start()
    tab = program.go(page, StrengthTab)
    tab.line.show_subject(Subject(program.log.exercise(BENCH)))
    tab.card.controls.choose(Measure.BEST_AT_REPS)
    tab.card.controls.reps.setValue(3)
    program.rest(page)
    again = program.go(program.start(), StrengthTab)
    assert again.card.drawn is not None
    assert again.card.drawn.wish.measure is Measure.BEST_AT_REPS
    assert again.card.drawn.wish.reps == 3


def test_what_is_asked_for_goes_before_what_was_kept(program: Program) -> None:
    page = program.start()
    tab = program.go(page, StrengthTab)
    tab.line.show_subject(Subject(program.log.exercise(SQUAT)))
    tab.card.controls.choose(Measure.VOLUME)
    program.rest(page)
    fresh = ProgressPage(program.log.context)
    QSettings(program.file, QSettings.Format.IniFormat, fresh)
    program.qtbot.addWidget(fresh)
    with program.qtbot.waitSignal(fresh.loaded):
        fresh.show()
        fresh.open_item(program.log.exercise(BENCH))
    program.rest(fresh)
    assert isinstance(fresh.tab, StrengthTab)
    assert fresh.tab.line.subjects == (Subject(program.log.exercise(BENCH)),)
    assert fresh.tab.card.controls.measure is Measure.VOLUME, "the measure stays"


@pytest.mark.parametrize(
    "days", [(date(2026, 10, 5), date(2026, 11, 1)), (date(2026, 10, 5), None)]
)
def test_days_are_kept(program: Program, days: tuple[date, date | None]) -> None:
    page = program.start()
    page.ranges.pick(*days)
    program.rest(page)
    again = program.start()
    assert again.ranges.range == days
    assert again.ranges.chips.checkedId() == 5
    assert program.go(again, StrengthTab)._range == days


def test_a_range_is_kept(program: Program) -> None:
    page = program.start()
    page.ranges.chips.button(0).click()
    again = program.start()
    assert again.ranges.chips.checkedId() == 0
    again.ranges.chips.button(4).click()
    assert program.start().ranges.range == (None, None)


def test_muscles_and_calendar_are_as_they_were_left(program: Program) -> None:
    page = program.start()
    muscles = program.go(page, MusclesTab)
    muscles.weekly.chips.button(1).click()
    muscles.weekly.which.setCurrentIndex(muscles.weekly.which.findText("Legs"))
    muscles.weekly.which.activated.emit(1)
    calendar = program.go(page, CalendarTab)
    calendar.year.chips.button(1).click()
    again = program.start()
    assert program.go(again, CalendarTab).year.by_volume
    muscles = program.go(again, MusclesTab)
    assert muscles.weekly.by_muscle
    assert muscles.weekly.group is MuscleGroup.LEGS
    assert muscles.weekly.which.isVisible()


def test_blocks_are_compared_in_what_they_were(program: Program) -> None:
    page = program.start()
    tab = program.go(page, BlocksTab)
    with program.qtbot.waitSignal(tab.loaded):
        tab.open_item(program.log.exercise(SQUAT))
    tab.subject.measures.setCurrentIndex(tab.subject.measures.findText("Volume"))
    with program.qtbot.waitSignal(tab.loaded):
        tab.subject.measures.activated.emit(tab.subject.measures.currentIndex())
    again = program.go(program.start(), BlocksTab)
    assert again.subject.subject == Subject(program.log.exercise(SQUAT))
    assert again.subject.measure is Measure.VOLUME
    assert again.card.heading.text() == "Volume"


def test_each_profile_has_its_own(program: Program, qtbot: QtBot) -> None:
    page = program.start()
    page.ranges.chips.button(0).click()
    second = make_context(program.log.services, make_user(program.log.services, "Second"))
    other = ProgressPage(second)
    QSettings(program.file, QSettings.Format.IniFormat, other)
    qtbot.addWidget(other)
    with qtbot.waitSignal(other.loaded):
        other.show()
    assert other.ranges.chips.checkedId() == 2
    second.tasks.close()


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"subjects": 3, "measure": 1, "reps": "x"}'])
def test_what_cannot_be_read_is_nothing(program: Program, text: str) -> None:
    settings = QSettings(program.file, QSettings.Format.IniFormat)
    names = ("Strength", "Muscles", "Calendar", "BlocksSubject", "Range")
    for name in names:
        settings.setValue(f"progress{name}/{program.log.user.id}", text)
    settings.sync()
    page = program.start()
    assert page.ranges.chips.checkedId() == 2
    for kind in (StrengthTab, MusclesTab, CalendarTab, BlocksTab):
        program.go(page, kind)


def test_without_settings_nothing_is_kept(qtbot: QtBot, log: Log) -> None:
    page = ProgressPage(log.context)
    qtbot.addWidget(page)
    kept = Kept(page, log.context, "any")
    kept.keep("1")
    assert kept.text is None
    assert kept.choices == {}


def test_subjects_as_text(log: Log) -> None:
    subjects = (Subject(log.exercise(BENCH)), Subject(group=MuscleGroup.CHEST))
    assert read_subjects(written_subjects(subjects)) == subjects
    assert read_subjects(["nothing like it", 3]) == ()


def test_blocks_begin_with_what_is_charted_on_strength(program: Program) -> None:
    page = program.start()
    tab = program.go(page, StrengthTab)
    tab.line.show_subject(Subject(program.log.exercise(SQUAT)))
    tab.line.add(Subject(program.log.exercise(BENCH)))
    program.rest(page)
    blocks = program.go(page, BlocksTab)
    assert blocks.subject.subject == Subject(program.log.exercise(SQUAT))
    with program.qtbot.waitSignal(blocks.loaded):
        blocks.open_item(program.log.exercise(PULL))
    again = program.go(program.start(), BlocksTab)
    assert again.subject.subject == Subject(program.log.exercise(PULL))


def test_blocks_follow_what_is_charted_until_something_is_chosen(program: Program) -> None:
    page = program.start()
    charted = program.go(page, StrengthTab).line.subjects[0]
    newest = program.log.exercise("Deadlift (Barbell)")
    program.log.add(date(2026, 11, 20), [("Deadlift (Barbell)", [(180, 5)])])
    with program.qtbot.waitSignal(page.loaded):
        program.log.tell()
    blocks = program.go(page, BlocksTab)
    assert blocks.subject.subject == charted
    page.go(StrengthTab.title)
    program.rest(page)
    assert isinstance(page.tab, StrengthTab)
    page.tab.line.show_subject(Subject(newest))
    program.rest(page)
    page.go(BlocksTab.title)
    program.rest(page)
    assert blocks.subject.subject == Subject(newest)
    own = Subject(program.log.exercise(SQUAT))
    blocks.subject.choose(own)
    program.rest(page)
    page.go(StrengthTab.title)
    page.go(BlocksTab.title)
    program.rest(page)
    assert blocks.subject.subject == own, "what was chosen here stays"
