"""One window for one data folder: a second start raises the first one and hands it its files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 3000


class Instance(QObject):
    """The claim on a data folder.

    raise_asked: someone started the program once more; carries the files (Paths)
    that were to be opened, and what the desktop lets the window come to the
    front with.

    The lock file is the truth: it names the process that holds it, so one
    that crashed is no longer in the way. The socket only carries the wish:
    one line of JSON, answered by closing.
    """

    raise_asked = Signal(list, str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(folder / "window.lock"))
        # a lock is stale when its process is gone, however old it is
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self._file = folder / "window.lock"
        self.was_left = False  # by one that ended without giving the folder free

    def claim(self) -> bool:
        """Try to be the one; False when another window has this folder open.

        Where no lock can be written, no data can be either: whoever opens the
        log says so, and claims again when it can be opened after all.
        """
        if self._lock.isLocked():
            return True
        is_there = self._file.exists()
        is_claimed = self._lock.tryLock(0)
        self.was_left = self.was_left or (is_claimed and is_there)
        return is_claimed or self._lock.error() is not QLockFile.LockError.LockFailedError

    @cached_property
    def _name(self) -> str:
        """Of the socket: short, for it has a limit, and the same for every start."""
        from hashlib import sha256

        return f"repbook-{sha256(str(self._folder).encode()).hexdigest()[:16]}"

    def listen(self) -> None:
        """Hear of second starts from now on."""
        from PySide6.QtNetwork import QLocalServer

        # what a crashed program left in the way; the lock says that it is gone
        QLocalServer.removeServer(self._name)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_connection)
        server.listen(self._name)
        self._server = server

    def ask_to_raise(self, files: Sequence[Path] = (), token: str = "") -> bool:
        """Ask the window that has the folder to come to the front; False when it is deaf.

        files: to be opened there. token: what the desktop gave this start.
        """
        import json

        from PySide6.QtCore import QDeadlineTimer
        from PySide6.QtNetwork import QLocalSocket

        wish = {"files": [str(path.absolute()) for path in files], "token": token}
        deadline = QDeadlineTimer(_PATIENCE_MS)
        while not deadline.hasExpired():
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(200):
                socket.write(json.dumps(wish).encode() + b"\n")
                return socket.waitForDisconnected(max(1, deadline.remainingTime()))
            if self._lock.tryLock(100):
                # it ended while we asked
                self._lock.unlock()
                return False
        return False

    def release(self) -> None:
        """Let the next one have the folder."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _on_connection(self) -> None:
        assert self._server is not None
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._hear(socket))
        socket.disconnected.connect(socket.deleteLater)
        self._hear(socket)  # what came before anybody listened

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        import json

        wish = json.loads(bytes(socket.readLine().data()))
        # the closing is the answer
        socket.disconnectFromServer()
        self.raise_asked.emit([Path(name) for name in wish["files"]], wish["token"])
