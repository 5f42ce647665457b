"""The words for an error of our own, and for an end that nobody asked for."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop.reports import place_of

if TYPE_CHECKING:
    from desktop.services.recovery import Found

_PLACES = {
    "accounts": "in the profiles",
    "calculators": "in the calculators",
    "help": "in the help",
    "history": "in the history",
    "library": "in the library",
    "palette": "in the command palette",
    "progress": "in the charts of your progress",
    "records": "in the records",
    "report": "in the progress report",
    "session": "in the session",
    "settings": "in the settings",
    "templates": "in the templates",
    "today": "on the Today page",
    "transfer": "while a file came in or went out",
}


def what_happened(fault: BaseException) -> str:
    """One sentence: that Repbook made an error, and where."""
    file, _ = place_of(fault)
    parts = file.split("/")
    folder = parts[2] if len(parts) > 3 and parts[1] == "ui" else parts[-1].removesuffix(".py")
    where = _PLACES.get(folder)
    return f"Repbook made an error{f' {where}' if where else ''} and left a step undone."


def is_safe(found: Found, today: date) -> str:
    """That the data is safe, or what was found wrong with it."""
    if found.faults:
        return (
            "The check of your data found something wrong: "
            f"{found.faults[0].splitlines()[0]}. Close Repbook, make a copy of the data folder, "
            "and read Troubleshooting in the help before you go on."
        )
    saved = ""
    if found.last_saved is not None:
        saved = f" The last set was saved {when(found.last_saved, today)}."
    return f"Your data is safe: the file was checked just now and is whole.{saved}"


def not_checked() -> str:
    """That the check itself could not be done."""
    return (
        "Your data could not be checked just now. What was ticked is on the disk; "
        "restart Repbook to have it checked."
    )


def when(moment: datetime, today: date) -> str:
    """'today at 18:42', '20 Nov 2026 at 18:42'."""
    from desktop.ui.widgets.texts import day_text

    day = "today" if moment.date() == today else day_text(moment.date())
    return f"{day} at {moment:%H:%M}"


def recovered(found: Found) -> str:
    """What a start after an unexpected end has found."""
    from desktop.ui.widgets.texts import count_text

    said = ["Repbook ended unexpectedly the last time."]
    if found.session is not None:
        sets = f" with {count_text(found.ticked, 'ticked set')}" if found.ticked else ""
        said.append(f"Your session {found.session}{sets} is open again.")
    if found.faults:
        said.append(
            f"The check of the log found something wrong: {found.faults[0].splitlines()[0]}. "
            "Make a copy of the data folder, and read Troubleshooting in the help."
        )
    else:
        said.append("The log was checked and is whole.")
    return " ".join(said)
