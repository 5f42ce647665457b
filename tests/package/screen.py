"""A screen with a window manager, seen and used from outside: pictures, words, keys."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage

PATIENCE = 60.0
_SIZE = QSize(1366, 860)
_STILL_SECONDS = 0.25
# What makes letters of ten points, some of them grey, plain to a reader of letters.
_LARGER, _BLACK = 2.5, 190


class Screen:
    """An X server of its own, with a window manager and nothing else on it."""

    def __init__(self, pictures: Path, *, with_manager: bool = True) -> None:
        self.pictures = pictures
        pictures.mkdir(parents=True, exist_ok=True)
        self._count = 0
        self._read: tuple[QImage, str] = (QImage(), "")
        read, write = os.pipe()
        size = f"{_SIZE.width()}x{_SIZE.height()}x24"
        # without access control: the user of the other system is another one
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-ac"]
        self._server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            os.environ["DISPLAY"] = f":{pipe.readline().strip()}"
        self._manager = (
            subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL) if with_manager else None
        )
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        self._app = QGuiApplication(["screen"])

    def close(self) -> None:
        """Take the screen away, and with it every window that is still open."""
        self._app.shutdown()
        for process in (self._manager, self._server):
            if process is not None:
                process.terminate()
                process.wait()

    # what is to be seen
    def grab(self) -> QImage:
        """What is on the screen now."""
        return self._app.primaryScreen().grabWindow(0).toImage()

    def middle(self) -> QImage:
        """A small piece from the middle of the screen, taken at once."""
        x, y = _SIZE.width() // 2, _SIZE.height() // 2
        return self._app.primaryScreen().grabWindow(0, x, y, 16, 16).toImage()

    def settle(self) -> QImage:
        """Wait until nothing moves; the picture then."""
        before = self.grab()
        for _ in range(40):
            time.sleep(_STILL_SECONDS)
            now = self.grab()
            if now == before:
                break
            before = now
        return before

    def picture(self, name: str) -> Path:
        """Keep what is on the screen, once it is still."""
        self._count += 1
        path = self.pictures / f"{self._count:02}-{name}.png"
        self.settle().save(str(path))
        return path

    def words(self) -> str:
        """The words on the screen, in lines, as far as a reader of letters makes them out."""
        shown = self.settle()
        if shown != self._read[0]:
            self._read = (shown, self._spell(shown))
        return self._read[1]

    def shows(self, *words: str) -> bool:
        """Whether all of these can be read; neither case nor spaces count."""
        seen = _plain(self.words())
        return all(_plain(word) in seen for word in words)

    def wait_for(self, *words: str) -> None:
        """Wait until all of these can be read."""
        self.until(lambda: self.shows(*words), f"{words}")

    def wait_for_window(self, name: str) -> str:
        """Wait for a window of that name; its number."""
        self.until(lambda: bool(self._windows(name)), f"a window called '{name}'")
        return self._windows(name)[-1]

    def wait_for_no_window(self, name: str) -> None:
        """Wait until no window has that name."""
        self.until(lambda: not self._windows(name), f"no window called '{name}'")

    def until(self, seen: Callable[[], bool], what: str) -> None:
        """Wait until `seen` says so; after a while the test has failed, with a picture of why."""
        deadline = time.monotonic() + PATIENCE
        while not seen():
            if time.monotonic() > deadline:
                path = self.picture("not-seen")
                raise SystemExit(f"not seen: {what}\nThe screen {path} reads:\n{self.words()}")
            time.sleep(0.1)

    # what is done
    def press(self, *keys: str) -> None:
        """Press keys one after the other: 'Return', 'ctrl+n'."""
        if keys:
            self.settle()
            self._tool("key", "--delay", "40", *keys)

    def type(self, text: str, *then: str) -> None:
        """Type a text, and press keys after it."""
        self.settle()
        self._tool("type", "--delay", "20", "--", text)
        self.press(*then)

    def click(self, x: int, y: int) -> None:
        """Click there."""
        self._tool("mousemove", str(x), str(y), "click", "1")

    def _windows(self, name: str) -> list[str]:
        # a dialog's name has the program's behind it
        pattern = f"^{re.escape(name)}( — .*)?$"
        done = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", pattern],
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.split()

    def _tool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], check=True)

    def _spell(self, shown: QImage) -> str:
        larger = shown.convertToFormat(QImage.Format.Format_Grayscale8).scaled(
            shown.size() * _LARGER,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        pixels = np.frombuffer(larger.constBits(), np.uint8).reshape(larger.height(), -1)
        black = np.where(pixels < _BLACK, 0, 255).astype(np.uint8)
        path = self.pictures / "reading.png"
        QImage(
            black.data,
            larger.width(),
            larger.height(),
            larger.bytesPerLine(),
            QImage.Format.Format_Grayscale8,
        ).save(str(path))
        done = subprocess.run(
            ["tesseract", str(path), "-", "--psm", "11"],
            capture_output=True,
            text=True,
            check=True,
            # with more threads than free cores it takes ten times as long
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
        path.unlink()
        return "\n".join(line for line in done.stdout.splitlines() if line.strip())


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()
