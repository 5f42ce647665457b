"""The one-rep max formulas against worked numbers."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.one_rep_max import applied, effective_reps, estimate, weight_for
from desktop.domain.accounts import Formula
from tests.samples import reference_dir

WEIGHTS = st.integers(1, 1_000_000)
REPS = st.integers(1, 12)
RPES = st.integers(2, 20).map(lambda halves: halves / 2)
FORMULAS = st.sampled_from(Formula)
NAMED = [formula for formula in Formula if formula is not Formula.AUTO]


def reference() -> dict[str, Any]:
    text = (reference_dir() / "one_rm_formulas.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@pytest.mark.parametrize("formula", NAMED)
def test_every_example_of_the_reference(formula: Formula) -> None:
    for reps, expected in reference()["examples_w100"][formula.value].items():
        # at one rep the reference prints the bare formula, where the convention says the weight
        wanted = 100.0 if reps == "1" else expected
        assert estimate(100, int(reps), formula=formula) == pytest.approx(wanted, abs=5e-5)
    heavy = reference()["examples_w142.5_r5"][formula.value]
    assert estimate(142.5, 5, formula=formula) == pytest.approx(heavy, abs=5e-5)


@pytest.mark.parametrize(
    ("weight", "reps", "rpe", "formula", "expected"),
    [
        (100.0, 1, None, Formula.AUTO, 100.0),
        (100.0, 5, None, Formula.AUTO, 112.5),
        (100.0, 10, None, Formula.AUTO, 133.3333),
        (100.0, 11, None, Formula.AUTO, 136.6667),
        (97.5, 6, 9.0, Formula.AUTO, 117.0),
        (100.0, 1, 10.0, Formula.EPLEY, 100.0),
        (100.0, 5, 10.0, Formula.EPLEY, 116.6667),
        (100.0, 5, 9.5, Formula.BRZYCKI, 114.2857),
        (100.0, 8, None, Formula.LANDER, 125.1092),
        (100.0, 3, None, Formula.LOMBARDI, 111.6123),
        (100.0, 5, None, Formula.MAYHEW, 119.0107),
        (100.0, 5, None, Formula.OCONNER, 112.5),
        (100.0, 5, None, Formula.WATHAN, 116.5825),
        (100.0, 12, None, Formula.EPLEY, 140.0),
    ],
)
def test_worked_numbers(
    weight: float, reps: int, rpe: float | None, formula: Formula, expected: float
) -> None:
    assert estimate(weight, reps, rpe, formula) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("weight", "reps", "rpe"),
    [(0, 5, None), (-20, 5, None), (100, 0, None), (100, 13, None), (100, 10, 7.5)],
)
@pytest.mark.parametrize("formula", Formula)
def test_nothing_can_be_said(weight: float, reps: int, rpe: float | None, formula: Formula) -> None:
    assert estimate(weight, reps, rpe, formula) is None


def test_rpe_adds_the_reps_in_reserve() -> None:
    assert effective_reps(5) == 5.0
    assert effective_reps(5, 10) == 5.0
    assert effective_reps(5, 7.5) == 7.5


@given(WEIGHTS, WEIGHTS, REPS, FORMULAS)
def test_more_weight_is_more(one: int, other: int, reps: int, formula: Formula) -> None:
    low, high = (
        estimate(min(one, other), reps, None, formula),
        estimate(max(one, other), reps, None, formula),
    )
    assert low is not None
    assert high is not None
    assert low <= high


@given(WEIGHTS, st.integers(1, 11), FORMULAS)
def test_more_reps_are_more(weight: int, reps: int, formula: Formula) -> None:
    fewer = estimate(weight, reps, None, formula)
    more = estimate(weight, reps + 1, None, formula)
    assert fewer is not None
    assert more is not None
    assert weight <= fewer < more


@given(WEIGHTS, REPS, RPES, FORMULAS)
def test_a_rep_in_reserve_counts_like_a_rep_done(
    weight: int, reps: int, rpe: float, formula: Formula
) -> None:
    with_reserve = estimate(weight, reps, rpe, formula)
    if rpe == int(rpe):
        assert with_reserve == estimate(weight, reps + 10 - int(rpe), None, formula)
    elif with_reserve is not None:
        plain = estimate(weight, reps, None, formula)
        assert plain is not None
        assert with_reserve > plain


@given(WEIGHTS)
def test_brzycki_and_epley_meet_at_ten(weight: int) -> None:
    brzycki = estimate(weight, 10, None, Formula.BRZYCKI)
    assert brzycki == pytest.approx(estimate(weight, 10, None, Formula.EPLEY))
    assert brzycki == pytest.approx(estimate(weight, 10))


def test_what_auto_stands_for() -> None:
    assert applied(9.5, Formula.AUTO) is Formula.BRZYCKI
    assert applied(10, Formula.AUTO) is Formula.EPLEY
    assert applied(3, Formula.WATHAN) is Formula.WATHAN


@pytest.mark.parametrize(
    ("e1rm", "reps", "rpe", "formula", "expected"),
    [
        (112.5, 5, None, Formula.AUTO, 100.0),
        (100.0, 1, None, Formula.LOMBARDI, 100.0),
        (140.0, 12, None, Formula.EPLEY, 100.0),
        (117.0, 6, 9.0, Formula.AUTO, 97.5),
    ],
)
def test_the_weight_of_a_rep_max(
    e1rm: float, reps: int, rpe: float | None, formula: Formula, expected: float
) -> None:
    assert weight_for(e1rm, reps, rpe, formula) == pytest.approx(expected)


@pytest.mark.parametrize(("e1rm", "reps"), [(0, 5), (-100, 5), (100, 0), (100, 13)])
def test_no_weight_where_no_estimate(e1rm: float, reps: int) -> None:
    assert weight_for(e1rm, reps) is None


@given(WEIGHTS, REPS, st.one_of(st.none(), RPES), FORMULAS)
def test_there_and_back(weight: int, reps: int, rpe: float | None, formula: Formula) -> None:
    e1rm = estimate(weight, reps, rpe, formula)
    if e1rm is not None:
        assert weight_for(e1rm, reps, rpe, formula) == pytest.approx(weight)
    else:
        assert weight_for(100, reps, rpe, formula) is None
