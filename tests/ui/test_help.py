"""The help: true to the window, searched, with a way back, open where it is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QPixmap, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.paths import resources_dir
from desktop.ui.help.hits import MOST
from desktop.ui.help.pages import NAMES, pages, topic_page
from desktop.ui.help.search import find, marks, passages
from desktop.ui.help.shortcuts_sheet import ShortcutsSheet
from desktop.ui.help.window import HelpWindow
from desktop.ui.side import PAGES
from desktop.ui.theme import Theme
from tests.ui.pages import open_log
from tests.ui.real_window import RealWindow

FOLDER = resources_dir() / "help"
# Bold words that are the help's own.
PROSE = {
    "Choose a name and a unit.",
    "Choose a way on.",
    "Log a workout.",
    "Compare draws",
    "Gold marks",
    "Lines that were left out or mended",
    "The strip below",
    "What each exercise is taken for.",
    "What the file holds",
    "Which unit the weights are in",
}
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)]+)\)")


@pytest.fixture
def shown(qtbot: QtBot) -> HelpWindow:
    window = HelpWindow()
    qtbot.addWidget(window)
    window.open_topic("")
    return window


@pytest.fixture
def real_window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[RealWindow]:
    with open_log(tmp_path) as log:
        yield RealWindow(qapp, qtbot, tmp_path, log)


def anchor(heading: str) -> str:
    return "-".join(heading.casefold().split())


def test_every_file_is_a_page(qapp: QApplication) -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == set(NAMES)
    assert len({page.title for page in pages()}) == len(NAMES)
    for page in pages():
        assert "{" not in page.text, page.name


def test_every_link_and_picture_is_there(qapp: QApplication) -> None:
    headings = {
        page.name: {anchor(one) for one in re.findall(r"^#+ (.+)$", page.text, re.MULTILINE)}
        for page in pages()
    }
    pictures = set()
    for page in pages():
        for mark, words, target in LINK.findall(page.text):
            assert words, (page.name, target)
            if mark:
                pictures.add(target)
                picture = QImage(str(FOLDER / target))
                assert 300 <= picture.width() <= 1400, target
            else:
                name, _, heading = target.partition("#")
                assert name.removesuffix(".md") in NAMES, (page.name, target)
                assert not heading or heading in headings[name.removesuffix(".md")], target
    light, dark = (sorted((FOLDER / at).glob("*.png")) for at in ("pictures", "pictures/dark"))
    there = {f"pictures/{path.name}" for path in light}
    assert pictures == there, "every picture is shown somewhere"
    assert [path.name for path in dark] == [path.name for path in light]
    assert sum(path.stat().st_size for path in (*light, *dark)) < 1_500_000


def test_what_is_not_there_is_found_out(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from desktop.ui.help import pages as module

    (tmp_path / "help").mkdir()
    monkeypatch.setattr(module, "resources_dir", lambda: tmp_path)
    for named in ("{keys:nothing}", "{keys:discard}", "{keys:session.nothing}", "{menu:nothing}"):
        (tmp_path / "help" / "start.md").write_text(f"# Start\n\n{named}\n", encoding="utf-8")
        with pytest.raises(KeyError):
            module._page("start")


def test_every_page_of_the_window_has_one_of_the_help(qapp: QApplication) -> None:
    for name, _ in PAGES:
        assert topic_page(name) == {"today": "start"}.get(name, name)
    assert topic_page("nothing of the kind") == "start"


def test_bold_names_of_buttons_are_in_the_program(qapp: QApplication) -> None:
    """Words that the help shows in bold are keys, or stand in the program."""
    program = "".join(
        path.read_text(encoding="utf-8")
        for path in (resources_dir().parent / "desktop" / "ui").rglob("*.py")
    ).replace("&", "")
    raw = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md"))
    named = {one.rstrip(":") for one in re.findall(r"\*\*([A-Z][\w ]+ [\w ]+)\*\*", raw)}
    labels = {one for one in named if f'"{one}' in program}
    assert sorted(named - labels - PROSE) == []
    assert {"Done before", "My exercises", "It is right", "Leave it out"} <= labels


def test_the_messages_that_are_explained_are_those_of_the_program(qapp: QApplication) -> None:
    program = "".join(
        path.read_text(encoding="utf-8")
        for path in (resources_dir().parent / "desktop").rglob("*.py")
    )
    (page,) = [one for one in pages() if one.name == "troubleshooting"]
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \|$", page.text, re.MULTILINE)
    messages = [row for row in rows if row not in ("Message", "---")]
    assert len(messages) > 8
    assert [one for one in messages if one not in program] == []


def test_search_finds_sentences(qapp: QApplication) -> None:
    among = passages(pages())
    hits = find("drop set rest", among)
    assert hits
    assert any("drop set" in hit.sentence for hit in hits)
    for hit in hits:
        assert all(word in hit.passage.text.casefold() for word in ("drop", "set", "rest"))
    assert find("Brzycki", among)[0].passage.page.name == "numbers"
    headings = [hit.passage.is_heading for hit in find("record", among)]
    assert headings == sorted(headings, reverse=True), "headings first"
    assert find("xyzzy", among) == []
    assert find("  ", among) == []


def test_a_hit_is_opened_and_marked(shown: HelpWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(shown.search, "brzycki")
    qtbot.waitUntil(lambda: shown.hits.count() >= 1)
    QTest.keyClick(shown.search, Qt.Key.Key_Return)
    assert shown.page.name == "numbers"
    (first, *_) = marks(shown.text.document(), "brzycki")
    assert first.selectedText() == "Brzycki"
    assert len(shown.text.extraSelections()) >= 2
    cursor = shown.text.textCursor()
    assert "Brzycki" in cursor.block().text()
    QTest.keyClick(shown, Qt.Key.Key_F3)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.search.text() == ""
    assert shown.text.extraSelections() == []
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_return_does_not_wait_for_the_list(shown: HelpWindow) -> None:
    QTest.keyClicks(shown.search, "lander")
    QTest.keyClick(shown.search, Qt.Key.Key_Return)
    assert shown.page.name == "numbers"


def test_a_word_that_is_everywhere_is_no_endless_list(shown: HelpWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(shown.search, "s")
    qtbot.waitUntil(lambda: shown.hits.count() == MOST)


def test_nothing_found_is_said(shown: HelpWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(shown.search, "xyzzy")
    qtbot.waitUntil(shown.none.isVisible)
    assert "xyzzy" in shown.none.text()


def test_links_back_and_forward(shown: HelpWindow) -> None:
    assert not shown.back.isEnabled()
    shown.text.link_chosen.emit("importing.md#what-can-be-read")
    assert shown.page.name == "importing"
    shown.text.link_chosen.emit("data.md")
    QTest.keyClick(shown, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown.page.name == "importing"
    shown.back.click()
    assert shown.page.name == "start"
    assert not shown.back.isEnabled()
    QTest.keyClick(shown, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shown.page.name == "importing"
    assert shown.forward.isEnabled()
    shown.go("records")
    assert not shown.forward.isEnabled(), "another way was taken"


def test_a_page_begins_at_its_top(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, "light")
    window = HelpWindow()
    qtbot.addWidget(window)
    window.open_topic("progress")
    scroll = window.text.verticalScrollBar()
    qtbot.waitUntil(lambda: scroll.maximum() > 0)
    assert scroll.value() == 0
    # where one reads, one goes on reading in other colours
    scroll.setValue(100)
    theme.set_choice("dark")
    assert scroll.value() == 100


def test_pictures_are_as_wide_as_there_is_room(shown: HelpWindow, qtbot: QtBot) -> None:
    def wide() -> float:
        return shown.text.document().idealWidth()

    for width in (700, 1200):
        shown.resize(width, 700)
        qtbot.waitUntil(lambda: wide() <= shown.text.viewport().width())
        assert shown.text.horizontalScrollBar().maximum() == 0


def test_pictures_are_those_of_the_theme(shown: HelpWindow, qapp: QApplication) -> None:
    name = QUrl("pictures/today.png")

    def corner() -> int:
        picture = shown.text.loadResource(QTextDocument.ResourceType.ImageResource.value, name)
        assert isinstance(picture, QPixmap)
        return picture.toImage().pixelColor(12, picture.height() // 2).lightness()

    theme = Theme(qapp)
    theme.set_choice("dark")
    assert corner() < 60
    theme.set_choice("light")
    assert corner() > 200


def test_help_opens_where_it_is_asked_for(real_window: RealWindow, qtbot: QtBot) -> None:
    window = real_window.window
    for page, expected in (("progress", "progress"), ("today", "start"), ("records", "records")):
        window.go(page)
        real_window.settle()
        window.menu["help"].trigger()
        (opened,) = window.findChildren(HelpWindow)
        assert opened.page.name == expected
        assert not opened.isModal()
        opened.close()
        qtbot.waitUntil(lambda: not window.findChildren(HelpWindow))
    window.commands.run("start")
    real_window.settle()
    qtbot.waitUntil(lambda: window.dock.is_typed_in)
    window.menu["help"].trigger()
    opened = next(one for one in window.findChildren(HelpWindow) if one.isVisible())
    assert opened.page.name == "logging"
    opened.close()


def test_help_opens_from_a_dialog(real_window: RealWindow, qtbot: QtBot) -> None:
    window = real_window.window
    window.commands.run("settings")
    real_window.settle()
    from desktop.ui.settings.dialog import SettingsDialog

    (dialog,) = window.findChildren(SettingsDialog)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    opened = next(one for one in window.findChildren(HelpWindow) if one.isVisible())
    assert opened.page.name == "settings"
    opened.close()
    dialog.reject()


def test_the_sheet_is_searched_and_has_room(qtbot: QtBot) -> None:
    groups = [("File", [("Import", "Ctrl+I"), ("Export", "Ctrl+E")]), ("View", [("Today", "F7")])]
    sheet = ShortcutsSheet(groups)
    qtbot.addWidget(sheet)
    sheet.show()
    QTest.keyClicks(sheet.search, "ctrl+e")
    assert sheet.shown() == [("File", [("Export", "Ctrl+E")])]
    sheet.search.setText("view")
    assert [title for title, _ in sheet.shown()] == ["View"]
    sheet.search.setText("xyzzy")
    assert "No shortcut" in sheet.text.toPlainText()
    sheet.search.clear()
    for width in (480, 1100):
        sheet.resize(width, 600)
        qtbot.waitUntil(lambda: sheet.text.horizontalScrollBar().maximum() == 0)
    assert sheet.print_button in sheet.findChildren(QPushButton)
