"""Faults that a user can act on, told in plain words."""


class RepbookError(Exception):
    """Something went wrong outside the program; the text says what and what to do.

    what: what happened and what was kept, one sentence.
    advice: what the user can do, one sentence, may be empty.
    """

    def __init__(self, what: str, advice: str = "") -> None:
        super().__init__(f"{what} {advice}".strip())
        self.what = what
        self.advice = advice


class NotFoundError(RepbookError):
    """The thing asked for does not exist (any more)."""


class InvalidInputError(RepbookError):
    """What was typed or read cannot be used; `field` names where, if known."""

    def __init__(self, what: str, advice: str = "", field: str = "") -> None:
        super().__init__(what, advice)
        self.field = field


class CancelledError(RepbookError):
    """The user stopped a long piece of work; nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__("Stopped: nothing was changed.")


class DamagedError(RepbookError):
    """The data file itself is damaged: nothing more should be written to it."""
