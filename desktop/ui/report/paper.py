"""A report as a PDF, on a printer and as a picture. All of it may run on a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QLocale, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter

from desktop.domain.errors import RepbookError
from desktop.ui.report.page import paint_page
from desktop.ui.report.report import Report

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_Size = QPageSize.PageSizeId
_DPI = 720
# Unicode CLDR, supplemental data on paper sizes
_LETTER = frozenset("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split())


def paper_of(locale: QLocale) -> QPageSize:
    """What one prints on there: Letter or A4."""
    is_letter = QLocale.territoryToCode(locale.territory()) in _LETTER
    return QPageSize(_Size.Letter if is_letter else _Size.A4)


def points_of(paper: QPageSize) -> QSizeF:
    """How large it is, in points."""
    return paper.size(QPageSize.Unit.Point)


def pdf_bytes(report: Report, paper: QPageSize) -> bytes:
    """The report as a PDF of one page, in vectors."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageSize(paper)
    writer.setPageMargins(QMarginsF())
    writer.setTitle(f"Progress report, {report.title}")
    writer.setCreator("Repbook")
    painter = QPainter(writer)
    paint_page(painter, QRectF(0, 0, writer.width(), writer.height()), points_of(paper), report)
    painter.end()
    buffer.close()
    return bytes(kept.data())


def print_on(printer: QPrinter, report: Report, paper: QPageSize) -> None:
    """Print it, as large as the printer's paper allows; RepbookError where that fails."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise RepbookError(
            "The printer could not be used; nothing was printed.",
            "Check that it is there, or save the report as a PDF.",
        )
    paint_page(painter, QRectF(0, 0, printer.width(), printer.height()), points_of(paper), report)
    if not painter.end():
        raise RepbookError(
            "The report could not be printed.", "Try again, or save the report as a PDF."
        )


def picture(report: Report, paper: QPageSize, width: int) -> QImage:
    """The page in so many pixels across."""
    size = points_of(paper)
    made = QImage(width, round(width * size.height() / size.width()), QImage.Format.Format_RGB32)
    made.fill(0xFFFFFFFF)
    painter = QPainter(made)
    paint_page(painter, QRectF(made.rect()), size, report)
    painter.end()
    return made
