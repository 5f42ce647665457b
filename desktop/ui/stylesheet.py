"""The style sheet: what the palette alone cannot say of bars, lists, headers and buttons."""

from __future__ import annotations

import re
import sys
from string import Template
from typing import TYPE_CHECKING

from desktop.paths import resources_dir
from desktop.ui.sizes import SMALL

if TYPE_CHECKING:
    from desktop.ui.theme import Colors

# "30-2px": 30 in text of the usual size, and 2 less that stay 2. "12+1px": never
# rounded up, for what is round is not drawn so when it is rounder than high.
_PIXELS = r"\b(\d+)([+-]\d)?px"  # no pattern yet: the usual size does without it
_USUAL_PIXELS = re.compile(r"\b(\d+)([+-]\d)px")  # all that changes at the usual size
_MAC, _GNOME = 1, 3  # orders of a dialog's buttons: what is meant to be done stands last
_HAIR = 2  # lines and rings up to here are as thin in large text
_SHEET = Template(
    """
QMenuBar { background: $window; border-bottom: 1px solid $line; padding: 2px 6px; }
QMenuBar::item { padding: 5px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $accent_soft; color: $text; }
QMenu { background: $surface; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }
QStatusBar { background: $window; border-top: 1px solid $line; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: $muted; padding: 3px 8px; }
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 5px 7px; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QSplitter::handle { background: transparent; }

QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="heading"] { font-size: ${heading}pt; font-weight: 600; }
QLabel[role="big"] { font-size: ${big}pt; font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="caption"] { color: $muted; font-size: ${small}pt; }
QLabel[role="error"] { color: $danger; font-size: ${small}pt; }
QLabel[role="record"] { color: $gold; background: $gold_soft; border-radius: 4px;
    padding: 2px 7px; font-size: ${small}pt; font-weight: 600; }

QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[role="card"] QTableView, QFrame[role="card"] QListView { border: 0; }
QFrame[role="strip"] { background: $accent_soft; border: 1px solid $line; border-radius: 8px; }
QFrame[role="over"] { background: $accent_soft; border: 0; }
QFrame[role="fault"] { background: $warn_soft; border: 1px solid $line; border-radius: 8px; }
QScrollArea { background: transparent; border: 0; }
QScrollArea:focus { border: 1px solid $accent; border-radius: 6px; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; button-layout: $order; }
QPushButton { background: $surface; color: $text; border: 1px solid $line; border-radius: 6px;
    padding: 0 14px; min-height: 30px; font-weight: 500; outline: 0; }
QPushButton:hover { background: $hover; border-color: $edge; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 0 14-1px; min-height: 30-2px; }
QPushButton:disabled { color: $faint; background: $window; }
Page QPushButton, QDockWidget QPushButton, QFrame#side QPushButton { qproperty-autoDefault: true; }
QPushButton::menu-indicator { subcontrol-position: right center; right: 6px; }
QPushButton[role="primary"], QDialog *:default { background: $fill; color: $on_fill;
    border-color: $fill; }
QPushButton[role="primary"]:hover, QDialog *:default:hover { background: $fill_hover;
    border-color: $fill_hover; }
QPushButton[role="primary"]:pressed, QDialog *:default:pressed { background: $fill_down; }
QPushButton[role="primary"]:focus, QDialog *:default:focus { border: 2px solid $ring;
    padding: 0 14-1px; min-height: 30-2px; }
QPushButton[role="primary"]:disabled, QDialog *:default:disabled { background: $line;
    color: $muted; border-color: $line; }
QPushButton[role="danger"] { background: $surface; color: $danger; }
QPushButton[role="danger"]:hover { background: $hover; border-color: $danger; }
QPushButton[role="flat"] { background: transparent; border: 1px solid transparent;
    color: $text; padding: 0 8px; }
QPushButton[role="flat"]:hover { background: $accent_soft; }
QPushButton[role="flat"]:focus { border: 1px solid $accent; padding: 0 8px; min-height: 30px; }
QPushButton[role="flat"]:disabled { color: $faint; }
QPushButton[role="chip"] { background: $surface; color: $muted; border-color: $line;
    border-radius: 12+1px; padding: 0 11px; min-height: 24px; max-height: 24px;
    font-weight: 400; }
QPushButton[role="chip"]:hover { background: $hover; color: $text; border-color: $edge; }
QPushButton[role="chip"]:pressed { background: $accent_soft; }
QPushButton[role="chip"]:checked { background: $accent_soft; color: $accent;
    border-color: $accent; font-weight: 600; }
QPushButton[role="chip"]:focus { border: 2px solid $accent; padding: 0 11-1px;
    min-height: 24-2px; max-height: 24-2px; }
QPushButton[role="way"], QPushButton[role="way"]:default { background: $surface;
    border-radius: 8px; padding: 0; }
QPushButton[role="way"]:hover { border-color: $accent; }
QPushButton[role="way"][usual="true"] { background: $hover; border-color: $accent; }
QPushButton[role="way"]:focus, QPushButton[role="way"]:default:focus {
    border: 2px solid $accent; padding: 0; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px;
    background: transparent; }
QToolButton:hover, QToolButton:pressed, QToolButton:checked { background: $accent_soft; }
QToolButton:focus { border-color: $accent; }

QLineEdit { background: $surface; border: 1px solid $line; border-radius: 6px;
    padding: 0 9px; min-height: 30px; selection-background-color: $fill;
    selection-color: $on_fill; }
QLineEdit:hover { border-color: $edge; }
QLineEdit:focus { border-color: $accent; }
QLineEdit:disabled, QLineEdit:read-only { background: $window; }
QLineEdit[role="cell"] { padding: 0 6px; min-height: 24px; }
QLineEdit[role="cell"][ghost="true"] { color: $muted; font-style: italic;
    placeholder-text-color: $muted; }
QLineEdit[role="inline"] { background: transparent; border-color: transparent; padding: 0 4px;
    min-height: 26px; }
QLineEdit[role="inline"]:hover { border-color: $edge; }
QLineEdit[role="inline"]:focus { background: $surface; border-color: $accent; }
QLineEdit[invalid="true"] { border: 2px solid $danger; padding: 0 6-1px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractItemView QLineEdit { border: 0;
    border-radius: 0; padding: 0; min-height: 0; background: transparent; }
QAbstractItemView QLineEdit { background: $surface; }
QComboBox, QAbstractSpinBox { background: $surface; border: 1px solid $line; border-radius: 6px;
    padding: 0 4px 0 11px; min-height: 30px; selection-background-color: $fill;
    selection-color: $on_fill; }
QSpinBox QLineEdit { padding-left: 9px; }
QDateEdit { max-height: 30px; padding-left: 9px; }
QComboBox { combobox-popup: 0; }
QComboBox[role="cell"] { min-height: 24px; padding: 0 2px 0 7px; }
QComboBox:hover, QAbstractSpinBox:hover { border-color: $edge; }
QComboBox:focus, QAbstractSpinBox:focus { border-color: $accent; }
QAbstractSpinBox[invalid="true"] { border: 2px solid $danger; padding: 0 4-1px 0 9-1px; }
QComboBox:disabled, QAbstractSpinBox:disabled { background: $window; color: $faint; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 24px;
    subcontrol-position: right center; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$style/arrow-down.svg");
    width: 14px; height: 14px; }
QComboBox QAbstractItemView, QFrame[role="card"] QComboBox QListView {
    border: 1px solid $edge; border-radius: 0;
    selection-background-color: $accent_soft; selection-color: $text; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: 20px;
    background: transparent; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-arrow { image: url("$style/arrow-up.svg"); width: 11px; height: 11px; }
QAbstractSpinBox::down-arrow { image: url("$style/arrow-down.svg"); width: 11px; height: 11px; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator { width: 14px;
    height: 14px; background: $surface; border: 1px solid $muted; border-radius: 4px; }
QRadioButton::indicator { border-radius: 7+1px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover, QCheckBox::indicator:focus,
QRadioButton::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $fill; border-color: $fill;
    image: url("$style/checked.svg"); }
QRadioButton::indicator:checked { background: $fill; border-color: $fill;
    image: url("$style/chosen.svg"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled,
QListView::indicator:disabled { border-color: $line; }

QListView, QTreeView, QTableView, QPlainTextEdit, QTextBrowser { background: $surface;
    border: 1px solid $line; border-radius: 8px; }
QPlainTextEdit:focus, QTextBrowser:focus { border-color: $accent; }
QListView, QTreeView { outline: 0; }
QListView::item { min-height: 30px; padding: 0 8px; color: $text; }
QListView::item:hover { background: $hover; }
QListView::item:selected { background: $accent_soft; color: $text; }
QListView::item:disabled { background: transparent; color: $faint; }
QTableView { selection-background-color: $accent_soft; selection-color: $text; outline: 0; }
QHeaderView { background: $head; border: 0; border-top-left-radius: 8px;
    border-top-right-radius: 8px; }
QHeaderView::section { background: transparent; color: $muted; border: 0;
    border-bottom: 1px solid $line; padding: 0 12px; min-height: 30px;
    font-size: ${small}pt; font-weight: 600; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 10px; height: 10px;
    subcontrol-position: right center; right: 1px; }
QHeaderView::up-arrow { image: url("$style/arrow-up.svg"); }
QHeaderView::down-arrow { image: url("$style/arrow-down.svg"); }
QTableCornerButton::section { background: $head; border: 0; }

QListWidget { padding: 4px; }
QListWidget::item { border: 1px solid transparent; border-radius: 5px; }
QListWidget::item:selected:focus { border-color: $accent; }
QListView#navigation { background: transparent; border: 0; padding: 0; }
QListView#navigation::item { padding: 0 10px; border-radius: 6px;
    margin: 0 0 2px 0; }
QListView#navigation::item:hover { background: $hover; }
QListView#navigation::item:selected { background: $accent_soft; color: $accent;
    font-weight: 600; }
QListView#navigation::item:disabled { background: transparent; color: $faint; }
QFrame#side { background: $window; border: 0; border-right: 1px solid $line; }
QFrame#side QPushButton[role="flat"] { color: $muted; text-align: left; padding: 0 10px 0 12px;
    min-height: 34px; font-weight: 400; }
QFrame#side QPushButton[role="flat"]:hover { color: $text; background: $hover; }
QFrame#side QPushButton[role="flat"]:disabled { color: $faint; }

QTabBar::tab { background: transparent; color: $muted; border: 1px solid transparent;
    border-radius: 6px; padding: 0 12px; min-height: 28px; margin-right: 2px; font-weight: 500; }
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected { background: $accent_soft; color: $accent; }
QTabBar:focus::tab:selected, QTabBar::tab:selected:focus { border-color: $accent; }

QProgressBar { background: $line; border: 0; border-radius: 3+0px; max-height: 6px;
    min-height: 6px; }
QProgressBar::chunk { background: $fill; border-radius: 3+0px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $grip; border-radius: 4+0px; margin: 2px; min-height: 28px;
    min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
)

# Icons of the usual size need no word, and cost none.
_LARGER = """
QPushButton, QToolButton, QMenu, QLineEdit, QTabBar, QListView { icon-size: 16px; }
"""


def stylesheet(shown: Colors, points: float, scale: float = 1.0) -> str:
    """The sheet in a theme's colours.

    points: of the font, scale: how much larger than usual it is; heights and
    paddings follow it.
    """
    names = (
        "accent accent_soft fill on_fill text muted line surface window hover gold gold_soft "
        "danger warn_soft"
    )
    values = {name: getattr(shown, name).name() for name in names.split()}
    dark = shown.is_dark
    faint = shown.muted
    order = _MAC if sys.platform == "darwin" else _GNOME
    sheet = _SHEET.substitute(
        values,
        order=order,
        style=(resources_dir() / "style").as_posix(),
        faint=f"rgba({faint.red()}, {faint.green()}, {faint.blue()}, 150)",
        edge=(shown.line.lighter(150) if dark else shown.line.darker(115)).name(),
        grip=(shown.line.lighter(140) if dark else shown.line.darker(110)).name(),
        head=(shown.hover if dark else shown.window.lighter(102)).name(),
        fill_hover=(shown.fill.lighter(108) if dark else shown.fill.darker(108)).name(),
        fill_down=shown.fill.darker(120).name(),
        ring=shown.text.name(),
        title=f"{points * 1.6:.1f}",
        heading=f"{points * 1.15:.1f}",
        big=f"{points * 2.1:.1f}",
        small=f"{points * SMALL:.1f}",
    )
    if scale == 1:
        return _USUAL_PIXELS.sub(lambda found: f"{int(found[1]) + int(found[2])}px", sheet)
    sheet += _LARGER
    return re.sub(_PIXELS, lambda found: _pixels(found, scale), sheet)


def _pixels(found: re.Match[str], scale: float) -> str:
    size, more = int(found[1]), found[2] or ""
    if size <= _HAIR:
        return found[0]
    larger = int(size * scale) if more.startswith("+") else round(size * scale)
    return f"{larger + int(more or 0)}px"
