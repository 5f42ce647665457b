"""The rep-max table and the fall of records, against the rule said plainly."""

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.records import Lift, rep_max_table
from desktop.domain.records import RepMax

START = date(2026, 1, 1)
SESSIONS = [UUID(int=n) for n in range(5)]
LIFTS = st.builds(
    lambda reps, kilos, day: (
        reps,
        kilos * 1000,
        START + timedelta(day),
        SESSIONS[day],
    ),
    st.integers(0, 15),
    st.integers(0, 6),
    st.integers(0, 4),
)


def by_the_rule(rows: list[Lift], reps: int) -> RepMax | None:
    """The rule as the design says it, one candidate after the other."""
    best: Lift | None = None
    for row in sorted(rows, key=lambda row: row[2]):
        if row[0] < reps or row[1] <= 0:
            continue
        if best is None or row[1] > best[1] or (row[1] == best[1] and row[0] > best[0]):
            best = row
    return RepMax(reps, best[1], best[0], best[2], best[3]) if best else None


@given(st.lists(LIFTS, max_size=30))
def test_the_table_keeps_the_rule(rows: list[Lift]) -> None:
    wanted = [found for reps in range(1, 13) if (found := by_the_rule(rows, reps))]
    assert list(rep_max_table(rows)) == wanted


@given(st.lists(LIFTS, max_size=20))
def test_more_reps_are_never_heavier(rows: list[Lift]) -> None:
    weights = [line.weight for line in rep_max_table(rows)]
    assert weights == sorted(weights, reverse=True)


def test_a_worked_table() -> None:
    one, two, three = SESSIONS[:3]
    rows = [
        (5, 100_000, START, one),
        (3, 100_000, START, one),
        (1, 115_000, START + timedelta(7), two),
        (14, 60_000, START + timedelta(9), three),
        (5, 100_000, START + timedelta(9), three),
    ]
    table = rep_max_table(rows)
    assert [(line.reps, line.weight, line.done_reps) for line in table] == [
        (1, 115_000, 1),
        *[(reps, 100_000, 5) for reps in range(2, 6)],
        *[(reps, 60_000, 14) for reps in range(6, 13)],
    ]
    assert table[4].session_id == one  # the earlier of two equal sets


def test_nothing_lifted_nothing_listed() -> None:
    assert rep_max_table([]) == ()
    assert rep_max_table([(5, 0, START, SESSIONS[0]), (0, 50_000, START, SESSIONS[0])]) == ()
