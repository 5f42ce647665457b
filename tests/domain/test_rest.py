"""How long to rest: by type, by exercise, by template."""

import pytest

from desktop.domain.accounts import ExercisePreferences, Preferences
from desktop.domain.rest import rest_seconds
from desktop.domain.session import SetType

KEPT = Preferences(
    rest_seconds=120, warm_up_rest_seconds=45, drop_rest_seconds=5, failure_rest_seconds=200
)
SQUATS = ExercisePreferences(rest_seconds=180)


@pytest.mark.parametrize(
    ("done", "following", "habit", "planned", "seconds"),
    [
        (SetType.NORMAL, SetType.NORMAL, None, None, 120),
        (SetType.NORMAL, None, None, None, 120),
        (SetType.WARM_UP, SetType.NORMAL, None, None, 45),
        (SetType.FAILURE, SetType.NORMAL, None, None, 200),
        (SetType.DROP, SetType.NORMAL, None, None, 120),
        (SetType.NORMAL, SetType.DROP, None, None, 5),
        (SetType.NORMAL, SetType.DROP, SQUATS, 90, 5),
        (SetType.NORMAL, SetType.NORMAL, SQUATS, None, 180),
        (SetType.NORMAL, SetType.NORMAL, SQUATS, 90, 90),
        (SetType.NORMAL, SetType.NORMAL, ExercisePreferences(), None, 120),
        (SetType.WARM_UP, SetType.WARM_UP, SQUATS, 90, 45),
        (SetType.NORMAL, SetType.NORMAL, None, 0, 0),
    ],
)
def test_the_rest_after_a_set(
    done: SetType,
    following: SetType | None,
    habit: ExercisePreferences | None,
    planned: int | None,
    seconds: int,
) -> None:
    assert rest_seconds(done, following, KEPT, habit, planned) == seconds
