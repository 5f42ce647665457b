"""Weights as they are typed and shown."""

import pytest

from desktop.domain.weight import Unit, Weight, grams_text

KG, LB = Unit.KG, Unit.LB


@pytest.mark.parametrize(
    ("grams", "unit", "digits", "text"),
    [
        (92_250, KG, 1, "92.3"),
        (92_350, KG, 1, "92.4"),
        (92_249, KG, 1, "92.2"),
        (92_250, KG, 2, "92.25"),
        (-92_250, KG, 1, "-92.3"),
        (100_500, KG, 0, "101"),
        (100_000, KG, 1, "100"),
        (45_359.237, LB, 1, "100"),
    ],
)
def test_halves_of_computed_weights_go_up(grams: float, unit: Unit, digits: int, text: str) -> None:
    assert grams_text(grams, unit, digits) == text


@pytest.mark.parametrize("unit", list(Unit))
def test_what_is_typed_is_shown(unit: Unit) -> None:
    for cents in (*range(20_000), *range(99_900, 100_100)):
        text = f"{cents / 100:.2f}"
        assert Weight.of(text, unit).amount() == Weight.of(text, unit).amount(unit)
        assert f"{Weight.of(text, unit).amount():.2f}" == text


def test_a_gram_too_fine_to_be_shown_goes_up_from_the_half() -> None:
    assert Weight(100_005, KG).text() == "100.01"
    assert Weight(100_004, KG).text() == "100"


@pytest.mark.parametrize(
    ("amount", "unit", "typed", "shown"),
    [
        ("1000", Unit.KG, "1000 kg", "1,000 kg"),
        ("1102,5", Unit.LB, "1102.5 lb", "1,102.5 lb"),
        ("-1500", Unit.KG, "-1500 kg", "-1,500 kg"),
        ("999.25", Unit.KG, "999.25 kg", "999.25 kg"),
    ],
)
def test_thousands_are_parted_where_weights_are_read_not_where_they_are_typed(
    amount: str, unit: Unit, typed: str, shown: str
) -> None:
    weight = Weight.of(amount, unit)
    assert (weight.typed, str(weight)) == (typed, shown)
    assert weight.text() == typed.split(maxsplit=1)[0]
    assert Weight.of(weight.text(), unit) == weight
    assert f"{grams_text(weight.exact_grams, unit, 2)} {unit}" == shown
