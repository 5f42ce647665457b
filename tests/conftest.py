"""What every test stands on: Qt without a screen, and a home of its own."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow machine is no fault of the code; a run for a change is the same each time.
settings.register_profile("developer", deadline=None)
# the same examples at each run: more of them would find nothing new
settings.register_profile("ci", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("ci" if os.environ.get("CI") else "developer")


@pytest.fixture(autouse=True)
def no_garbage_on_workers() -> Iterator[None]:
    """Search for cyclic garbage between tests, on the main thread, where Qt objects may die."""
    gc.disable()
    yield
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [one for one in range(3) if counts[one] > thresholds[one]]
    if due:
        gc.collect(due[-1])


@pytest.fixture(autouse=True)
def private_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the home and the log of whoever runs the tests out of reach."""
    home = tmp_path / "home"
    folders = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "AppData" / "Roaming",
        "LOCALAPPDATA": home / "AppData" / "Local",
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local" / "share",
        "XDG_RUNTIME_DIR": home / ".run",
        "XDG_STATE_HOME": home / ".local" / "state",
        "REPBOOK_DATA": home / "repbook",
    }
    for name, folder in folders.items():
        folder.mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(folder))
    # Qt refuses a runtime folder that others can read.
    folders["XDG_RUNTIME_DIR"].chmod(0o700)
    return home
