"""The rest is a deadline: whatever happens between two looks at the clock, it stays right."""

from desktop.ui.session.countdown import RestCountdown, monotonic


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def started(seconds: int = 90) -> tuple[RestCountdown, Clock]:
    clock = Clock()
    rest = RestCountdown(clock)
    rest.start(seconds)
    return rest, clock


def test_it_counts_down_to_the_deadline() -> None:
    rest, clock = started(90)
    assert (rest.remaining, rest.part) == (90, 1.0)
    clock.now += 44.5
    assert rest.remaining == 46
    clock.now += 45.4
    assert (rest.remaining, rest.is_over) == (1, False)
    clock.now += 0.1
    assert (rest.is_over, rest.remaining, rest.part) == (True, 0, 0.0)


def test_it_rings_once_also_after_a_long_sleep() -> None:
    rest, clock = started(90)
    assert not rest.rings()
    clock.now += 8 * 3600
    assert rest.rings()
    assert not rest.rings()
    assert rest.is_on
    rest.start(10)
    clock.now += 10
    assert rest.rings()


def test_time_is_added_and_taken_off() -> None:
    rest, clock = started(90)
    clock.now += 30
    rest.add(15)
    assert (rest.remaining, rest.total) == (75, 105)
    rest.add(-15)
    rest.add(-15)
    assert (rest.remaining, rest.total) == (45, 75)
    rest.add(-60)
    assert rest.is_over
    assert rest.rings()


def test_more_rest_after_the_end_starts_anew() -> None:
    rest, clock = started(90)
    clock.now += 100
    assert rest.rings()
    rest.add(-15)
    assert rest.is_over
    rest.add(15)
    assert rest.remaining == 15
    clock.now += 15
    assert rest.rings()


def test_skipped_it_is_off() -> None:
    rest, clock = started(90)
    rest.skip()
    clock.now += 100
    assert not rest.is_on
    assert not rest.rings()
    rest.add(15)
    assert not rest.is_on


def test_the_clock_only_grows() -> None:
    first = monotonic()
    assert monotonic() >= first
