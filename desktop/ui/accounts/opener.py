"""Opens a profile: the first start, the password, and what a profile's screens are handed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop.domain.accounts import Preferences, User
from desktop.domain.errors import CancelledError
from desktop.domain.library import Exercise
from desktop.ui.context import Context
from desktop.ui.notifier import Notifier
from desktop.ui.tasks import Tasks, words_for
from desktop.ui.undo import UndoStack

if TYPE_CHECKING:
    from desktop.services import Services
    from desktop.ui.accounts.form import Answers
    from desktop.ui.accounts.unlock import UnlockPage
    from desktop.ui.accounts.welcome import Way, WelcomePage

_Loaded = tuple[Preferences, dict[UUID, Exercise]]


class Opener(QObject):
    """Says what to show meanwhile (guest), which profile is open (opened), and words (said).

    wanted: the name of the action that a new user wants to begin with, after
    the profile has been opened.
    """

    guest = Signal(object)
    opened = Signal(object)
    said = Signal(str)
    wanted = Signal(str)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._accounts = services.accounts
        self._tasks = tasks

    def begin(self) -> None:
        """Open the profile of last time, or welcome the first user."""
        self._tasks.read(
            lambda: (self._accounts.users(), self._accounts.last_user()),
            lambda found: self._choose(*found),
        )

    def enter(self, user: User) -> None:
        """Open this profile, after its password if it has one that is not remembered."""
        if user.has_password:
            self._tasks.read(
                lambda: (self._accounts.users(), self._accounts.is_remembered(user.id)),
                lambda found: self._open(user) if found[1] else self._ask(user, found[0]),
            )
        else:
            self._open(user)

    def _choose(self, users: list[User], last: UUID | None) -> None:
        if users:
            self.enter(next((user for user in users if user.id == last), users[0]))
        else:
            from desktop.ui.accounts.form import with_zones

            self._tasks.read(
                lambda: (with_zones(*self._accounts.default()), self._accounts.deleted()),
                lambda found: self._welcome(*found),
            )

    def _welcome(self, answers: Answers, deleted: list[User]) -> None:
        from desktop.ui.accounts.welcome import WelcomePage

        page = WelcomePage(answers)
        page.offer_back(deleted)
        page.wanted_back.connect(lambda user: self._bring_back(user, page))
        page.submitted.connect(lambda taken, way: self._add(taken, way, page))
        self.guest.emit(page)

    def _add(self, answers: Answers, way: Way, page: WelcomePage) -> None:
        from desktop.ui.accounts.welcome import Way

        if way is Way.DEMO:
            self._add_with_demo(answers, page)
            return
        action = "import" if way is Way.IMPORT else ""
        self._tasks.write(
            lambda: self._accounts.add(answers.name, answers.email, answers.timezone, answers.unit),
            lambda user: self._open(user, action),
            page.show_fault,
        )

    def _bring_back(self, user: User, page: WelcomePage) -> None:
        self._tasks.write(
            lambda: self._accounts.restore(user.id), lambda _: self.enter(user), page.show_fault
        )

    def _add_with_demo(self, answers: Answers, page: WelcomePage) -> None:
        from desktop.ui.tasks import Job

        job = Job(page)
        page.show_making(job)

        def failed(fault: Exception) -> None:
            if isinstance(fault, CancelledError):
                page.show_ways()
            else:
                page.show_fault(fault)

        demo = self._services.demo
        self._tasks.write(
            lambda: demo.begin(
                answers.name, answers.email, answers.timezone, answers.unit, job.step
            ),
            self._open,
            failed,
        )

    def _ask(self, user: User, users: list[User]) -> None:
        from desktop.ui.accounts.unlock import UnlockPage

        page = UnlockPage(user, users)
        page.submitted.connect(
            lambda password, remember: self._check(user, password, remember, page)
        )
        page.user_chosen.connect(self.enter)
        self.guest.emit(page)

    def _check(self, user: User, password: str, remember: bool, page: UnlockPage) -> None:
        from desktop.ui.accounts.unlock import WRONG

        def checked(right: bool) -> None:
            if not right:
                page.show_fault(WRONG)
                return
            self._open(user)
            if remember:
                self._remember(user)

        def failed(fault: Exception) -> None:
            page.show_fault(" ".join(words_for(fault)).strip())

        self._tasks.read(lambda: self._accounts.check_password(user.id, password), checked, failed)

    def _remember(self, user: User) -> None:
        self._tasks.read(
            lambda: self._accounts.remember(user.id),
            lambda _: None,
            lambda fault: self.said.emit(
                f"{words_for(fault)[0]} Repbook will ask for the password at the next start."
            ),
        )

    def _open(self, user: User, action: str = "") -> None:
        def load() -> _Loaded:
            self._accounts.opened(user.id)
            return self._accounts.preferences(user.id), self._services.library.all(user.id)

        self._tasks.write(load, lambda loaded: self._hand_over(user, loaded, action))

    def _hand_over(self, user: User, loaded: _Loaded, action: str) -> None:
        preferences, exercises = loaded
        notifier, undo = Notifier(), UndoStack()
        context = Context(self._services, user, preferences, exercises, self._tasks, notifier, undo)
        notifier.setParent(context)
        undo.setParent(context)
        self.opened.emit(context)
        if action:
            self.wanted.emit(action)
