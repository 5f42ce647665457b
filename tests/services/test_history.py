"""Sessions that are over: found by their words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.accounts import User
from desktop.services import Services
from tests.support import add_session, session_of

BENCH = [("Bench Press (Barbell)", [(100, 5)])]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("", {1, 2}),
        ("bench", {1, 2}),
        ("BENCH \u00dcBUNG", {1}),
        ("\u00fcbung", {1}),
        ("\u00dcbung", {1}),
        ("\u00e9paule", {2}),
        ("\u00c9PAULE", {2}),
        ("100%", set()),
        ("squat", set()),
    ],
)
def test_words_are_found_whatever_their_capitals(
    services: Services, user: User, text: str, days: set[int]
) -> None:
    add_session(services, user, date(2026, 11, 1), BENCH, "\u00dcbung zu Hause")
    other = session_of(services, user, date(2026, 11, 2), BENCH)
    services.session.save(replace(other, notes="\u00c9paule fatigu\u00e9e"))
    assert {row.day.day for row in services.history.rows(user.id, text)} == days
