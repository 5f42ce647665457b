"""A whole workout as lines of text: a heading, then exercises with their sets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from desktop.domain.ids import new_id
from desktop.domain.library import Exercise
from desktop.domain.quick_entry import Reading, read_line
from desktop.domain.quick_heading import Heading, day_span, heading_of, looks_like_name
from desktop.domain.quick_names import ExerciseNames
from desktop.domain.quick_words import Fault, Unreadable, is_value, plain
from desktop.domain.session import ExerciseSet, SessionExercise, WorkoutSession, offset_minutes
from desktop.domain.weight import Unit

MOST_LINES = 400
_LINE_END = re.compile(r"\r\n|\r|\n")
_PREFIX = re.compile(
    r"\s*(?:[-*\u2022\u00b7]\s+|[0-9]{1,2}[.)]\s+|set\s*[0-9]{1,2}\s*[:.)]\s*)+",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class PastedLine:
    """A line of the text. reading: None for an empty line and for the heading."""

    text: str
    reading: Reading | None = None
    heading: Heading | None = None

    @property
    def fault(self) -> Fault | None:
        """What cannot be read in it."""
        return self.reading.fault if self.reading else None


@dataclass(frozen=True, slots=True)
class PastedWorkout:
    """The lines as they are read, and what the heading says."""

    lines: tuple[PastedLine, ...] = ()
    heading: Heading = Heading()  # noqa: RUF009 - it is frozen

    @property
    def first_fault(self) -> int | None:
        """The place of the first line that cannot be read."""
        return next((n for n, line in enumerate(self.lines) if line.fault), None)

    @property
    def blocks(self) -> list[tuple[Exercise, tuple[ExerciseSet, ...]]]:
        """The exercises in order with their sets; lines of one exercise that follow each other."""
        found: list[tuple[Exercise, tuple[ExerciseSet, ...]]] = []
        for line in self.lines:
            reading = line.reading
            if reading is None or reading.exercise is None or not reading.is_ready:
                continue
            if found and found[-1][0].id == reading.exercise.id:
                found[-1] = (reading.exercise, found[-1][1] + reading.sets)
            else:
                found.append((reading.exercise, reading.sets))
        return found


def read_workout(text: str, names: ExerciseNames, unit: Unit) -> PastedWorkout:
    """How a pasted workout is read; whatever it is, this raises nothing.

    Empty lines mean nothing; bullets and numbers before a line are passed
    over; a line without a name goes on with the exercise above it.
    """
    rows = _LINE_END.split(text)
    lines: list[PastedLine] = []
    heading = Heading()
    current: Exercise | None = None
    for place, row in enumerate(rows[:MOST_LINES]):
        flat = _without_prefix(plain(row))
        if not flat.strip():
            lines.append(PastedLine(row))
            continue
        try:
            _refuse_second_day(flat, current)
            is_heading = current is None and _is_heading(rows, place, heading, names, unit)
            head = heading_of(plain(row)) if is_heading else None
        except Unreadable as error:
            lines.append(PastedLine(row, Reading(fault=error.fault)))
            continue
        if head is not None:
            heading = heading.with_more(head)
            lines.append(PastedLine(row, heading=head))
            continue
        reading = _settled(read_line(flat, names, unit, current))
        current = reading.exercise or current
        lines.append(PastedLine(row, reading))
    if len(rows) > MOST_LINES:
        words = f"A workout has at most {MOST_LINES} lines."
        row = rows[MOST_LINES]
        lines.append(PastedLine(row, Reading(fault=Fault(0, len(row), words))))
    return PastedWorkout(tuple(lines), heading)


def _refuse_second_day(flat: str, current: Exercise | None) -> None:
    if current is not None and (span := day_span(flat)):
        raise Unreadable(*span, "Another day begins here: paste one workout at a time.")


def _settled(reading: Reading) -> Reading:
    """Nobody types on in a line that was pasted."""
    if reading.fault is None or not reading.fault.is_open:
        return reading
    return replace(reading, fault=replace(reading.fault, is_open=False))


def _without_prefix(text: str) -> str:
    """The line without its bullet or number, every other character in its place."""
    match = _PREFIX.match(text)
    return text if match is None else " " * match.end() + text[match.end() :]


def _is_heading(
    rows: Sequence[str], place: int, before: Heading, names: ExerciseNames, unit: Unit
) -> bool:
    """Whether the line tells of the workout; else it is of an exercise."""
    row = plain(rows[place])
    if day_span(row):
        return True
    if before.name or not looks_like_name(row):
        return False
    if row.lstrip().startswith("#"):
        return True
    is_known = names.is_exact(row) or read_line(row, names, unit).is_ready
    return not is_known and not _goes_on(rows, place)


def _goes_on(rows: Sequence[str], place: int) -> bool:
    """Whether the next line has sets without a name: this one is then an exercise's name."""
    following = (_without_prefix(plain(row)) for row in rows[place + 1 : MOST_LINES])
    text = next((row.lstrip() for row in following if row.strip()), "")
    return is_value(text, 0)


def session_of(
    blocks: Sequence[tuple[Exercise, tuple[ExerciseSet, ...]]],
    user_id: UUID,
    name: str,
    local_start: datetime,
    minutes: int | None,
) -> WorkoutSession:
    """The workout as a session that is over, every set ticked at its end.

    local_start: when it began, with its zone. minutes: None when not known.
    """
    start = local_start.astimezone(UTC)
    end = start + timedelta(minutes=minutes or 0)
    return WorkoutSession(
        id=new_id(),
        user_id=user_id,
        name=name,
        session_date=local_start.date(),
        started_at=start,
        utc_offset_minutes=offset_minutes(local_start),
        ended_at=end,
        duration_minutes=minutes,
        exercises=tuple(
            SessionExercise(
                new_id(),
                exercise.id,
                tuple(replace(one, completed_at=end) for one in sets),
                completed_at=end,
            )
            for exercise, sets in blocks
        ),
    )
