"""What this computer's region suggests: time zone, unit of weight, first day of the week."""

from __future__ import annotations

import locale

from desktop.domain.weight import Unit

_POUNDS = frozenset({"US", "LR", "MM"})
# regions whose week starts on Sunday, or on Saturday, by Unicode CLDR's week data
_SUNDAY = frozenset(
    "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX "
    "MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW".split()
)
_SATURDAY = frozenset("AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY".split())


def local_timezone() -> str:
    """The IANA name of this computer's time zone; UTC when it cannot be told."""
    import tzlocal

    try:
        return tzlocal.get_localzone_name()
    except (LookupError, OSError, ValueError):
        return "UTC"


def local_unit() -> Unit:
    """Pounds where people lift pounds."""
    return Unit.LB if _region() in _POUNDS else Unit.KG


def first_weekday() -> int:
    """0 Monday to 6 Sunday."""
    region = _region()
    if region in _SUNDAY:
        return 6
    return 5 if region in _SATURDAY else 0


def _region() -> str:
    language = locale.getlocale()[0] or ""
    _, _, region = language.partition("_")
    return region[:2].upper()
