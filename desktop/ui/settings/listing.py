"""The settings by their words, without making the dialog: what the command palette offers."""

from __future__ import annotations

from typing import NamedTuple


class Listed(NamedTuple):
    """A setting. target: its title in the dialog's section; title: as it is called elsewhere."""

    section: str
    target: str
    title: str
    words: str = ""


SECTIONS = {
    "training": "Training",
    "rest": "Rest",
    "warm_up": "Warm-up",
    "gear": "Bars and plates",
    "window": "Window",
    "profile": "Profile",
    "data": "Data",
}
# There only where there is demo data.
DEMO = Listed(
    "data",
    "Sessions and templates that were made up for a look around",
    "Remove demo data",
    "sample example made-up generated",
)
SETTINGS = (
    Listed("training", "Weights in", "Unit of weights", "weights in kg lb kilograms pounds"),
    Listed("training", "Effort of a set", "Effort of a set", "rpe rir off reps in reserve"),
    Listed("training", "Estimated 1RM by", "e1RM formula", "estimated one-rep max epley brzycki"),
    Listed("training", "Estimates up to", "Estimates up to so many reps", "e1rm cut-off most reps"),
    Listed("training", "Weeks start on", "Weeks start on", "first day of the week monday sunday"),
    Listed(
        "training",
        "Count reps in reserve into an estimate",
        "Count reps in reserve into an estimate",
        "rpe rir e1rm",
    ),
    Listed("training", "Count warm-up sets", "Count warm-up sets", "warm-ups records volume"),
    Listed("rest", "Working set", "Rest after a working set", "timer default pause"),
    Listed("rest", "Warm-up set", "Rest after a warm-up set", "timer pause"),
    Listed("rest", "Before a drop set", "Rest before a drop set", "timer pause"),
    Listed("rest", "Set to failure", "Rest after a set to failure", "timer pause"),
    Listed("rest", "Beep", "Beep when a rest is over", "sound signal alarm timer"),
    Listed(
        "rest",
        "Show a notice of the desktop",
        "Notice of the desktop when a rest is over",
        "notification message timer",
    ),
    Listed("rest", "Rests of single exercises", "Rests of single exercises", "timer own"),
    Listed("warm_up", "Warm-up sets", "Warm-up steps", "ramp percent reps empty bar sets"),
    Listed("gear", "Gym shown", "Gyms", "place location train here add"),
    Listed("gear", "Name", "Name of the gym", "rename"),
    Listed("gear", "Bars", "Bars", "barbell weight"),
    Listed("gear", "Plates", "Plates", "discs pairs"),
    Listed("window", "Theme", "Theme", "colours colors light dark mode system look"),
    Listed("window", "Text size", "Text size", "font larger smaller zoom"),
    Listed("profile", "Name", "Name of the profile", "rename person account"),
    Listed("profile", "Time zone", "Time zone", "timezone region clock"),
    Listed(
        "profile",
        "Password, e-mail, other profiles",
        "Password of the profile",
        "lock e-mail email",
    ),
    Listed("data", "Your data", "Data folder", "file directory path backup where"),
    Listed("data", "Keep the data elsewhere", "Keep the data elsewhere", "move another folder"),
)
