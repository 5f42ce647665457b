"""Picks what was asked for: the window, or a command that needs none."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Run Repbook with the arguments of the command line; its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    # the usual start is not kept waiting by the reading of options
    if not arguments:
        return _window(None)
    from desktop import commands

    chosen = commands.parse(arguments)
    if chosen.command == "open":
        return _window(chosen.data, files=chosen.files)
    if chosen.command in {None, "demo"}:
        return _window(chosen.data, demo=chosen.command == "demo")
    return commands.run(chosen)


def _window(data: str | Path | None, *, demo: bool = False, files: Sequence[Path] = ()) -> int:
    # thousands of objects are about to be made, and none of them is garbage;
    # later the window searches when it is idle (ui/garbage.py)
    gc.disable()
    from desktop import app
    from desktop.ui.tasks import SWITCH_SECONDS

    sys.setswitchinterval(SWITCH_SECONDS)
    return app.run(data, demo=demo, files=files)


if __name__ == "__main__":
    sys.exit(main())
