"""The log file: what went wrong, kept beside the data so that it can be read and sent."""

import faulthandler
import logging
import sys
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from desktop.reports import CRASH_LOG, LOG, place_of

_SIZE = 512 * 1024
_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"
_log = logging.getLogger("repbook")
# The same error may come again with every paint: after so many times it is only counted.
_REPEATS = 5


class _LogFile(RotatingFileHandler):
    """A full or closed folder cannot be logged to, which the user is told of already."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


def start(folder: Path, told: Callable[[BaseException], None] | None = None) -> Path:
    """Log to a file in the folder, and every fault that nobody caught too; the file's path.

    `told` hears of faults that nobody caught, on the thread that they came up on,
    so that a window can show them.
    """
    path = folder / LOG
    handler = _LogFile(path, maxBytes=_SIZE, backupCount=2, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter(_FORMAT))
    stop()
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    counts: Counter[tuple[str, ...]] = Counter()

    def on_uncaught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        key = (kind.__name__, *place_of(error))
        counts[key] += 1
        if counts[key] <= _REPEATS:
            _log_uncaught(kind, error, trace)
        if told is not None and isinstance(error, Exception):
            told(error)

    def on_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            on_uncaught(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = on_uncaught
    threading.excepthook = on_thread
    return path


def catch_crashes(folder: Path) -> None:
    """Have a crash of the interpreter itself written to a file of its own, begun anew."""
    with suppress(OSError):  # a folder that cannot be written is told of elsewhere
        # open as long as the program runs
        faulthandler.enable((folder / CRASH_LOG).open("w", encoding="utf-8"))


def stop() -> None:
    """Close the log file and give back the hooks."""
    root = logging.getLogger()
    for handler in list(root.handlers):
        if isinstance(handler, RotatingFileHandler):
            root.removeHandler(handler)
            handler.close()
    sys.excepthook = sys.__excepthook__
    threading.excepthook = threading.__excepthook__


def fault(error: BaseException) -> None:
    """Note a fault with where it came from."""
    _log.error("%s", error, exc_info=error)


def _log_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _log.critical("uncaught", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
