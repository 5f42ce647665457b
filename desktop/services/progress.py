"""What charts show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.analysis.volume import weekly_sets
from desktop.domain.changes import Changed, Kind
from desktop.domain.collecting import no_collecting
from desktop.domain.muscles import MuscleGroup
from desktop.domain.progress import (
    ExerciseChart,
    Grain,
    Measure,
    Series,
    SeriesPoint,
    SetRow,
    Subject,
    Why,
)
from desktop.domain.training import Balance, Landmark, TrainingDay, WeeklySets
from desktop.services.progress_chart import chart_of
from desktop.services.progress_series import series_of
from desktop.services.store import Store
from desktop.storage.queries import accounts, landmarks, library, progress

if TYPE_CHECKING:
    from desktop.analysis.trend import Trend


class ProgressService:
    """Strength over time, and how much was done."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def used(self, user_id: UUID) -> list[UUID]:
        """Exercises with sets that count, the most recently done first."""
        with self._store.reading() as connection:
            return progress.used(connection, user_id)

    def most_done(self, user_id: UUID, first: date | None, last: date | None) -> list[UUID]:
        """Exercises with sets that count between two days, the one with most sets first."""
        with self._store.reading() as connection:
            rows = progress.sets_by_day(connection, user_id, first, last)
        counts: Counter[bytes] = Counter()
        for _, key, count in rows:
            counts[key] += count
        return [UUID(bytes=key) for key, _ in counts.most_common()]

    def series(
        self,
        user_id: UUID,
        subject: Subject,
        measure: Measure,
        grain: Grain = Grain.SESSION,
        reps: int | None = None,
    ) -> Series:
        """A measure over the whole history. reps: of BEST_AT_REPS, 5 when None."""
        with no_collecting(), self._store.reading() as connection:
            return series_of(connection, user_id, subject, measure, grain, reps)

    def sets(
        self,
        user_id: UUID,
        exercise_id: UUID,
        first: date | None = None,
        last: date | None = None,
        limit: int | None = None,
    ) -> list[SetRow]:
        """The ticked sets of an exercise, the newest session first and in its own order."""
        from desktop.services.progress_sets import sets_between

        with self._store.reading() as connection:
            return sets_between(connection, user_id, [exercise_id], first, last, limit)

    def behind(
        self,
        user_id: UUID,
        subject: Subject,
        point: SeriesPoint,
        measure: Measure = Measure.SETS,
    ) -> tuple[SetRow, ...]:
        """The counted sets behind a point of a series: those of its session, week or month.

        measure: of a group's series, which decides on the exercises of it.
        """
        from desktop.services.progress_sets import sets_behind

        with self._store.reading() as connection:
            rows = sets_behind(connection, user_id, subject, measure, point)
        return tuple(row for row in rows if row.is_counted)

    def explain(
        self,
        user_id: UUID,
        subject: Subject,
        measure: Measure,
        point: SeriesPoint,
        reps: int | None = None,
    ) -> Why:
        """Where the value of a point comes from. reps: as for the series."""
        from desktop.services.explain import explain_point

        with self._store.reading() as connection:
            return explain_point(connection, user_id, subject, measure, point, reps)

    def trend(self, user_id: UUID, exercise_id: UUID) -> Trend | None:
        """The trend of the sessions' e1RMs without outliers, None where they are too few.

        Its days are ordinals (date.fromordinal), its weights grams.
        """
        return _trend(self.series(user_id, Subject(exercise_id), Measure.E1RM).points)

    def explain_trend(self, user_id: UUID, exercise_id: UUID) -> Why:
        """What the trend's level rests on, with the sets of the last sessions."""
        from desktop.services.explain_trend import explain_trend

        points = self.series(user_id, Subject(exercise_id), Measure.E1RM).points
        with self._store.reading() as connection:
            return explain_trend(connection, user_id, exercise_id, points, _trend(points))

    def chart(self, user_id: UUID, exercise_id: UUID) -> ExerciseChart:
        """An exercise's whole history with its records."""
        with no_collecting(), self._store.reading() as connection:
            return chart_of(connection, user_id, exercise_id)

    def weekly_sets(self, user_id: UUID, first: date | None, last: date | None) -> WeeklySets:
        """Sets for each muscle and week; weeks start where the user's do."""
        with self._store.reading() as connection:
            rows = progress.sets_by_day(connection, user_id, first, last)
            exercises = library.visible(connection, user_id)
            preferences = accounts.preferences(connection, user_id)
        by_key = {exercise.id.bytes: exercise for exercise in exercises.values()}
        return weekly_sets(
            (
                (date.fromisoformat(day), by_key[key], count)
                for day, key, count in rows
                if key in by_key
            ),
            preferences.first_weekday,
            first,
            last,
        )

    def balance(self, user_id: UUID, first: date | None, last: date | None) -> Balance:
        """Counted sets that push and pull, and so on, between two days; see analysis/balance.py."""
        from desktop.analysis.balance import balance

        with self._store.reading() as connection:
            rows = progress.sets_by_exercise(connection, user_id, first, last)
            exercises = library.visible(connection, user_id)
        by_key = {exercise.id.bytes: exercise for exercise in exercises.values()}
        return balance((by_key[key], count) for key, count in rows if key in by_key)

    def days(self, user_id: UUID) -> tuple[TrainingDay, ...]:
        """Every day with sets that count, oldest first."""
        from desktop.services.progress_days import training_days

        with no_collecting(), self._store.reading() as connection:
            return training_days(connection, user_id)

    def landmarks(self, user_id: UUID) -> dict[MuscleGroup, Landmark]:
        """What little and a lot of weekly sets are; as most take them, until the profile says."""
        with self._store.reading() as connection:
            return landmarks.of(connection, user_id)

    def save_landmarks(self, user_id: UUID, wanted: Mapping[MuscleGroup, Landmark]) -> Changed:
        """Keep what little and a lot are; InvalidInputError where one is not below the other."""
        for landmark in wanted.values():
            landmark.require_order()
        with self._store.unit_of_work() as work:
            work.accounts.set_value(user_id, landmarks.NAME, landmarks.value_of(wanted))
            work.commit()
        return Changed.of(Kind.PROFILE, user_id, said="Landmarks saved")


def _trend(points: Sequence[SeriesPoint]) -> Trend | None:
    # numpy is imported by who wants a trend, not by the start
    from desktop.analysis.trend import trend

    believed = [one for one in points if not one.is_outlier]
    return trend([one.day.toordinal() for one in believed], [one.value for one in believed])
