"""What a report says in sentences."""

from __future__ import annotations

from datetime import date

from desktop.domain.accounts import Formula, Preferences
from desktop.ui.widgets.texts import count_text, day_text

_NAMES = {
    Formula.AUTO: "Brzycki below 10 reps and Epley from 10 on",
    Formula.OCONNER: "O\N{RIGHT SINGLE QUOTATION MARK}Conner",
}


def period_words(first: date, last: date) -> str:
    """'1 Jan 2026 to 31 Mar 2026'."""
    return day_text(first) if first == last else f"{day_text(first)} to {day_text(last)}"


def footer_lines(preferences: Preferences, today: date) -> tuple[str, ...]:
    """Which formula, which sets count, and when the report was made."""
    formula = _NAMES.get(preferences.formula, preferences.formula.value.capitalize())
    rpe = "with" if preferences.uses_rpe else "without"
    most = count_text(preferences.most_reps, "rep")
    warm_ups = "with" if preferences.counts_warm_ups else "without"
    return (
        f"e1RM: estimated one-rep max by {formula}, {rpe} reps in reserve, up to {most}.",
        (
            "The trend is a robust local level of it: 8 of 10 sessions fall inside its band. "
            "A diamond is a record."
        ),
        (
            f"Figures count the ticked sets {warm_ups} warm-ups. A set counts 1 for a primary "
            "muscle, 0.5 for a secondary; volume is weight \N{MULTIPLICATION SIGN} reps."
        ),
        f"Made with Repbook on {day_text(today)}.",
    )
