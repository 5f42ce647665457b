"""Repbook's own file: everything comes back, exactly, or nothing does."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
from desktop.formats.registry import read_bytes
from desktop.formats.repbook_json import dump, load, sniff

_texts = st.text(st.characters(codec="utf-8"), max_size=12)
_moments = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000, tzinfo=UTC)
)
_small = st.integers(0, 10_000)
_weights = st.builds(Weight, st.integers(-10_000_000, 10_000_000), st.sampled_from(Unit))
_ids = st.builds(new_id)
_exercises = st.builds(
    Exercise,
    _ids,
    st.sampled_from(["Bench", "Row", "Kniebeuge ü"]),
    st.sampled_from(ExerciseKind),
    primary=st.lists(st.sampled_from(Muscle), max_size=2).map(tuple),
    secondary=st.lists(st.sampled_from(Muscle), max_size=2).map(tuple),
    equipment=_texts,
    instructions=st.lists(_texts, max_size=2).map(tuple),
    aliases=st.lists(_texts, max_size=2).map(tuple),
    is_custom=st.booleans(),
    is_deleted=st.booleans(),
)
_targets = st.sampled_from(["5", "8-12", "5+", "AMRAP"]).map(TargetReps.parse)
_sets = st.builds(
    ExerciseSet,
    _ids,
    set_type=st.sampled_from(SetType),
    reps=st.none() | _small,
    weight=st.none() | _weights,
    duration_seconds=st.none() | _small,
    distance_meters=st.none() | st.integers(0, 10**8).map(lambda number: number / 1000),
    rpe=st.none() | st.integers(2, 20).map(lambda half: half / 2),
    completed_at=st.none() | _moments,
    side=st.none() | st.sampled_from(Side),
    notes=_texts,
    verdict=st.none() | st.sampled_from(Verdict),
)
_halves = st.none() | st.integers(2, 20).map(lambda half: half / 2)
_target_sets = st.builds(
    TargetSet,
    st.sampled_from(SetType),
    st.none() | _targets,
    st.none() | _weights,
    percent=_halves,
    rpe=_halves,
    duration_seconds=st.none() | _small,
    distance_meters=_halves,
)


@st.composite
def _files(draw: st.DrawFn) -> RepbookFile:
    exercises = draw(st.lists(_exercises, max_size=4))
    ids: st.SearchStrategy[UUID | None] = st.sampled_from([None, *(e.id for e in exercises)])
    groups = st.none() | st.integers(0, 3)
    lines = st.builds(
        TemplateExercise,
        _ids,
        ids,
        target_sets=st.none() | _small,
        target_reps=st.none() | _targets,
        target_weight=st.none() | _weights,
        rest_seconds=st.none() | _small,
        superset_group=groups,
        target_percent=_halves,
        target_rpe=_halves,
        target_seconds=st.none() | _small,
        target_meters=_halves,
        notes=_texts,
        sets=st.lists(_target_sets, max_size=3).map(tuple),
    )
    templates = draw(
        st.lists(
            st.builds(
                WorkoutTemplate,
                _ids,
                st.none(),
                st.sampled_from(["A", "B"]),
                description=_texts,
                category=_texts,
                is_public=st.booleans(),
                exercises=st.lists(lines, max_size=2).map(tuple),
                is_archived=st.booleans(),
            ),
            max_size=4,
        )
    )
    plans: st.SearchStrategy[UUID | None] = st.sampled_from([None, *(t.id for t in templates)])
    blocks = st.builds(
        SessionExercise,
        _ids,
        ids,
        sets=st.lists(_sets, max_size=3).map(tuple),
        notes=_texts,
        completed_at=st.none() | _moments,
        superset_group=groups,
        is_skipped=st.booleans(),
    )
    sessions = st.builds(
        WorkoutSession,
        _ids,
        st.none(),
        _texts,
        st.dates(date(1990, 1, 1), date(2100, 1, 1)),
        _moments,
        utc_offset_minutes=st.integers(-720, 840),
        ended_at=st.none() | _moments,
        duration_minutes=st.none() | _small,
        template_id=plans,
        location=_texts,
        notes=_texts,
        exercises=st.lists(blocks, max_size=3).map(tuple),
    )
    found = draw(st.lists(sessions, max_size=3))
    found.sort(key=lambda session: (session.started_at, session.id))
    return RepbookFile(tuple(exercises), tuple(templates), tuple(found))


def text_of(file: RepbookFile) -> str:
    return "".join(dump(file.exercises, file.templates, iter(file.sessions)))


def plain(value: Any, keys: dict[UUID, str]) -> Any:
    """A value without ids: those of exercises and templates as their content."""
    if isinstance(value, UUID):
        return keys.get(value)
    if isinstance(value, tuple):
        return [plain(each, keys) for each in value]
    if hasattr(value, "__dataclass_fields__"):
        fields = {name: plain(getattr(value, name), keys) for name in value.__dataclass_fields__}
        return fields if "grams" in fields else fields | {"id": ""}
    return value


def content(file: RepbookFile) -> tuple[list[Any], list[Any], list[Any]]:
    keys: dict[UUID, str] = {}
    exercises = [plain(one, keys) for one in file.exercises]
    keys |= {one.id: str(plain(one, {})) for one in file.exercises}
    templates = [plain(one, keys) for one in file.templates]
    keys |= {one.id: str(plain(one, keys)) for one in file.templates}
    sessions = [plain(one, keys) for one in file.sessions]
    return sorted(exercises, key=str), sorted(templates, key=str), sessions


@given(_files())
def test_everything_comes_back(file: RepbookFile) -> None:
    text = text_of(file)
    again = load(text.encode())
    assert content(again) == content(file)
    assert text_of(again) == text


@settings(max_examples=20)
@given(_files(), st.randoms(use_true_random=False))
def test_neither_order_nor_keys_show(file: RepbookFile, random: Any) -> None:
    def shuffled(things: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(random.sample(things, len(things)))

    mixed = RepbookFile(shuffled(file.exercises), shuffled(file.templates), file.sessions)
    assert text_of(mixed) == text_of(file)


def example() -> RepbookFile:
    bench = Exercise(new_id(), "Bench Press", ExerciseKind.WEIGHT_REPS, primary=(Muscle.CHEST,))
    dropped = Exercise(new_id(), "Bench Press", ExerciseKind.WEIGHT_REPS, is_deleted=True)
    line = TemplateExercise(new_id(), bench.id, 3, TargetReps.parse("8-12"))
    plan = WorkoutTemplate(new_id(), None, "Push", exercises=(line,))
    start = datetime(2024, 5, 1, 8, 0, 0, 250_000, tzinfo=UTC)
    done = ExerciseSet(
        new_id(), reps=5, weight=Weight.of(180, Unit.LB), completed_at=start + timedelta(minutes=3)
    )
    session = WorkoutSession(
        id=new_id(),
        user_id=None,
        name="Push",
        session_date=date(2024, 5, 1),
        started_at=start,
        utc_offset_minutes=120,
        template_id=plan.id,
        exercises=(
            SessionExercise(new_id(), bench.id, (done,), superset_group=0),
            SessionExercise(new_id(), dropped.id),
            SessionExercise(new_id(), None, notes="who knows"),
        ),
    )
    return RepbookFile((bench, dropped), (plan,), (session,))


def test_the_file_as_it_is_written() -> None:
    assert text_of(example()) == (
        '{"format": "repbook",\n'
        '"version": 1,\n'
        '"exercises": [\n'
        '{"name": "Bench Press", "kind": "weight_reps", "deleted": true},\n'
        '{"name": "Bench Press", "kind": "weight_reps", "primary": ["chest"]}\n'
        "],\n"
        '"templates": [\n'
        '{"name": "Push", "exercises": [{"exercise": {"name": "Bench Press", "number": 2}, '
        '"target_sets": 3, "target_reps": "8-12"}]}\n'
        "],\n"
        '"sessions": [\n'
        '{"name": "Push", "date": "2024-05-01", "started_at": "2024-05-01T08:00:00.250Z", '
        '"utc_offset_minutes": 120, "template": "Push", "exercises": ['
        '{"exercise": {"name": "Bench Press", "number": 2}, "superset_group": 0, "sets": ['
        '{"type": "normal", "reps": 5, "weight": {"grams": 81647, "unit": "lb"}, '
        '"completed_at": "2024-05-01T08:03:00.250Z"}]}, '
        '{"exercise": "Bench Press"}, {"notes": "who knows"}]}\n'
        "]}\n"
    )


def test_an_empty_log() -> None:
    text = "".join(dump((), (), ()))
    assert load(text.encode()) == RepbookFile((), (), ())


def test_new_keys_rise_in_the_order_of_the_file() -> None:
    found = load(text_of(example()).encode())
    groups = (found.exercises, found.templates, found.sessions)
    keys = [one.id for group in groups for one in group]
    assert keys == sorted(keys)


def test_a_template_that_is_not_there_any_more() -> None:
    file = example()
    text = "".join(dump(file.exercises, (), file.sessions))
    assert load(text.encode()).sessions[0].template_id is None


def test_picked_by_content() -> None:
    data = text_of(example()).encode()
    assert sniff(data[:100])
    assert isinstance(read_bytes(b"\xef\xbb\xbf" + data), RepbookFile)
    assert not sniff(b'{"format": "other"}')


def damaged(change: Callable[[dict[str, Any]], object]) -> bytes:
    document = json.loads(text_of(example()))
    change(document)
    return json.dumps(document).encode()


def first_set(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["sessions"][0]["exercises"][0]["sets"][0]
    return found


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.pop("version"),
        lambda d: d.update(version="1"),
        lambda d: d.update(sessions={}),
        lambda d: d["sessions"].append("x"),
        lambda d: d["sessions"][0].pop("started_at"),
        lambda d: d["sessions"][0].update(started_at="2024-05-01T08:00:00"),
        lambda d: d["sessions"][0].update(date="May"),
        lambda d: d["sessions"][0].update(name=7),
        lambda d: d["sessions"][0].update(name="\ud800"),
        lambda d: d["sessions"][0].update(template="Legs"),
        lambda d: d["sessions"][0].update(utc_offset_minutes=1440),
        lambda d: d["sessions"][0]["exercises"][0].update(exercise="Squat"),
        lambda d: d["sessions"][0]["exercises"][0].update(exercise=["Squat"]),
        lambda d: first_set(d).update(type="best"),
        lambda d: first_set(d).update(type=["normal"]),
        lambda d: first_set(d).update(reps="5"),
        lambda d: first_set(d).update(reps=True),
        lambda d: first_set(d).update(reps=-1),
        lambda d: first_set(d).update(rpe=11),
        lambda d: first_set(d).update(rpe=float("nan")),
        lambda d: first_set(d).update(distance_meters=float("inf")),
        lambda d: first_set(d).update(weight=5),
        lambda d: first_set(d).update(weight={"unit": "kg"}),
        lambda d: first_set(d).update(weight={"grams": 5, "unit": "st"}),
        lambda d: first_set(d).update(weight={"grams": 5.5, "unit": "kg"}),
        lambda d: d["exercises"][0].update(kind="magic"),
        lambda d: d["exercises"][0].update(primary=["brain"]),
        lambda d: d["exercises"][0].update(aliases="one"),
        lambda d: d["exercises"][0].update(custom=1),
        lambda d: d["templates"][0]["exercises"][0].update(target_reps="many"),
    ],
)
def test_a_damaged_file_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(InvalidInputError, match=r"The file is damaged .*nothing was taken\."):
        load(damaged(change))


@pytest.mark.parametrize(
    "data",
    [
        text_of(example()).encode()[:-40],
        b'{"format": "repbook", "version": 1, "sessions": ' + b"[" * 200_000,
        b'{"format": "repbook", "version": ' + b"9" * 5000 + b"}",
        b'{"format": "repbook\xff", "version": 1}',
    ],
    ids=["cut off", "too deep", "huge number", "not UTF-8"],
)
def test_damaged_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(InvalidInputError, match="The file is damaged"):
        load(data)


def test_a_newer_file_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="newer Repbook"):
        load(damaged(lambda document: document.update(version=2)))


@pytest.mark.parametrize("data", [b"{}", b"[]", b'{"format": "other", "version": 1}'])
def test_another_file_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidInputError, match="not written by Repbook"):
        load(data)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists), st.data())
def test_any_value_in_any_place_is_taken_or_refused(value: Any, data: st.DataObject) -> None:
    document = json.loads(text_of(example()))
    record: Any = document
    while isinstance(record, dict | list) and record:
        keys = list(record) if isinstance(record, dict) else list(range(len(record)))
        key = data.draw(st.sampled_from(keys))
        if data.draw(st.booleans()):
            record[key] = value
            break
        record = record[key]
    try:
        file = load(json.dumps(document).encode())
    except InvalidInputError:
        return
    assert text_of(load(text_of(file).encode())) == text_of(file)
