"""What the columns of a template are called, and what may be typed into them."""

from __future__ import annotations

from desktop.domain.accounts import Effort, Preferences
from desktop.domain.template_cells import LineField

READ_ONLY = "Only its owner changes a shared template. Duplicate it to have one of your own."
ADD_LINE = "Add an exercise: type a name"
_LIST = "one for each set with / between"
TIPS: dict[LineField | None, str] = {
    None: "Exercise: type the beginning of a name and press Enter. Insert browses the library. "
    "Ctrl+Tab leaves the sheet.",
    LineField.SETS: "Sets: 3, or with types 2w+3+1d (w warm-up, d drop, f failure).",
    LineField.REPS: f"Reps: 5, 8-12, 5+ or AMRAP, or {_LIST}: 5/3/1+. "
    "A time: 60 s, 1:30. A distance: 40 m, 5 km.",
    LineField.WEIGHT: f"Weight: 100, 225 lb or 75% of the e1RM, or {_LIST}: 65%/75%/85%.",
    LineField.RPE: f"How hard a set is meant to be: 8, or {_LIST}: 7/8/9.",
    LineField.REST: "Rest: seconds or 1:30. Empty: as you prefer for the exercise.",
    LineField.SUPERSET: "Superset: one letter for those done together. Ctrl+G groups rows.",
    LineField.NOTES: "Notes: shown beside the exercise while you log it.",
}


def title(field: LineField | None, preferences: Preferences) -> str:
    """The title over a column."""
    if field is None:
        return "Exercise"
    if field is LineField.WEIGHT:
        return f"Weight ({preferences.unit})"
    if field is LineField.RPE:
        return "RIR" if preferences.effort is Effort.RIR else "RPE"
    return field.value.capitalize()
