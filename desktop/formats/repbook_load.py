"""Reading Repbook's own file: every value is checked, or nothing is taken."""

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, Never, TypeVar
from uuid import UUID

from desktop.domain.errors import InvalidInputError
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.muscles import Muscle
from desktop.domain.session import (
    ExerciseSet,
    SessionExercise,
    SetType,
    Side,
    Verdict,
    WorkoutSession,
)
from desktop.domain.templates import TargetReps, TargetSet, TemplateExercise, WorkoutTemplate
from desktop.domain.transfer import RepbookFile
from desktop.domain.weight import Unit, Weight

FORMAT = "repbook"
VERSION = 1
_Record = dict[str, Any]
_References = dict[tuple[str, int], UUID]
_Built = TypeVar("_Built")
_MOST = 2**53  # what every reader of JSON keeps exact
_MOST_GRAMS = 10_000_000
_SURROGATE = re.compile("[\ud800-\udfff]")


def load(data: bytes) -> RepbookFile:
    """The file's content, under fresh keys that rise in the order of the file.

    Raises InvalidInputError when the file is newer, damaged or another one.
    """
    try:
        document = json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant)
        return _document(document)
    except (ValueError, RecursionError, OverflowError) as error:
        raise InvalidInputError(
            f"The file is damaged ({error}); nothing was taken.",
            "Export it from Repbook again, or use another copy.",
        ) from error


def _no_constant(name: str) -> Never:
    raise ValueError(f"{name} is no number")


def _document(document: object) -> RepbookFile:
    """The whole file; raises ValueError where it is damaged."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise InvalidInputError(
            "This JSON file was not written by Repbook; nothing was taken.",
            "Open a file that Repbook exported.",
        )
    version = document.get("version")
    if type(version) is not int or version < 1:
        raise ValueError("it has no version")
    if version > VERSION:
        raise InvalidInputError(
            f"The file was written by a newer Repbook (format {version}); nothing was taken.",
            "Update Repbook and open it again.",
        )
    exercises = tuple(_each(document, "exercises", _exercise))
    known = _references([(one.name, one.id) for one in exercises])
    templates = tuple(_each(document, "templates", lambda one: _template(one, known)))
    plans = _references([(one.name, one.id) for one in templates])
    sessions = tuple(_each(document, "sessions", lambda one: _session(one, known, plans)))
    return RepbookFile(exercises, templates, sessions)


def _references(named: list[tuple[str, UUID]]) -> _References:
    """What names, with their numbers where they repeat, refer to."""
    counts: dict[str, int] = {}
    found: _References = {}
    for name, key in named:
        counts[name] = counts.get(name, 0) + 1
        found[name, counts[name]] = key
    return found


def _exercise(record: _Record) -> Exercise:
    return Exercise(
        id=new_id(),
        name=_text(record, "name"),
        kind=ExerciseKind(_text(record, "kind")),
        primary=tuple(map(Muscle, _texts(record, "primary"))),
        secondary=tuple(map(Muscle, _texts(record, "secondary"))),
        equipment=_text(record, "equipment"),
        instructions=_texts(record, "instructions"),
        aliases=_texts(record, "aliases"),
        is_custom=_flag(record, "custom"),
        is_deleted=_flag(record, "deleted"),
    )


def _template(record: _Record, known: _References) -> WorkoutTemplate:
    return WorkoutTemplate(
        id=new_id(),
        user_id=None,
        name=_text(record, "name"),
        description=_text(record, "description"),
        category=_text(record, "category"),
        is_public=_flag(record, "public"),
        is_archived=_flag(record, "archived"),
        exercises=tuple(_each(record, "exercises", lambda one: _template_exercise(one, known))),
    )


def _template_exercise(record: _Record, known: _References) -> TemplateExercise:
    return TemplateExercise(
        id=new_id(),
        exercise_id=_reference(record, "exercise", known),
        target_sets=_whole(record, "target_sets"),
        target_reps=_target(_text(record, "target_reps")),
        target_weight=_weight(record, "target_weight"),
        rest_seconds=_whole(record, "rest_seconds"),
        superset_group=_whole(record, "superset_group"),
        target_percent=_number(record, "target_percent"),
        target_rpe=_number(record, "target_rpe", 1, 10),
        target_seconds=_whole(record, "target_seconds"),
        target_meters=_number(record, "target_meters"),
        notes=_text(record, "notes"),
        sets=tuple(_each(record, "sets", _target_set)),
    )


def _target_set(record: _Record) -> TargetSet:
    return TargetSet(
        set_type=SetType(_text(record, "type")),
        reps=_target(_text(record, "reps")),
        weight=_weight(record, "weight"),
        percent=_number(record, "percent"),
        rpe=_number(record, "rpe", 1, 10),
        duration_seconds=_whole(record, "duration_seconds"),
        distance_meters=_number(record, "distance_meters"),
    )


def _target(text: str) -> TargetReps | None:
    try:
        return TargetReps.parse(text)
    except InvalidInputError as error:
        raise ValueError(error.what) from error


def _session(record: _Record, known: _References, plans: _References) -> WorkoutSession:
    started = _moment(record, "started_at")
    if started is None:
        raise ValueError("a session has no start")
    return WorkoutSession(
        id=new_id(),
        user_id=None,
        name=_text(record, "name"),
        session_date=date.fromisoformat(_text(record, "date")),
        started_at=started,
        utc_offset_minutes=_whole(record, "utc_offset_minutes", -1439, 1439) or 0,
        ended_at=_moment(record, "ended_at"),
        duration_minutes=_whole(record, "duration_minutes"),
        template_id=_reference(record, "template", plans),
        location=_text(record, "location"),
        notes=_text(record, "notes"),
        exercises=tuple(_each(record, "exercises", lambda one: _session_exercise(one, known))),
    )


def _session_exercise(record: _Record, known: _References) -> SessionExercise:
    return SessionExercise(
        id=new_id(),
        exercise_id=_reference(record, "exercise", known),
        sets=tuple(_each(record, "sets", _set)),
        notes=_text(record, "notes"),
        completed_at=_moment(record, "completed_at"),
        superset_group=_whole(record, "superset_group"),
        is_skipped=_flag(record, "skipped"),
    )


def _set(record: _Record) -> ExerciseSet:
    return ExerciseSet(
        id=new_id(),
        set_type=SetType(_text(record, "type")),
        reps=_whole(record, "reps"),
        weight=_weight(record, "weight"),
        duration_seconds=_whole(record, "duration_seconds"),
        distance_meters=_number(record, "distance_meters"),
        rpe=_number(record, "rpe", 1, 10),
        completed_at=_moment(record, "completed_at"),
        side=Side(side) if (side := _text(record, "side")) else None,
        notes=_text(record, "notes"),
        verdict=Verdict(verdict) if (verdict := _text(record, "verdict")) else None,
    )


def _each(record: _Record, key: str, build: Callable[[_Record], _Built]) -> list[_Built]:
    """The records of a list, built one after the other."""
    found = record.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise ValueError(f"'{key}' is no list of records")
    return [build(one) for one in found]


def _text(record: _Record, key: str) -> str:
    found = record.get(key, "")
    if not isinstance(found, str) or _SURROGATE.search(found):
        raise ValueError(f"'{key}' is no text")
    return found


def _texts(record: _Record, key: str) -> tuple[str, ...]:
    found = record.get(key, [])
    if not isinstance(found, list):
        raise ValueError(f"'{key}' is no list")
    return tuple(_text({key: one}, key) for one in found)


def _flag(record: _Record, key: str) -> bool:
    found = record.get(key, False)
    if not isinstance(found, bool):
        raise ValueError(f"'{key}' is neither true nor false")
    return found


def _whole(record: _Record, key: str, low: int = 0, high: int = _MOST) -> int | None:
    found = record.get(key)
    if found is None:
        return None
    if type(found) is not int or not low <= found <= high:
        raise ValueError(f"'{key}' cannot be {str(found)[:20]}")
    return found


def _number(record: _Record, key: str, low: int = 0, high: int = _MOST) -> float | None:
    found = record.get(key)
    if found is None:
        return None
    if type(found) not in (int, float) or not low <= found <= high:
        raise ValueError(f"'{key}' cannot be {str(found)[:20]}")
    return float(found)


def _moment(record: _Record, key: str) -> datetime | None:
    found = _text(record, key)
    if not found:
        return None
    moment = datetime.fromisoformat(found)
    if moment.tzinfo is None:
        raise ValueError(f"'{key}' names no zone")
    return moment.astimezone(UTC)


def _weight(record: _Record, key: str) -> Weight | None:
    found = record.get(key)
    if found is None:
        return None
    if not isinstance(found, dict):
        raise ValueError(f"'{key}' is no weight")
    grams = _whole(found, "grams", -_MOST_GRAMS, _MOST_GRAMS)
    if grams is None:
        raise ValueError(f"'{key}' has no grams")
    return Weight(grams, Unit(_text(found, "unit")))


def _reference(record: _Record, key: str, known: _References) -> UUID | None:
    """What a name (or a name with its number) in the file refers to."""
    found = record.get(key)
    if found is None:
        return None
    named = found if isinstance(found, dict) else {"name": found, "number": 1}
    place = (_text(named, "name"), _whole(named, "number") or 1)
    if place not in known:
        raise ValueError(f"'{key}' names nothing that the file has")
    return known[place]
