"""What a report finds in the log."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.domain.accounts import Formula
from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet, SessionExercise
from desktop.domain.weight import Unit
from desktop.ui.report.gather import gather
from desktop.ui.report.report import Bin, Figure, Period, Wish
from desktop.ui.report.words import footer_lines
from tests.support import session_of
from tests.ui.pages import Log
from tests.ui.report.conftest import BENCH, DEADLIFT, PRESS, ROW, SQUAT, TODAY, source_of

QUARTER = Period(TODAY - timedelta(83), TODAY, TODAY - timedelta(167))


def test_figures_beside_the_period_before(half_year: Log) -> None:
    report = gather(source_of(half_year), Wish(QUARTER, Unit.KG))
    assert report.title == "29 Aug 2026 to 20 Nov 2026"
    assert report.compared == "6 Jun 2026 to 28 Aug 2026"
    assert report.figures == (
        Figure("Workouts", "12", "12"),
        Figure("Sets", "60", "36"),
        Figure("Volume", "31,410 kg", "14,850 kg"),
        Figure("Time", "12 h", "12 h"),
    )
    volume = sum(one.value for one in report.volume)
    assert volume == 31_410
    assert report.volume_title == "Volume per week, kg"


def test_the_lifts_done_most_with_trend_and_records(half_year: Log) -> None:
    bench, squat = gather(source_of(half_year), Wish(QUARTER, Unit.KG)).lifts
    assert (bench.name, squat.name) == (BENCH, SQUAT)
    assert bench.measure == "e1RM, kg"
    assert bench.words.startswith("Best 112.5 kg")
    assert "trend +" in bench.words
    assert len(bench.spots) == len(bench.trend) == 12
    assert all(one.is_record for one in bench.spots)
    assert bench.spots[-1].value == pytest.approx(112.5)
    assert all(one.low < one.level < one.high for one in bench.trend)
    assert not any(one.is_record for one in squat.spots), "the first time is none"


def test_chosen_lifts_in_pounds(half_year: Log) -> None:
    wish = Wish(QUARTER, Unit.LB, (half_year.exercise(SQUAT), half_year.exercise(DEADLIFT)))
    report = gather(source_of(half_year), wish)
    squat, deadlift = report.lifts
    assert squat.measure == "e1RM, lb"
    assert squat.spots[0].value == pytest.approx(135 / 0.45359237)
    assert not deadlift.spots, "it was not done, and says so on the page"
    assert report.figures[2].value.endswith(" lb")


def test_no_more_than_four_lifts(log: Log) -> None:
    names = (BENCH, SQUAT, ROW, PRESS, DEADLIFT)
    lifts = [(name, [(50, 5)] * (6 - at)) for at, name in enumerate(names)]
    log.add(TODAY, lifts)
    report = gather(source_of(log), Wish(Period(None, TODAY), Unit.KG))
    assert [one.name for one in report.lifts] == list(names[:4])


def test_muscles_and_records(half_year: Log) -> None:
    report = gather(source_of(half_year), Wish(QUARTER, Unit.KG))
    muscles = {one.name: one for one in report.muscles}
    assert muscles["Chest"].mean == pytest.approx(3)
    assert muscles["Chest"].before == pytest.approx(3)
    assert muscles["Legs"].mean == pytest.approx(2)
    assert muscles["Legs"].before == 0
    means = [one.mean for one in report.muscles]
    assert means == sorted(means, reverse=True)
    assert report.fallen == 48, "four kinds of record every week"
    newest = [(one.exercise, one.kind, one.day) for one in report.records]
    assert (BENCH, "e1RM", "20 Nov 2026") in newest
    assert len(newest) == len(set(newest)) == 4


def test_everything_is_compared_with_nothing(half_year: Log) -> None:
    report = gather(source_of(half_year), Wish(Period(None, TODAY), Unit.KG))
    assert report.first == TODAY - timedelta(7 * 25)
    assert not report.compared
    assert not any(one.before for one in report.figures)


def test_a_period_before_the_log_is_no_comparison(log: Log) -> None:
    log.add(TODAY, [(BENCH, [(50, 5)])])
    report = gather(source_of(log), Wish(QUARTER, Unit.KG))
    assert not report.compared
    assert all(one.before is None for one in report.muscles)


def test_years_are_told_by_month(log: Log) -> None:
    for day in (date(2024, 1, 31), date(2026, 11, 1)):
        log.add(day, [(BENCH, [(50, 10)])])
    report = gather(source_of(log), Wish(Period(None, TODAY), Unit.KG))
    assert report.volume_title == "Volume per month, kg"
    assert report.volume[0] == Bin(date(2024, 1, 1), 500)
    assert report.volume[-1] == Bin(date(2026, 11, 1), 500)
    assert len(report.volume) == 35


def test_an_empty_log(log: Log) -> None:
    for period in (QUARTER, Period(None, TODAY)):
        report = gather(source_of(log), Wish(period, Unit.KG))
        assert report.is_empty
        assert not report.lifts
        assert not report.records


def test_the_footer_says_how_it_was_reckoned(log: Log) -> None:
    from dataclasses import replace

    preferences = replace(
        log.context.preferences,
        formula=Formula.EPLEY,
        uses_rpe=False,
        most_reps=8,
        counts_warm_ups=True,
    )
    words = " ".join(footer_lines(preferences, TODAY))
    assert "by Epley, without reps in reserve, up to 8 reps." in words
    assert "with warm-ups" in words
    assert "Made with Repbook on 20 Nov 2026." in words


def test_times_on_an_axis_are_written_as_times(log: Log) -> None:
    plank = next(one for one in log.context.exercises.values() if one.kind is ExerciseKind.DURATION)
    for week, seconds in enumerate((90, 75, 60)):
        session = session_of(log.services, log.user, TODAY - timedelta(7 * week), [])
        hold = ExerciseSet(new_id(), duration_seconds=seconds, completed_at=session.ended_at)
        done = SessionExercise(new_id(), plank.id, (hold,))
        log.services.session.save(replace(session, exercises=(done,)))
    (lift,) = gather(source_of(log), Wish(Period(None, TODAY), Unit.KG)).lifts
    assert lift.measure == "Duration"
    assert [lift.write(one.value) for one in lift.spots] == ["1:00", "1:15", "1:30"]
    assert lift.write(75) == "1:15:00"
