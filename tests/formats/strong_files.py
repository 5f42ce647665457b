"""Writes histories as each dialect of Strong does, for tests to read back."""

from dataclasses import dataclass

from desktop.domain.transfer import FileSet, FileWorkout
from desktop.domain.weight import Unit


@dataclass(frozen=True)
class Written:
    """A dialect as it is written: its header, and how values look in it."""

    header: str
    delimiter: str = ","
    unit: Unit | None = None
    meters: float = 1.0
    comma: bool = False
    unused: str = "0"
    quoted: bool = False

    @property
    def columns(self) -> list[str]:
        return self.header.replace('"', "").split(self.delimiter)


_A5 = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "Notes,Workout Notes,RPE"
)
_B4 = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
    "Distance Unit;Seconds;Notes;Workout Notes;Workout Duration"
)
_C = (
    '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";'
    '"Weight (kg)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"'
)
DIALECTS = {
    "A1": Written(
        "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes",
        unit=Unit.KG,
        meters=1000,
    ),
    "A2": Written(
        "Date,Workout Name,Exercise Name,Set Order,lb,Reps,mi,Seconds",
        unit=Unit.LB,
        meters=1609.344,
    ),
    "A3": Written(
        "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes"
    ),
    "A4": Written(
        "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
        "Notes,Workout Notes,RPE"
    ),
    "A5": Written(_A5),
    "A6": Written(_A5.replace("Notes,Workout Notes,", "")),
    "B1": Written(
        "Date;Workout Name;Exercise Name;Set Order;lbs;Reps;mi.;Seconds;Notes;Workout Notes",
        delimiter=";",
        unit=Unit.LB,
        meters=1609.344,
        unused="",
    ),
    "B2": Written(
        _B4.replace(";RPE", "").replace(";Workout Duration", ""), ";", Unit.KG, 1000, unused=""
    ),
    "B3": Written(_B4.replace(";Workout Duration", ""), ";", Unit.LB, 1609.344, unused=""),
    "B4": Written(_B4, ";", Unit.KG, 1000, comma=True, unused=""),
    "B4c": Written(_B4.replace(";", ","), ",", Unit.KG, 1000, unused=""),
    "C": Written(_C, ";", Unit.KG, 1, unused="", quoted=True),
}
_UNIT_TEXT = {Unit.KG: "kg", Unit.LB: "lbs"}


def written(workouts: list[FileWorkout], dialect: Written) -> bytes:
    """The file that Strong would write."""
    lines = [dialect.header]
    for number, workout in enumerate(workouts, 1):
        first = True
        for block in workout.exercises:
            for place, one in enumerate(block.sets):
                row = _cells(workout, one, dialect, number)
                row["Exercise Name"] = block.name
                row["Set Order"] = str(place + 1)
                row["Notes"] = _note(block.notes, dialect) if place == 0 else ""
                row["Workout Notes"] = _note(workout.notes, dialect) if first else ""
                first = False
                lines.append(
                    dialect.delimiter.join(
                        _cell(row[name], name, dialect) for name in dialect.columns
                    )
                )
    return "\n".join(lines).encode()


def _cells(workout: FileWorkout, one: FileSet, dialect: Written, number: int) -> dict[str, str]:
    def value(amount: float | None) -> str:
        text = dialect.unused if amount is None else str(amount)
        return text.replace(".", ",") if dialect.comma else text

    duration = workout.duration_seconds
    row = dict.fromkeys(("Weight", "kg", "lb", "lbs", "Weight (kg)"), value(one.weight))
    distance = None if one.distance is None else one.distance / dialect.meters
    row |= dict.fromkeys(("Distance", "km", "mi", "mi.", "Distance (meters)"), value(distance))
    return row | {
        "Workout #": str(number),
        "Date": str(workout.start),
        "Workout Name": workout.name + " ",
        "Duration": _duration(duration),
        "Workout Duration": _duration(duration),
        "Duration (sec)": str(duration or ""),
        "Weight Unit": "" if one.weight is None or not dialect.unit else _UNIT_TEXT[dialect.unit],
        "Distance Unit": "" if one.distance is None else "km" if dialect.meters == 1000 else "mi.",
        "Reps": value(one.reps),
        "Seconds": value(one.seconds),
        "RPE": "" if one.rpe is None else value(one.rpe),
    }


def _duration(seconds: int | None) -> str:
    if not seconds:
        return ""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    parts = ((hours, "h"), (minutes, "m"), (left, "s"))
    return " ".join(f"{count}{letter}" for count, letter in parts if count)


def _note(text: str, dialect: Written) -> str:
    is_a = dialect.delimiter == "," and "Weight Unit" not in dialect.columns
    return text.replace("\n", "\\n") if is_a else text


def _cell(text: str, name: str, dialect: Written) -> str:
    is_text = name in {"Workout Name", "Exercise Name", "Notes", "Workout Notes"}
    if dialect.quoted or (is_text and text) or dialect.delimiter in text:
        return '"' + text.replace('"', '""') + '"'
    return text
