"""The page as PDF, on a printer and as a picture."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop.domain.errors import RepbookError
from desktop.domain.weight import Unit
from desktop.ui.report.gather import gather
from desktop.ui.report.lift_chart import round_steps, runs_of
from desktop.ui.report.paper import paper_of, pdf_bytes, picture, print_on
from desktop.ui.report.report import Lift, Period, Report, Spot, Wish
from desktop.ui.theme import LIGHT
from tests.ui.pages import Log
from tests.ui.report.conftest import TODAY, source_of

A4, LETTER = (QPageSize(one) for one in (QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter))


@pytest.fixture
def report(half_year: Log, qtbot: QtBot) -> Report:
    return gather(source_of(half_year), Wish(Period(None, TODAY), Unit.KG))


def pixels(image: QImage) -> memoryview:
    """The pixels from left to right and down, as QImage.pixel gives them."""
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)  # no line has bytes at its end
    return memoryview(plain.constBits()).cast("I")


def inks(image: QImage) -> set[str]:
    return {QColor(pixel).name() for pixel in set(pixels(image))}


@pytest.mark.parametrize(("paper", "box"), [(A4, ("595", "842")), (LETTER, ("612", "792"))])
def test_a_pdf_of_one_page(report: Report, paper: QPageSize, box: tuple[str, str]) -> None:
    data = pdf_bytes(report, paper)
    assert data.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == 1
    assert re.search(rb"/Count 1\b", data)
    found = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", data)
    assert found is not None
    assert tuple(f"{float(one):.0f}" for one in found.groups()) == box
    assert b"/Subtype /Image" not in data, "everything is drawn in vectors"
    assert b"/FontFile2" in data


def test_the_picture_has_what_the_report_has(report: Report) -> None:
    image = picture(report, A4, 600)
    assert (image.width(), image.height()) == (600, 849)
    found = inks(image)
    assert {"#ffffff", LIGHT.fill.name(), LIGHT.gold_fill.name()} <= found
    right, bottom = image.width() - 30, image.height() - 40
    edges = {image.pixelColor(x, 20).name() for x in range(image.width())}
    edges |= {image.pixelColor(right, y).name() for y in range(image.height())}
    edges |= {image.pixelColor(x, bottom).name() for x in range(image.width())}
    assert edges == {"#ffffff"}, "the margins stay free"


def filled(image: QImage) -> set[tuple[int, int]]:
    """Where the ink of lines and bars is."""
    ink = LIGHT.fill.rgb()
    found = (place for place, pixel in enumerate(pixels(image)) if pixel == ink)
    return {(place % image.width(), place // image.width()) for place in found}


def test_an_empty_report_says_so(report: Report) -> None:
    empty = replace(report, figures=(), lifts=(), records=(), muscles=())
    found = inks(picture(empty, A4, 400))
    assert LIGHT.fill.name() not in found
    assert len(found) > 2, "there are words on it"


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4])
def test_any_number_of_lifts(report: Report, count: int) -> None:
    day = TODAY.toordinal()
    lift = Lift("A name that is far too long for its place " * 4, "e1RM, kg", "Best 100 kg")
    lift = replace(lift, spots=(Spot(day, 100.0, True), Spot(day, 1.0, is_outlier=True)))
    assert not picture(replace(report, lifts=(lift,) * count), LETTER, 300).isNull()


def test_an_outlier_does_not_flatten_the_rest(report: Report) -> None:
    day = TODAY.toordinal()
    spots = tuple(Spot(day - 30 + n, 100.0 + n % 7) for n in range(0, 30, 3))
    lift = Lift("Squat", "e1RM, kg", "Best 106 kg", spots)
    doubted = replace(lift, spots=(*spots, Spot(day, 1000.0, is_outlier=True)))
    plain, other = (picture(replace(report, lifts=(one,)), A4, 400) for one in (lift, doubted))
    assert filled(plain) == filled(other)


def test_a_period_of_one_day(report: Report) -> None:
    assert not picture(replace(report, first=TODAY, last=TODAY), A4, 300).isNull()


def test_a_lift_that_was_not_done_and_no_volume(report: Report) -> None:
    nothing = replace(
        report, lifts=(Lift("Plank"),), volume=report.volume[:1], muscles=(), records=(), fallen=0
    )
    none = replace(nothing, volume=(report.volume[0]._replace(value=0.0),))
    assert not picture(none, A4, 300).isNull()


def test_a_printer_prints_one_page(report: Report, tmp_path: Path) -> None:
    printer = QPrinter()
    path = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(path))
    printer.setPageSize(LETTER)
    print_on(printer, report, A4)
    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    assert re.search(rb"/Count 1\b", data)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_print(report: Report, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    with pytest.raises(RepbookError, match="nothing was printed"):
        print_on(printer, report, A4)


@pytest.mark.parametrize(
    ("name", "paper"),
    [("en_US", LETTER), ("es_MX", LETTER), ("en_GB", A4), ("de_DE", A4), ("C", A4)],
)
def test_paper_by_locale(name: str, paper: QPageSize) -> None:
    assert paper_of(QLocale(name)) == paper


@pytest.mark.parametrize(("low", "high"), [(0, 1), (99, 101), (-5, 12), (0.1, 0.2), (0, 1e6)])
def test_steps_are_few_and_within(low: float, high: float) -> None:
    steps = round_steps(low, high)
    assert 2 <= len(steps) <= 6
    assert all(low - 1e-9 <= one <= high + 1e-9 for one in steps)


def test_a_long_history_is_one_page_too(report: Report) -> None:
    weeks = tuple(report.muscles[0].weeks[:1]) * 1500
    spots = tuple(
        Spot((date(1997, 1, 1) + timedelta(day)).toordinal(), 100.0 + day % 7)
        for day in range(0, 10_900, 4)
    )
    lift = replace(report.lifts[0], spots=spots, trend=())
    muscles = tuple(one._replace(weeks=weeks) for one in report.muscles)
    long = replace(report, first=date(1997, 1, 1), lifts=(lift,) * 4, muscles=muscles)
    assert re.search(rb"/Count 1\b", pdf_bytes(long, A4))


def test_no_line_is_drawn_across_a_gap() -> None:
    spots = [Spot(day, 100.0) for day in (1, 8, 36, 65, 66)]
    assert [[one.day for one in run] for run in runs_of(spots)] == [[1, 8, 36], [65, 66]]
    assert runs_of([]) == []
