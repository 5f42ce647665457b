"""A generated, believable training history: for a look around, and to measure with."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from uuid import UUID
from zoneinfo import ZoneInfo

from desktop.domain.accounts import User
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise
from desktop.domain.session import SessionExercise, WorkoutSession, offset_minutes
from desktop.domain.templates import TargetReps, TemplateExercise, WorkoutTemplate
from desktop.domain.transfer import Step
from desktop.domain.weight import Unit
from desktop.services import Services
from desktop.services.demo_calendar import TrainingDay, training_days
from desktop.services.demo_lifter import Day, Lifter
from desktop.services.demo_plan import (
    CONDITIONING,
    EXERCISE_NOTES,
    HOLIDAY,
    TEMPLATES,
    WORKOUT_NOTES,
    Line,
    Plan,
)
from desktop.services.store import zone_named
from desktop.storage.queries import library
from desktop.storage.session_rows import Source
from desktop.storage.unit_of_work import UnitOfWork

_SEED = 1896
_SETS_A_DAY = 12.4  # what a day of the history comes to, breaks included
_LONGEST_YEARS = 30
_BATCH = 50


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose history it is. exercises: by name. templates: of the plans that have one."""

    user_id: UUID
    zone: ZoneInfo
    unit: Unit
    exercises: Mapping[str, Exercise]
    templates: Mapping[str, UUID]


def fill(services: Services, user_id: UUID, years: int = 3, sets: int | None = None) -> None:
    """Give the profile templates and a history that ends today, in one transaction.

    sets: how long the history is, about, in place of years. It counts as the
    user's own: see services/demo_data.py for one that can be taken out again.
    """
    user = next(user for user in services.accounts.users() if user.id == user_id)
    unit = services.accounts.preferences(user_id).unit
    with services.store.unit_of_work() as work:
        write(work, user, unit, years, sets)
        work.commit()


def write(
    work: UnitOfWork,
    user: User,
    unit: Unit,
    years: int = 3,
    sets: int | None = None,
    *,
    source: str = "",
    step: Step | None = None,
) -> tuple[UUID, ...]:
    """Write templates and history within a unit of work; the templates' keys.

    source: what the sessions are marked with. step(done, total): how far it
    is, in days of the history.
    """
    known = library.visible(work.connection, user.id).values()
    owner = Owner(
        user_id=user.id,
        zone=zone_named(user.timezone),
        unit=unit,
        exercises={one.name: one for one in known if not one.is_custom},
        templates={plan.name: new_id() for plan in TEMPLATES},
    )
    dice = random.Random(_SEED)
    lifter = Lifter(owner.exercises, owner.unit, dice)
    sessions = history(owner, work.now, years, sets, dice, lifter)
    mark = Source(source, work.now) if source else None
    templates = [_template(owner, plan) for plan in TEMPLATES]
    for template in templates:
        work.templates.save(template)
    builder = work.builder(user.id)
    first: date | None = None
    while batch := list(islice(sessions, _BATCH)):
        work.sessions.add_all(builder, batch, mark)
        first, last = first or batch[0].session_date, batch[-1].session_date
        if step is not None:
            step((last - first).days, (work.now.date() - first).days + 1)
    for plan, template in zip(TEMPLATES, templates, strict=True):
        work.templates.save(_aimed(template, plan, lifter))
    return tuple(owner.templates.values())


def history(
    owner: Owner,
    now: datetime,
    years: int,
    sets: int | None,
    dice: random.Random,
    lifter: Lifter,
) -> Iterator[WorkoutSession]:
    """The sessions, oldest first; more than a lifetime of them means several a day."""
    days = round(sets / _SETS_A_DAY) if sets else round(years * 365.25)
    a_day = -(-days // round(_LONGEST_YEARS * 365.25))
    today = now.astimezone(owner.zone).date()
    last_day = today
    writer = _Writer(owner, dice, lifter)
    for one in training_days(today - timedelta(days=days // a_day), today, dice):
        for number in range(a_day):
            lifter.rested((one.day - last_day).days if one.day > last_day else 0)
            session = writer.session(one, _start(one.day, number, a_day, owner.zone, dice))
            last_day = one.day
            session = _over_by(session, now)
            if session.local_start.date() == one.day:
                yield session


class _Writer:
    """Writes down what the lifter does on a day."""

    def __init__(self, owner: Owner, dice: random.Random, lifter: Lifter) -> None:
        self._owner = owner
        self._dice = dice
        self._lifter = lifter

    def session(self, training: TrainingDay, local: datetime) -> WorkoutSession:
        """The whole workout, begun at that time."""
        plan, start = training.plan, local.astimezone(UTC)
        day = Day(training.week, training.is_light)
        now, exercises = start, list[SessionExercise]()
        for line in plan.lines:
            now, one = self._exercise(line, day, now)
            exercises.append(one)
        end = now + timedelta(minutes=self._dice.randint(1, 6))
        return WorkoutSession(
            id=new_id(),
            user_id=self._owner.user_id,
            name=plan.name,
            session_date=training.day,
            started_at=start,
            utc_offset_minutes=offset_minutes(local),
            ended_at=end,
            duration_minutes=round((end - start) / timedelta(minutes=1)),
            template_id=self._owner.templates.get(plan.name),
            location="" if plan in {HOLIDAY, CONDITIONING} else "City Gym",
            notes=training.note or self._some(WORKOUT_NOTES, 0.07),
            exercises=tuple(exercises),
        )

    def _exercise(self, line: Line, day: Day, start: datetime) -> tuple[datetime, SessionExercise]:
        end, sets = self._lifter.sets(line, day, start)
        return end, SessionExercise(
            id=new_id(),
            exercise_id=self._owner.exercises[line.exercise].id,
            sets=sets,
            notes=self._some(EXERCISE_NOTES, 0.03),
            completed_at=sets[-1].completed_at,
            superset_group=line.superset,
        )

    def _some(self, notes: tuple[str, ...], share: float) -> str:
        return self._dice.choice(notes) if self._dice.random() < share else ""


def _start(day: date, number: int, a_day: int, zone: ZoneInfo, dice: random.Random) -> datetime:
    """After work, in the morning at the weekend; spread over the day when there are many."""
    hour = 10 if day.weekday() >= 5 else 17
    if a_day > 1:
        hour = 4 + number * 18 // a_day
    return datetime.combine(day, time(hour, dice.randrange(0, 60)), zone)


def _over_by(session: WorkoutSession, now: datetime) -> WorkoutSession:
    """The session, moved to before `now` when it would not be over yet."""
    assert session.ended_at is not None
    late = session.ended_at - now
    if late <= timedelta():
        return session
    back = timedelta(minutes=late // timedelta(minutes=1) + 5)

    def moved(moment: datetime | None) -> datetime | None:
        return moment - back if moment else None

    return replace(
        session,
        started_at=session.started_at - back,
        ended_at=session.ended_at - back,
        exercises=tuple(
            replace(
                exercise,
                completed_at=moved(exercise.completed_at),
                sets=tuple(
                    replace(one, completed_at=moved(one.completed_at)) for one in exercise.sets
                ),
            )
            for exercise in session.exercises
        ),
    )


def _template(owner: Owner, plan: Plan) -> WorkoutTemplate:
    return WorkoutTemplate(
        id=owner.templates[plan.name],
        user_id=owner.user_id,
        name=plan.name,
        category=plan.category,
        description=plan.description,
        exercises=tuple(_template_line(owner, line) for line in plan.lines),
    )


def _template_line(owner: Owner, line: Line) -> TemplateExercise:
    exercise = owner.exercises[line.exercise]
    return TemplateExercise(
        id=new_id(),
        exercise_id=exercise.id,
        target_sets=line.sets,
        target_reps=TargetReps(line.low, line.high) if exercise.kind.has_reps else None,
        rest_seconds=line.rest,
        superset_group=line.superset,
    )


def _aimed(template: WorkoutTemplate, plan: Plan, lifter: Lifter) -> WorkoutTemplate:
    """The template with what its lines are loaded with after all those years."""
    lines = (
        replace(line, target_weight=lifter.weight_of(one))
        for line, one in zip(template.exercises, plan.lines, strict=True)
    )
    return replace(template, exercises=tuple(lines))
