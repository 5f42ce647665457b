"""Charts taken along: pictures, drawings and tables, on the clipboard and as files."""

import csv
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.domain.errors import RepbookError
from desktop.ui.context import Context
from desktop.ui.theme import LIGHT
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chart import TimeChart
from desktop.ui.widgets.chart_export import ChartExport, ChartTable, add_export, file_name
from desktop.ui.widgets.chart_legend import ChartLegend, Entry
from desktop.ui.widgets.chart_looks import BAND
from desktop.ui.widgets.chart_picture import ChartPicture
from desktop.ui.widgets.weekly_bars import SeriesLegend
from tests.ui.widgets.points import Point, show_points

SVG = "{http://www.w3.org/2000/svg}"
FIRST = date(2026, 1, 1)


@dataclass
class Shown:
    """A card with a chart, and what it is taken along with."""

    context: Context
    card: Card
    chart: TimeChart
    legend: SeriesLegend
    export: ChartExport
    said: list[str] = field(default_factory=list)


@pytest.fixture
def shown(context: Context, qtbot: QtBot) -> Shown:
    card, chart, legend = Card("e1RM"), TimeChart("e1RM over time"), SeriesLegend()
    legend.set_names(["Bench Press (Barbell)"])
    card.body.addWidget(legend)
    card.body.addWidget(chart)
    card.resize(600, 400)
    qtbot.addWidget(card)
    days = [FIRST + timedelta(7 * place) for place in range(20)]
    points = [Point(day, 100.0 + at, at == 19, "") for at, day in enumerate(days)]
    show_points(chart, points, date.isoformat)
    card.show()
    qtbot.waitUntil(lambda: chart.plotItem.vb.viewRange()[0] != [0, 1])
    rows = [(one.day.isoformat(), one.value) for one in points]

    def table() -> ChartTable:
        return ChartTable("e1RM of Bench Press", "This year", ("Day", "e1RM (kg)"), rows)

    add_export(card, context, [legend, chart], table)
    made = Shown(context, card, chart, legend, ChartExport(context, [legend, chart], table, card))
    context.notifier.said.connect(made.said.append)
    return made


def saved(shown: Shown, save: Callable[[Path], None], path: Path, qtbot: QtBot) -> Path:
    save(path)
    qtbot.waitUntil(lambda: shown.said == [f"Chart saved as {path.name}"])
    return path


def inks(image: QImage) -> set[str]:
    """The colours of every third pixel."""
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }


def test_a_picture_in_twice_the_pixels(shown: Shown, tmp_path: Path, qtbot: QtBot) -> None:
    image = QImage(str(saved(shown, shown.export.save_png, tmp_path / "chart.png", qtbot)))
    assert image.width() == 2 * (shown.chart.width() + 32)
    assert image.height() > 2 * (shown.chart.height() + shown.legend.height())
    found = inks(image)
    assert {LIGHT.surface.name(), LIGHT.series[0].name(), LIGHT.gold_fill.name()} <= found
    assert image.pixelColor(0, 0) == LIGHT.surface
    title = image.copy(0, 0, image.width(), 80)
    assert len(inks(title)) > 1, "the title is painted above"


def test_a_drawing_of_lines_and_text(shown: Shown, tmp_path: Path, qtbot: QtBot) -> None:
    path = saved(shown, shown.export.save_svg, tmp_path / "chart.svg", qtbot)
    root = ET.parse(path).getroot()
    words = {"".join(one.itertext()).strip() for one in root.iter(f"{SVG}text")}
    assert {"e1RM of Bench Press", "This year", "Bench Press (Barbell)"} <= words
    assert len(list(root.iter(f"{SVG}path"))) > 10
    assert not list(root.iter(f"{SVG}image")), "nothing in it is made of pixels"


def test_the_numbers_as_a_table(shown: Shown, tmp_path: Path, qtbot: QtBot) -> None:
    path = saved(shown, shown.export.save_csv, tmp_path / "chart.csv", qtbot)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[:2] == [["Day", "e1RM (kg)"], ["2026-01-01", "100.0"]]
    assert len(rows) == 21


def test_the_clipboard(shown: Shown) -> None:
    shown.export.copy_data()
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[:2] == ["Day\te1RM (kg)", "2026-01-01\t100.0"]
    shown.export.copy_picture()
    assert not QGuiApplication.clipboard().image().isNull()
    assert shown.said == ["Data of the chart copied", "Picture of the chart copied"]


def test_the_crosshair_is_not_on_the_picture(shown: Shown) -> None:
    shown.chart.hover(3)
    shown.export.copy_picture()
    assert shown.chart.hovered is None


def test_controls_are_not_on_the_picture(context: Context, qtbot: QtBot) -> None:
    legend = ChartLegend()
    legend.show_entries(
        [Entry(0, "Bench"), Entry(1, "Squat", removes=1), Entry(BAND, "Trend", asks="trend")]
    )
    box = QLineEdit("typed")
    beside = QWidget()
    row = QHBoxLayout(beside)
    row.addWidget(QLabel("Seen"))
    row.addWidget(box)
    for part in (legend, beside):
        qtbot.addWidget(part)
        part.resize(600, 40)
        part.show()
    picture = ChartPicture([legend, beside], "Squat beside bench", "")
    root = ET.fromstring(picture.svg())
    words = {"".join(one.itertext()).strip() for one in root.iter(f"{SVG}text")}
    assert {"Bench", "Squat", "Trend", "Seen"} <= words
    assert not {"Why?", "typed"} & words
    assert not list(root.iter(f"{SVG}image")), "the cross is an image"
    shot = picture.image()
    cross = next(one for one in legend.findChildren(QPushButton) if "Remove" in one.toolTip())
    below = shot.height() // 2 - 16  # where the last part ends
    for control, part, top in (
        (cross, legend, below - beside.height() - 8 - legend.height()),
        (box, beside, below - beside.height()),
    ):
        place = control.mapTo(part, QPoint(16, top))
        inside = shot.copy(QRect(place * 2, control.size() * 2))
        assert inks(inside) == {LIGHT.surface.name()}
    assert cross.isVisible(), "on the screen they stay"


def test_a_fault_is_told_and_leaves_nothing(shown: Shown, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.context.tasks.faulted) as heard:
        shown.export.save_png(tmp_path / "gone" / "chart.png")
    assert heard.args is not None
    (fault,) = heard.args
    assert isinstance(fault, RepbookError)
    assert "could not be written" in fault.what
    assert not shown.said


def test_a_small_chart_makes_room_for_its_title(qtbot: QtBot) -> None:
    part = QLabel("small")
    qtbot.addWidget(part)
    part.resize(60, 20)
    part.show()
    root = ET.fromstring(ChartPicture([part], "Heaviest weight of Bench Press", "").svg())
    words = ["".join(one.itertext()).strip() for one in root.iter(f"{SVG}text")]
    assert "Heaviest weight of Bench Press" in words
    assert ChartPicture([part], "x" * 999, "").size.width() == 600 + 32


def test_the_menu_by_keyboard(shown: Shown, qtbot: QtBot) -> None:
    button = shown.card.findChild(QToolButton)
    assert button is not None
    assert button.accessibleName() == "Export this chart"
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    menu = shown.card.findChild(QMenu)
    assert menu is not None
    menu.aboutToShow.emit()
    words = [one.text() for one in menu.actions() if not one.isSeparator()]
    assert words == [
        "Copy picture",
        "Copy data",
        "Save as PNG\N{HORIZONTAL ELLIPSIS}",
        "Save as SVG\N{HORIZONTAL ELLIPSIS}",
        "Save data as CSV\N{HORIZONTAL ELLIPSIS}",
    ]
    assert all(one.isEnabled() for one in menu.actions())


def test_a_file_is_asked_for_in_the_last_folder(shown: Shown, tmp_path: Path, qtbot: QtBot) -> None:
    shown.export.ask("Pictures", ".png", shown.export.save_png)
    dialog = shown.card.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Save chart"
    assert dialog.defaultSuffix() == "png"
    assert Path(dialog.selectedFiles()[0]).name == "e1RM of Bench Press.png"
    dialog.fileSelected.emit(str(tmp_path / "mine.png"))
    qtbot.waitUntil((tmp_path / "mine.png").exists)
    dialog.close()
    shown.export.ask("Spreadsheets", ".csv", shown.export.save_csv)
    again = shown.card.findChildren(QFileDialog)[-1]
    assert again.directory().path() == str(tmp_path)
    again.close()
    qtbot.waitUntil(lambda: len(shown.said) == 1)


def test_without_data_nothing_is_offered(context: Context, qtbot: QtBot) -> None:
    card, chart = Card("Empty"), TimeChart("Nothing")
    card.body.addWidget(chart)
    qtbot.addWidget(card)
    add_export(card, context, [chart], lambda: ChartTable("Empty", "", (), ()))
    menu = card.findChild(QMenu)
    assert menu is not None
    menu.aboutToShow.emit()
    assert not any(one.isEnabled() for one in menu.actions())


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("e1RM of Bench", "e1RM of Bench.csv"),
        ("Pull/Push: sets?", "Pull Push sets.csv"),
        (" ... ", "Chart.csv"),
        ("x" * 400, "x" * 120 + ".csv"),
    ],
)
def test_names_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, ".csv") == name
