"""The palette's search: what fits, in which order, and what use does to it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.palette import Asked, Index, Item, PaletteKind, most_used, search
from desktop.domain.palette_match import flat, places, quality, typed
from desktop.domain.palette_use import Usage

TODAY = date(2026, 11, 20)
TEXTS = st.text(max_size=24)
LETTERS = st.text("abc é(-)'1", max_size=16)


def exercise(name: str, *names: str, prior: float = 0.2) -> Item:
    return Item(name, PaletteKind.EXERCISE, name, names=names, prior=prior)


def session(name: str, day: date) -> Item:
    return Item(f"{name} {day}", PaletteKind.SESSION, name, day=day)


LOG = Index(
    [
        exercise("Bench Press (Barbell)", "Flat Bench", "BP", prior=0.9),
        exercise("Bench Press (Dumbbell)"),
        exercise("Deadlift, Romanian (Barbell)", "RDL"),
        exercise("Face Pull"),
        exercise("Élévation latérale"),
        exercise("Farmer's Walk"),
        Item("push", PaletteKind.TEMPLATE, "Push A"),
        Item("export", PaletteKind.ACTION, "Export", words="save csv file backup"),
        Item("theme", PaletteKind.SETTING, "Theme", words="dark light Window"),
        *(session("Push A", TODAY - timedelta(back)) for back in range(0, 400, 4)),
        session("Legs", date(2024, 3, 12)),
        session("Legs", date(2026, 11, 13)),
    ]
)


def titles(text: str, usage: Usage | None = None) -> list[str]:
    return [one.item.title for one in search([LOG], Asked(text, TODAY), usage or Usage())]


def first(text: str) -> str:
    return titles(text)[0]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("bench", "Bench Press (Barbell)"),
        ("BENCH PRESS", "Bench Press (Barbell)"),
        ("press dumb", "Bench Press (Dumbbell)"),
        ("rdl", "Deadlift, Romanian (Barbell)"),
        ("romanian dead", "Deadlift, Romanian (Barbell)"),
        ("fp", "Face Pull"),
        ("fcepul", "Face Pull"),
        ("elevation laterale", "Élévation latérale"),
        ("farmers", "Farmer's Walk"),
        ("csv", "Export"),
        ("dark", "Theme"),
        ("setting", "Theme"),
        ("template push", "Push A"),
        ("12 mar 2024", "Legs"),
        ("legs last friday", "Legs"),
    ],
)
def test_what_is_meant_comes_first(text: str, title: str) -> None:
    assert first(text) == title


def test_days_find_sessions() -> None:
    found = search([LOG], Asked("yesterday", TODAY + timedelta(1)), Usage())
    assert [one.item.day for one in found] == [TODAY]
    months = search([LOG], Asked("push november 2026", TODAY), Usage())
    assert [one.item.day for one in months] == [TODAY - timedelta(back) for back in range(0, 20, 4)]


def test_the_newest_session_comes_first_and_few_of_a_name() -> None:
    days = [one.item.day for one in search([LOG], Asked("push", TODAY), Usage()) if one.item.day]
    assert days == sorted(days, reverse=True)
    assert 1 < len(days) < 20


def test_letters_without_order_find_nothing() -> None:
    assert titles("zqx") == []
    assert titles("") == titles("  ") == titles("()") == []
    assert "Face Pull" not in titles("pullf")


def test_use_comes_first_where_both_fit() -> None:
    usage = Usage()
    for _ in range(3):
        usage = usage.with_choice("Bench Press (Dumbbell)", TODAY)
    assert titles("bench", usage)[0] == "Bench Press (Dumbbell)"
    assert titles("barbell", usage)[0] != "Bench Press (Dumbbell)"
    used = most_used([LOG], usage.with_choice("gone", TODAY), TODAY, 5)
    assert [item.title for item in used] == ["Bench Press (Dumbbell)"]


def test_the_typed_letters_are_marked() -> None:
    found = search([LOG], Asked("bp", TODAY), Usage())
    marks = {one.item.title: (one.marked, one.other_name) for one in found}
    assert marks["Bench Press (Dumbbell)"] == (frozenset({0, 6}), "")
    assert marks["Bench Press (Barbell)"][1] == "BP"
    (legs,) = search([LOG], Asked("leg 12 mar 2024", TODAY), Usage())
    assert legs.marked == {0, 1, 2}


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_a_text_is_found_by_its_letters(text: str, other: str) -> None:
    wanted = typed(text.casefold().split())
    fit = quality(wanted, flat(other))
    assert 0 <= fit <= 1
    marked = places(wanted, flat(other))
    assert all(0 <= place < len(flat(other)) - 1 for place in marked)


@settings(max_examples=60)
@given(LETTERS, LETTERS)
def test_what_is_marked_are_the_letters_typed(text: str, title: str) -> None:
    wanted, plain = typed(text.split()), flat(title)
    if wanted.parts and quality(wanted, plain):
        marked = {plain[place + 1] for place in places(wanted, plain)}
        assert marked == set("".join(part.text for part in wanted.parts)) - {" "}


@settings(max_examples=60)
@given(LETTERS)
def test_nothing_fits_better_than_the_text_itself(title: str) -> None:
    plain = flat(title)
    wanted = typed([word for word in plain.split() if word])
    if wanted.parts:
        assert quality(wanted, plain) >= quality(wanted, f"{plain} x")
        assert places(wanted, plain)


@settings(max_examples=50)
@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 60)), max_size=40))
def test_use_is_kept_and_fades(chosen: list[tuple[str, int]]) -> None:
    usage, day = Usage(), TODAY
    for key, days in chosen:
        day += timedelta(days)
        usage = usage.with_choice(key, day)
        assert usage.count(key, day) >= 1
    assert Usage.parse(usage.text()) == usage
    counts = [usage.count(key, day) for key in usage.most_used(day)]
    assert counts == sorted(counts, reverse=True)
    for key in usage.uses:
        assert usage.count(key, day + timedelta(14)) == pytest.approx(usage.count(key, day) / 2)


@pytest.mark.parametrize(
    "text", ["", "[]", "null", '{"a": 1}', '{"a": ["x", 1]}', "{", '{"a": []}']
)
def test_what_cannot_be_read_is_forgotten(text: str) -> None:
    assert Usage.parse(text) == Usage()


def test_too_many_uses_forget_the_least() -> None:
    usage = Usage()
    for number in range(320):
        usage = usage.with_choice(str(number), TODAY + timedelta(number))
    assert len(usage.uses) == 300
    assert "319" in usage.uses
    assert "0" not in usage.uses
