"""The states of the session dock, for pictures: see tests/screens.py."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from desktop.domain import session_edits as edits
from desktop.domain.session import WorkoutSession
from desktop.ui.session.countdown import monotonic
from tests.stage import Screen, Stage

WRITTEN = """Push A
bench 100x5@8 x3
incline 3x8-10 32
plank 60s
"""


def workout(stage: Stage) -> None:
    """A session in the middle of a workout; nothing but a start in an empty log."""
    stage.window.go("library")
    services, user = stage.services, stage.context.user.id
    templates = {row.name: row.id for row in services.templates.rows(user)}
    begun = services.session.start(user, template_id=templates.get("Push A"))
    for place, exercise in enumerate(begun.exercises[:2]):
        for one in exercise.sets[: 3 - 2 * place]:
            ticked = replace(one, completed_at=services.clock())
            services.session.save_set(begun, exercise.id, ticked)
    stage.window.dock.resume()
    stage.settle()


def empty(stage: Stage) -> None:
    stage.window.go("library")
    stage.window.commands.run("start")


def no_session(stage: Stage) -> None:
    stage.window.go("library")
    stage.window.dock.show(True)


def superset(stage: Stage) -> None:
    workout(stage)
    controller = stage.dock.controller
    first, second, *_ = controller.current().exercises
    controller.edit("make superset", lambda now: edits.join_superset(now, first.id))
    controller.edit("make superset", lambda now: edits.join_superset(now, second.id))


def rest_running(stage: Stage) -> None:
    workout(stage)
    stage.dock.rest.start(180, "100 \u00d7 5")


def rest_over(stage: Stage) -> None:
    rest_running(stage)
    countdown = stage.dock.rest.countdown
    later = monotonic() + 200
    stage.context.preferences = replace(stage.context.preferences, rest_notice=False)
    countdown._clock = lambda: later
    stage.dock.rest.refresh()


def large(stage: Stage) -> None:
    rest_running(stage)
    stage.window.dock.set_large(True)


def placed(place: str) -> Screen:
    def show(stage: Stage) -> None:
        rest_running(stage)
        stage.window.dock.place(place)

    return Screen(f"session-{place.removeprefix('place_')}", show)


def past(stage: Stage) -> None:
    """A workout of yesterday that is being typed in."""
    stage.window.go("library")
    services, user = stage.services, stage.context.user.id
    templates = {row.name: row.id for row in services.templates.rows(user)}
    day = stage.context.today() - timedelta(days=1)
    start = datetime.combine(day, time(18))
    services.session.start(user, templates.get("Push A"), local_start=start, minutes=60)
    stage.window.dock.resume()


def summary(stage: Stage) -> None:
    workout(stage)
    controller, clock = stage.dock.controller, stage.services.clock
    dock, now = stage.dock, clock()
    if not controller.current().exercises:
        return
    heavier = edits.set_of(controller.current(), controller.current().exercises[0].sets[-1].id)
    assert heavier.weight is not None
    weight = replace(heavier.weight, grams=heavier.weight.grams + 5_000)
    controller.set_values(replace(heavier, weight=weight))

    def most(session: WorkoutSession) -> WorkoutSession:
        session = replace(session, started_at=now - timedelta(minutes=67))
        for exercise in session.exercises[:-1]:
            for one in exercise.sets:
                session = edits.ticked(session, one.id, now)
        return session

    controller.edit("tick", most)
    stage.settle()
    dock.run("finish")
    stage.settle()


def times(stage: Stage) -> None:
    workout(stage)
    stage.window.commands.run("times")


SESSION_SCREENS = (
    Screen("session", workout),
    Screen("session-none", no_session),
    Screen("session-empty", empty),
    Screen("session-superset", superset, needs_history=True),
    Screen("session-rest", rest_running),
    Screen("session-rest-over", rest_over),
    Screen("session-large", large),
    placed("place_left"),
    placed("place_bottom"),
    placed("place_floating"),
    Screen("session-past", past, needs_history=True),
    Screen("past", lambda stage: stage.window.commands.run("past")),
    Screen("times", times),
    Screen("summary", summary, needs_history=True),
    Screen("paste", lambda stage: stage.window.dialogs.paste(WRITTEN)),
    Screen("calculators", lambda stage: stage.window.commands.run("calculators")),
)
