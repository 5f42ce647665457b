"""What this computer's region suggests: time zone, unit of weight, first day of the week."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from desktop.domain.weight import Unit

_POUNDS = frozenset({"US", "LR", "MM"})
# regions whose week starts on Sunday, or on Saturday, by Unicode CLDR's week data
_SUNDAY = frozenset(
    "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX "
    "MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW".split()
)
_SATURDAY = frozenset("AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY".split())
# with what stands for the script in zh-Hans-CN and sr_Latn_RS
_LOCALE = re.compile(r"[a-z]{2,3}(?:[_-][A-Z][a-z]{3})?[_-]([A-Z]{2})\b")
_LOCALE_NAME_LENGTH = 85  # Windows' LOCALE_NAME_MAX_LENGTH


def local_timezone() -> str:
    """The IANA name of this computer's time zone; UTC when it cannot be told."""
    import tzlocal

    try:
        return tzlocal.get_localzone_name()
    except (LookupError, OSError, ValueError):
        return "UTC"


def local_unit() -> Unit:
    """Pounds where people lift pounds."""
    return Unit.LB if _region("LC_MEASUREMENT") in _POUNDS else Unit.KG


def first_weekday() -> int:
    """0 Monday to 6 Sunday."""
    region = _region("LC_TIME")
    if region in _SUNDAY:
        return 6
    return 5 if region in _SATURDAY else 0


def _region(category: str) -> str:
    """Two letters; empty when the computer names no region: kilograms and Monday then."""
    # not Python's locale: it takes C for en_US, and answers otherwise once Qt has set it
    if system := _system_region():
        return system
    named = (os.environ.get(name) for name in ("LC_ALL", category, "LANG"))
    return _region_in(next(filter(None, named), ""))


def _system_region() -> str:
    """The region of the system's own settings, where it has some."""
    if sys.platform == "win32":
        import ctypes

        name = ctypes.create_unicode_buffer(_LOCALE_NAME_LENGTH)
        ctypes.windll.kernel32.GetUserDefaultLocaleName(name, _LOCALE_NAME_LENGTH)
        return _region_in(name.value)
    elif sys.platform == "darwin":
        return _mac_region()
    else:
        return ""


def _region_in(name: str) -> str:
    """'US' of en_US.UTF-8 and of en-US; nothing of C, POSIX or en."""
    found = _LOCALE.match(name)
    return found[1] if found else ""


def _mac_region() -> str:
    """The region of the system's settings; what the Finder starts has no locale in it."""
    import plistlib

    path = Path.home() / "Library" / "Preferences" / ".GlobalPreferences.plist"
    try:
        with path.open("rb") as file:
            return _region_in(str(plistlib.load(file).get("AppleLocale", "")))
    except (OSError, ValueError):
        return ""
