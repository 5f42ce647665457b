"""Nothing that the program can do is out of the palette's reach."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.help.pages import pages, titles
from desktop.ui.help.window import HelpWindow
from desktop.ui.main_window import MainWindow
from desktop.ui.offers import PAGE_COMMANDS, offers_of
from desktop.ui.palette_offers import window_items
from desktop.ui.progress.page import ProgressPage
from desktop.ui.records.page import RecordsPage
from desktop.ui.settings.dialog import SettingsDialog
from desktop.ui.settings.listing import DEMO, SECTIONS, SETTINGS
from desktop.ui.settings.target import targets_of
from desktop.ui.side import PAGES
from desktop.ui.templates.page import TemplatesPage
from tests.ui.palette.conftest import Hands


def test_every_action_of_the_menus_is_offered(window: MainWindow) -> None:
    offered = {one.item.thing for one in window_items(window)}
    possible = {name for name, action in window.menu.all() if action.isEnabled()}
    assert possible - offered == {"palette"}


def test_words_need_no_menu_around_them(window: MainWindow, hands: Hands) -> None:
    hands.choose("start empty", "Start empty session")
    titles = [one.item.title for one in window_items(window)]
    assert "Place the session: left" in titles
    assert not {"Left", "Right", "Bottom", "Floating"} & set(titles)
    assert all("&" not in title for title in titles)


@pytest.mark.parametrize("name", [name for name, _ in PAGES])
def test_pages_know_their_commands(window: MainWindow, hands: Hands, name: str) -> None:
    window.go(name)
    hands.settle()
    assert window.page is not None
    listed = {command.name for command in PAGE_COMMANDS.get(name, ())}
    assert set(window.page.page_commands()) == listed


def test_a_command_of_another_page_goes_there(window: MainWindow, hands: Hands) -> None:
    hands.choose("muscles", "Progress: Muscles")
    progress = window.findChild(ProgressPage)
    assert progress is not None
    assert progress.isVisible()
    assert progress.tab.title == "Muscles"
    hands.choose("records check", "Records: To check")
    records = window.findChild(RecordsPage)
    assert records is not None
    assert records.isVisible()
    assert records.views.tabText(records.views.currentIndex()).startswith("To check")
    hands.choose("new templ", "New template")
    templates = window.findChild(TemplatesPage)
    assert templates is not None
    assert templates.isVisible()
    assert not templates.editor.editing.is_stored


def test_a_tab_is_offered_once(window: MainWindow, hands: Hands) -> None:
    window.go("progress")
    hands.settle()
    offered = [one.item.title for one in window_items(window) if "Muscles" in one.item.title]
    assert offered == ["Progress: Muscles"]


@pytest.mark.parametrize("name", [name for name, _ in PAGES])
def test_what_can_be_pressed_on_a_page_is_offered(
    window: MainWindow, hands: Hands, name: str
) -> None:
    window.go(name)
    hands.settle()
    page = window.page
    assert page is not None
    offers = {offer.text.casefold() for offer in offers_of(page, "here")}
    for button in page.findChildren(QPushButton):
        if button.isVisible() and button.isEnabled() and button.menu() is None:
            words = (button.accessibleName() or button.text()).replace("&", "").casefold()
            assert words, f"a button of {name} has no name"
            assert words.strip() in offers


def test_what_is_in_a_menu_of_the_page_is_offered_and_done(
    window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    window.open_item("template", hands.log.services.templates.rows(hands.log.user.id)[0].id)
    hands.settle()
    hands.choose("share with", "Share with every profile on this computer")
    shared = hands.log.services.templates.rows(hands.log.user.id)[0]
    assert shared.is_public
    window.go("progress")
    hands.settle()
    hands.open("copy data")
    assert "Copy data" in hands.titles


def test_every_setting_is_listed(window: MainWindow, hands: Hands) -> None:
    """A setting that is added to the dialog is to be added to desktop/ui/settings/listing.py."""
    window.dialogs.settings()
    dialog = hands.dialog
    assert isinstance(dialog, SettingsDialog)
    there = set(targets_of(dialog.sections))
    assert there == {(one.section, one.target) for one in (*SETTINGS, DEMO)}
    assert {section.name: section.title for section in dialog.sections} == SECTIONS
    dialog.reject()
    hands.settle()


def test_every_page_of_the_help_is_offered(window: MainWindow, hands: Hands) -> None:
    offered = {one.item.key: one.item.title for one in window_items(window)}
    for page in pages():
        assert offered[f"help {page.name}"] == page.title
    assert titles() == {page.name: page.title for page in pages()}
    hands.choose("help rest", "Rest and timers")
    (helped,) = window.findChildren(HelpWindow)
    assert helped.isVisible()
    assert helped.page.name == "rest"
    helped.close()
