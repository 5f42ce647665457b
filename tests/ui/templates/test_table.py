"""The table of templates: searched, by category, shared, archived, duplicated, with undo."""

from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu

from desktop.domain.ids import new_id
from tests.support import make_user
from tests.ui.templates.acting import BENCH, CTRL, DEADLIFT, SHIFT, SQUAT, Actor, Key


def shown(actor: Actor) -> list[str]:
    return [row.name for row in actor.page.found.model.rows]


def column(actor: Actor, title: str) -> list[str]:
    model = actor.page.found.model
    place = [one.title for one in model.columns].index(title)
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]


def choose_category(actor: Actor, text: str) -> None:
    actor.page.found.category.setCurrentText(text)


def test_only_the_templates_of_a_category(actor: Actor) -> None:
    actor.keep(BENCH, called="Push A", category="Push")
    actor.keep(SQUAT, called="Legs A", category="Legs")
    box = actor.page.found.category
    texts = [box.itemText(place) for place in range(box.count())]
    assert [text for text in texts if text] == ["All categories", "Legs", "Push", "Archived"]
    choose_category(actor, "Legs")
    assert shown(actor) == ["Legs A"]
    assert actor.page.subtitle.text() == "1 of 2 templates"
    actor.page.found.search.setText("bench")
    assert shown(actor) == []
    assert actor.page.found.all.isVisible()
    actor.page.found.all.click()
    assert shown(actor) == ["Legs A", "Push A"]


def test_how_long_they_take_is_told(actor: Actor) -> None:
    actor.keep(BENCH, SQUAT)
    actor.keep(called="Nothing yet")
    # 6 sets of 5 reps, 3.5 s each, and five rests of two minutes
    assert column(actor, "Duration") == ["\u2014", "12 min"]


def test_archived_out_of_the_way_and_back(actor: Actor) -> None:
    made = actor.keep(BENCH)
    actor.keep(SQUAT, called="Legs A")
    actor.page.found.choose(made.id)
    actor.page.found.table.setFocus()
    actor.press(Key.Key_H, CTRL | SHIFT)
    actor.settle()
    assert shown(actor) == ["Legs A"]
    assert [one.name for one in actor.stored()] == ["Legs A"]
    assert actor.label() == "archive Push A"
    assert actor.page.subtitle.text() == "1 template"
    choose_category(actor, "Archived")
    assert shown(actor) == ["Push A"]
    actor.page.archive.click()
    actor.settle()
    assert shown(actor) == []
    assert actor.label() == "take Push A out of the archive"
    actor.undo()
    assert shown(actor) == ["Push A"]
    actor.undo()
    choose_category(actor, "All categories")
    assert shown(actor) == ["Legs A", "Push A"]
    assert made in actor.stored()


def test_when_all_are_archived_the_table_stays(actor: Actor) -> None:
    actor.keep(BENCH)
    actor.page.archive.click()
    actor.settle()
    assert actor.page.found.isVisible()
    choose_category(actor, "Archived")
    assert shown(actor) == ["Push A"]


def test_archived_in_the_editor(actor: Actor) -> None:
    actor.open(BENCH)
    actor.page.archive.click()
    actor.settle()
    assert actor.page.editor.isVisible()
    assert actor.stored(with_archived=True)[0].is_archived
    assert "archive" in actor.page.archive.toolTip()
    actor.undo()
    assert not actor.stored()[0].is_archived


def test_shared_with_every_profile_and_no_longer(actor: Actor) -> None:
    actor.keep(BENCH)
    services = actor.context.services
    other = make_user(services, "Second")
    actor.page.found.table.setFocus()
    actor.press(Key.Key_S, CTRL | SHIFT)
    actor.settle()
    assert column(actor, "Shared") == ["with every profile"]
    assert [row.owner for row in services.templates.rows(other.id)] == ["Lifter"]
    assert actor.page.commands["share"].isChecked()
    actor.undo()
    assert services.templates.rows(other.id) == []


def test_whose_a_shared_template_is_and_that_it_cannot_be_changed(actor: Actor) -> None:
    services = actor.context.services
    other = make_user(services, "Second")
    theirs = replace(actor.keep(BENCH), id=new_id(), name="Theirs", is_public=True)
    lines = tuple(replace(line, id=new_id()) for line in theirs.exercises)
    services.templates.save(other.id, replace(theirs, exercises=lines))
    actor.page.reload()
    actor.settle()
    assert column(actor, "Shared") == ["\u2014", "by Second"]
    actor.page.found.choose(theirs.id)
    commands = actor.page.commands
    allowed = {name: commands[name].isEnabled() for name in ("duplicate", "share", "archive")}
    assert allowed == {"duplicate": True, "share": False, "archive": False}
    actor.page.open_item(theirs.id)
    actor.settle()
    assert "Duplicate it" in actor.page.editor.hint.text()
    actor.page.duplicate.click()
    actor.settle()
    assert "Theirs copy" in [one.name for one in actor.stored()]


def test_copies_get_names_of_their_own(actor: Actor) -> None:
    made = actor.keep(BENCH)
    for _ in range(2):
        actor.page.found.choose(made.id)
        actor.page.found.table.setFocus()
        actor.press(Key.Key_C, CTRL | SHIFT)
        actor.settle()
    assert shown(actor) == ["Push A", "Push A copy", "Push A copy 2"]
    assert actor.page.found.chosen is not None
    assert actor.page.found.chosen.name == "Push A copy 2"


def test_what_follows_a_deleted_one_is_chosen(actor: Actor) -> None:
    _, second, _ = (actor.keep(DEADLIFT, called=name) for name in ("A", "B", "C"))
    actor.page.found.choose(second.id)
    actor.page.found.table.setFocus()
    actor.press(Key.Key_Delete)
    actor.settle()
    assert shown(actor) == ["A", "C"]
    assert actor.page.found.chosen is not None
    assert actor.page.found.chosen.name == "C"


def test_the_menu_tells_the_keys(actor: Actor) -> None:
    actor.keep(BENCH)
    table = actor.page.found.table
    table.customContextMenuRequested.emit(QPoint(20, 40))
    (menu,) = [one for one in actor.page.findChildren(QMenu) if one.isVisible()]
    texts = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    assert texts[:2] == ["Open", "Start session"]
    assert "Archive" in texts
    menu.close()
    assert actor.page.start.toolTip() == "Start session (F5)"


def test_a_new_template_by_its_key(actor: Actor) -> None:
    actor.keep(BENCH)
    actor.page.found.table.setFocus()
    actor.press(Key.Key_T, CTRL)
    assert QApplication.focusWidget() is actor.page.editor.name
    actor.write("Legs", Key.Key_Return)
    assert QApplication.focusWidget() is actor.view, "on to the exercises"
    actor.settle()
    assert "Legs" in [one.name for one in actor.stored()]


def test_a_long_name_leaves_the_buttons_in_sight(actor: Actor) -> None:
    made = actor.keep(BENCH, called="Push day with a very long name " * 4)
    actor.page.resize(640, 700)
    actor.page.open_item(made.id)
    actor.settle()
    assert actor.page.heading.text().endswith("\u2026")
    assert actor.page.start.geometry().right() <= actor.page.width()
    assert actor.page.minimumSizeHint().width() <= 640
