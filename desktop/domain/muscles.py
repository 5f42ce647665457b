"""The muscles that exercises train, and the groups that lifters filter by."""

from enum import StrEnum


class MuscleGroup(StrEnum):
    """A coarse part of the body, as in the library's filter."""

    CHEST = "Chest"
    BACK = "Back"
    SHOULDERS = "Shoulders"
    ARMS = "Arms"
    LEGS = "Legs"
    CORE = "Core"
    CARDIO = "Cardio"


class Muscle(StrEnum):
    """A muscle as the library names it. The value is what is stored."""

    CHEST = "chest"
    FRONT_DELTS = "front delts"
    SIDE_DELTS = "side delts"
    REAR_DELTS = "rear delts"
    TRICEPS = "triceps"
    BICEPS = "biceps"
    FOREARMS = "forearms"
    LATS = "lats"
    UPPER_BACK = "upper back"
    TRAPS = "traps"
    LOWER_BACK = "lower back"
    NECK = "neck"
    ABDOMINALS = "abdominals"
    OBLIQUES = "obliques"
    HIP_FLEXORS = "hip flexors"
    GLUTES = "glutes"
    ABDUCTORS = "abductors"
    ADDUCTORS = "adductors"
    QUADRICEPS = "quadriceps"
    HAMSTRINGS = "hamstrings"
    CALVES = "calves"
    SHINS = "shins"
    CARDIO = "cardio"

    @property
    def group(self) -> MuscleGroup:
        """The group this muscle is filtered and summed under."""
        return GROUP_OF[self]

    @property
    def label(self) -> str:
        """The name as shown at the start of a line."""
        return self.value.capitalize()


MUSCLES_OF: dict[MuscleGroup, tuple[Muscle, ...]] = {
    MuscleGroup.CHEST: (Muscle.CHEST,),
    MuscleGroup.BACK: (
        Muscle.LATS,
        Muscle.UPPER_BACK,
        Muscle.TRAPS,
        Muscle.LOWER_BACK,
        Muscle.NECK,
    ),
    MuscleGroup.SHOULDERS: (Muscle.FRONT_DELTS, Muscle.SIDE_DELTS, Muscle.REAR_DELTS),
    MuscleGroup.ARMS: (Muscle.TRICEPS, Muscle.BICEPS, Muscle.FOREARMS),
    MuscleGroup.LEGS: (
        Muscle.QUADRICEPS,
        Muscle.HAMSTRINGS,
        Muscle.GLUTES,
        Muscle.ABDUCTORS,
        Muscle.ADDUCTORS,
        Muscle.CALVES,
        Muscle.SHINS,
    ),
    MuscleGroup.CORE: (Muscle.ABDOMINALS, Muscle.OBLIQUES, Muscle.HIP_FLEXORS),
    MuscleGroup.CARDIO: (Muscle.CARDIO,),
}
GROUP_OF: dict[Muscle, MuscleGroup] = {
    muscle: group for group, muscles in MUSCLES_OF.items() for muscle in muscles
}
