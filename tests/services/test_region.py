"""What the computer's region suggests, whether or not its locale is installed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.domain.weight import Unit
from desktop.services import region

LB, KG = Unit.LB, Unit.KG
MONDAY, SATURDAY, SUNDAY = 0, 5, 6
NAMES = ("LC_ALL", "LC_MEASUREMENT", "LC_TIME", "LANG")
CASES = [
    ({}, KG, MONDAY),
    ({"LANG": ""}, KG, MONDAY),
    ({"LANG": "C"}, KG, MONDAY),
    ({"LANG": "POSIX"}, KG, MONDAY),
    ({"LANG": "C.UTF-8"}, KG, MONDAY),
    ({"LC_ALL": "C.UTF-8", "LANG": "en_US.UTF-8"}, KG, MONDAY),
    ({"LC_ALL": "", "LANG": "en_US.UTF-8"}, LB, SUNDAY),
    ({"LANG": "en_US"}, LB, SUNDAY),
    ({"LANG": "es_US.utf8"}, LB, SUNDAY),
    ({"LANG": "de_DE.UTF-8"}, KG, MONDAY),
    ({"LANG": "de_DE@euro"}, KG, MONDAY),
    ({"LANG": "ar_EG.UTF-8"}, KG, SATURDAY),
    ({"LANG": "pt_BR.UTF-8"}, KG, SUNDAY),
    ({"LANG": "en_GB.UTF-8"}, KG, MONDAY),
    ({"LANG": "zh_Hans_CN"}, KG, MONDAY),
    ({"LANG": "eo"}, KG, MONDAY),
    ({"LANG": "nonsense"}, KG, MONDAY),
    ({"LANG": "en_US.UTF-8", "LC_MEASUREMENT": "de_DE.UTF-8"}, KG, SUNDAY),
    ({"LANG": "en_US.UTF-8", "LC_TIME": "de_DE.UTF-8"}, LB, MONDAY),
    ({"LANG": "en_US.UTF-8", "LC_TIME": "C"}, LB, MONDAY),
    ({"LC_ALL": "de_DE.UTF-8", "LC_TIME": "en_US", "LANG": "en_US"}, KG, MONDAY),
]
POSIX = pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="the system is asked, not the environment"
)


def set_environment(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    for name, value in values.items():
        monkeypatch.setenv(name, value)


@POSIX
@pytest.mark.parametrize(("environment", "unit", "weekday"), CASES)
def test_the_environment_names_the_region(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], unit: Unit, weekday: int
) -> None:
    set_environment(monkeypatch, environment)
    assert (region.local_unit(), region.first_weekday()) == (unit, weekday)


@POSIX
@pytest.mark.parametrize(
    ("language", "unit"), [("C", "kg"), ("C.UTF-8", "kg"), ("de_DE.UTF-8", "kg"), ("en_US", "lb")]
)
def test_a_window_changes_nothing(language: str, unit: str) -> None:
    program = (
        "from PySide6.QtGui import QGuiApplication; app = QGuiApplication([]);"
        "from desktop.services import region; print(region.local_unit())"
    )
    kept = {name: value for name, value in os.environ.items() if name not in NAMES}
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env=kept | {"LANG": language},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == unit


@pytest.mark.parametrize(
    ("name", "expected"),
    [("en_US", "US"), ("en-US", "US"), ("zh-Hans-CN", "CN"), ("sr_Latn_RS", "RS"), ("de", "")],
)
def test_a_mac_keeps_the_region_in_its_settings(
    private_home: Path, name: str, expected: str
) -> None:
    import plistlib

    folder = private_home / "Library" / "Preferences"
    folder.mkdir(parents=True)
    with (folder / ".GlobalPreferences.plist").open("wb") as file:
        plistlib.dump({"AppleLocale": name}, file, fmt=plistlib.FMT_BINARY)
    assert region._mac_region() == expected


def test_a_mac_without_settings_names_none(private_home: Path) -> None:
    assert region._mac_region() == ""
