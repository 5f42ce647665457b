"""The keys of every screen beside the window's own actions, place by place."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QKeySequence

Keys = str | QKeySequence.StandardKey
_Standard = QKeySequence.StandardKey


class Key(NamedTuple):
    """What some keys do. keys: any of them does it, the first one is shown first."""

    name: str
    words: str
    keys: tuple[Keys, ...]


class Group(NamedTuple):
    """The keys of one place. handled_in: the modules below desktop/ui that read them."""

    name: str
    title: str
    keys: tuple[Key, ...]
    handled_in: tuple[str, ...] = ()


_TURN = (
    Key("next_tab", "Next tab", ("Ctrl+Tab", "Alt+Right")),
    Key("previous_tab", "Previous tab", ("Ctrl+Shift+Tab", "Alt+Left")),
)

GROUPS = (
    Group(
        "window",
        "In lists, fields and messages",
        (
            Key("move", "Move in a list, a chart or a calendar", ("Up", "Down", "Left", "Right")),
            Key("next_field", "Next control", ("Tab",)),
            Key("previous_field", "Control before", ("Shift+Tab",)),
            Key("open", "Open what is marked", ("Return",)),
            Key("press", "Press a button, tick a box", ("Space",)),
            Key("leave", "Close a dialog or a message, leave a field", ("Esc",)),
            Key("menu", "Menu of what is marked", ("Menu", "Shift+F10")),
        ),
        (
            "fault_dialog",
            "messages",
            "accounts/unlock",
            "accounts/welcome",
            "library/muscle_picker",
            "progress/strength_subject",
            "widgets/day_grid",
            "transfer/import_dialog",
            "transfer/names_table",
            "widgets/exercise_picker",
            "widgets/why",
        ),
    ),
    Group(
        "palette",
        "In the command palette",
        (
            Key("move", "Another line", ("Up", "Down")),
            Key("take", "Do what is marked", ("Return",)),
            Key("also", "Do the other thing that is named beside it", ("Ctrl+Return",)),
            Key("more", "What else can be done with it", ("Right",)),
            Key("back", "Back to all lines", ("Left", "Backspace")),
            Key("leave", "Close the palette", ("Esc",)),
        ),
        ("palette/line",),
    ),
    Group(
        "session",
        "In a session",
        (
            Key("next", "Next cell, then tick", ("Return",)),
            Key("tick", "Tick the set and go on", ("Ctrl+Return",)),
            Key("add_set", "Add a set like the last one", ("Ins", "Alt+Return")),
            Key("remove_set", "Remove the set", ("Ctrl+Del",)),
            Key("set_type", "Warm-up, working, drop set or failure", ("Ctrl+T",)),
            Key("letters", "Warm-up, drop, failure, normal, in a cell", ("W", "D", "F", "N")),
            Key("left_side", "Left side", ("Ctrl+L",)),
            Key("right_side", "Right side", ("Ctrl+R",)),
            Key("note", "Note on the set", ("Ctrl+M", "Ctrl+Shift+M")),
            Key("stopwatch", "Stopwatch", ("Ctrl+Space", "Ctrl+Shift+Space")),
            Key("up", "Move the exercise up", ("Alt+Up",)),
            Key("down", "Move the exercise down", ("Alt+Down",)),
            Key("superset", "Superset with the next exercise", ("Ctrl+G",)),
            Key("menu", "Menu of the exercise", ("Ctrl+.",)),
            Key("line", "Type sets in the line", ("Ctrl+J",)),
            Key("leave", "Take back what is typed; leave large type", ("Esc",)),
        ),
        (
            "session/block_head",
            "session/cells",
            "session/dock",
            "session/drag",
            "session/grid",
            "session/name_line",
            "session/set_note",
            "session/tick",
        ),
    ),
    Group(
        "line",
        "In the line that sets are typed in",
        (
            Key("log", "Log the sets", ("Return",)),
            Key("take", "Take the marked name", ("Tab", "Return")),
            Key("move", "Another name; in an empty line, what was typed before", ("Up", "Down")),
            Key("leave", "Close the list of names", ("Esc",)),
        ),
        ("session/entry_field", "session/entry_names"),
    ),
    Group(
        "paste",
        "Pasting a workout",
        (Key("save", "Save the workout", ("Ctrl+Return",)),),
        ("session/paste",),
    ),
    Group(
        "library",
        "In the library",
        (
            Key("table", "From the search to the list", ("Down", "Return")),
            Key("progress", "Progress of the exercise", ("Return",)),
            Key("delete", "Delete the exercise, if it is your own", ("Del",)),
        ),
        ("library/page",),
    ),
    Group(
        "templates",
        "Templates",
        (
            Key("new", "New template", ("Ctrl+T",)),
            Key("start", "Start a session from it", ("F5",)),
            Key("duplicate", "Duplicate", ("Ctrl+Shift+C",)),
            Key("share", "Share with every profile", ("Ctrl+Shift+S",)),
            Key("archive", "Archive", ("Ctrl+Shift+H",)),
            Key("delete", "Delete", ("Del",)),
            Key("leave", "From the table back to the list", ("Esc",)),
        ),
        ("templates/actions", "templates/page"),
    ),
    Group(
        "sheet",
        "In the table of a template",
        (
            Key("edit", "Edit the cell", ("F2", "Return")),
            Key("browse", "Add exercises", ("Ins",)),
            Key("cut", "Cut", ("Ctrl+X",)),
            Key("copy", "Copy", ("Ctrl+C",)),
            Key("paste", "Paste", ("Ctrl+V",)),
            Key("fill", "Fill down", ("Ctrl+D",)),
            Key("clear", "Clear", ("Del", "Backspace")),
            Key("extend", "Choose several cells", ("Shift+Up", "Shift+Down")),
            Key("rows", "Choose the rows", ("Shift+Space",)),
            Key("up", "Move up", ("Alt+Up",)),
            Key("down", "Move down", ("Alt+Down",)),
            Key("group", "Group as superset", ("Ctrl+G",)),
            Key("ungroup", "Ungroup", ("Ctrl+Shift+G",)),
            Key("remove", "Remove exercises", ("Ctrl+Del",)),
            Key(
                "next_cell",
                "Cell below, above, beside",
                ("Return", "Shift+Return", "Tab"),
            ),
            Key("fill_chosen", "Put what is typed into all chosen cells", ("Ctrl+Return",)),
            Key("next_field", "Out of the table", ("Ctrl+Tab",)),
        ),
        (
            "templates/commands",
            "templates/delegate",
            "templates/lines_view",
            "templates/name_edit",
            "templates/rectangles",
        ),
    ),
    Group(
        "history",
        "In the history",
        (
            Key("edit", "Correct the session", ("Return",)),
            Key("delete", "Delete the session", ("Del",)),
        ),
        ("history/page",),
    ),
    Group("progress", "On the Progress page", _TURN, ("progress/page",)),
    Group(
        "chart",
        "In a chart",
        (
            Key("walk", "The value before, the next one", ("Left", "Right")),
            Key("across", "Another line of the same day", ("Up", "Down")),
            Key("zoom", "Fewer days, more days", ("+", "-")),
            Key("shift", "Earlier days, later days", ("Ctrl+Left", "Ctrl+Right")),
            Key("all", "The whole history", ("Home",)),
            Key("last", "The last value", ("End",)),
            Key("open", "Open the session, or the week", ("Return",)),
            Key("leave", "Leave the value, or the chosen week", ("Esc",)),
            Key("remove", "Take a line out, at its name", ("Del",)),
        ),
        (
            "progress/calendar_bars",
            "progress/muscles",
            "widgets/chart",
            "widgets/chart_legend",
            "widgets/strength_chart",
            "widgets/time_plot",
        ),
    ),
    Group(
        "strip",
        "In the strip below a chart",
        (
            Key("walk", "Earlier, later", ("Left", "Right")),
            Key("leap", "Much earlier, much later", ("PgUp", "PgDown")),
            Key("last", "Move the last day", ("Shift+Left", "Shift+Right")),
            Key("first", "Move the first day", ("Ctrl+Left", "Ctrl+Right")),
            Key("ends", "To the beginning, to the end", ("Home", "End")),
            Key("all", "The whole history", ("A",)),
        ),
        ("widgets/brush",),
    ),
    Group(
        "muscles",
        "Muscles and days of training",
        (
            Key("landmarks", "Change the landmarks of a muscle", ("F2",)),
            Key("muscle", "Choose the muscle, or the day", ("Return", "Space")),
            Key("year", "The year before, the next one", ("PgUp", "PgDown")),
            Key("ends", "First day, last day of the year", ("Home", "End")),
        ),
        ("progress/calendar_map", "progress/muscles_map", "progress/muscles_table"),
    ),
    Group("records", "On the Records page", _TURN, ("records/page",)),
    Group(
        "settings",
        "In the settings",
        (
            Key("find", "Search", (_Standard.Find,)),
            Key("undo", "Undo", (_Standard.Undo,)),
            Key("redo", "Redo", (_Standard.Redo,)),
            Key("walk", "The field before, the next one", ("Up", "Down")),
            Key("keep", "Keep what is typed", ("Return",)),
            Key("leave", "Take back what is typed; clear the search", ("Esc",)),
        ),
        (
            "settings/dialog",
            "settings/fields",
            "settings/rest_box",
            "settings/search",
            "settings/sections_list",
        ),
    ),
    Group(
        "calculators",
        "In the calculators",
        (
            Key("next_tab", "Next calculator", (_Standard.NextChild, "Ctrl+PgDown")),
            Key("previous_tab", "Calculator before", (_Standard.PreviousChild, "Ctrl+PgUp")),
        ),
        ("calculators/dialog",),
    ),
    Group(
        "help",
        "In the help",
        (
            Key("find", "Search", (_Standard.Find,)),
            Key("back", "Back", ("Alt+Left",)),
            Key("forward", "Forward", ("Alt+Right",)),
            Key("next_hit", "Next place that was found", ("F3",)),
            Key("leave", "Clear the search, then close the help", ("Esc",)),
        ),
        ("help/window",),
    ),
)
