"""Every key that a screen listens to beside the window's own actions, declared once.

Screens take their keys from here, the sheet of all shortcuts and the help show them.
"""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from desktop.ui.shortcut_table import GROUPS, Key, Keys


def sequences(group: str, name: str) -> list[QKeySequence]:
    """The keys declared for something, the first one first; KeyError when it is unknown."""
    return [one for keys in _found(group, name).keys for one in _of(keys)]


def sequence(group: str, name: str) -> QKeySequence:
    """The first of the keys declared for something; KeyError when it is unknown."""
    return sequences(group, name)[0]


def shown(group: str, name: str) -> str:
    """The keys as the platform writes them: 'Ins or Alt+Return'."""
    return " or ".join(_written(keys) for keys in _found(group, name).keys)


def written(keys: QKeySequence) -> str:
    """One key as the platform writes it."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def listed() -> list[tuple[str, list[tuple[str, str]]]]:
    """For every group its title and what its keys do: (words, keys)."""
    return [
        (group.title, [(key.words, shown(group.name, key.name)) for key in group.keys])
        for group in GROUPS
    ]


def _found(group: str, name: str) -> Key:
    keys = {one.name: one for one in GROUPS}[group].keys
    return {one.name: one for one in keys}[name]


def _of(keys: Keys) -> list[QKeySequence]:
    # a standard key may have several on one platform
    return [QKeySequence(keys)] if isinstance(keys, str) else QKeySequence.keyBindings(keys)


def _written(keys: Keys) -> str:
    return written(_of(keys)[0])
