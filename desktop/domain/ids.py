"""Keys that sort by the time they were made (UUID version 7, RFC 9562)."""

import os
import threading
import time
from uuid import UUID


class _Stamps:
    """Rising numbers: the millisecond, and 12 bits that count within it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def next(self) -> int:
        with self._lock:
            self._last = max(time.time_ns() // 1_000_000 << 12, self._last + 1)
            return self._last


_stamps = _Stamps()


def new_id() -> UUID:
    """A fresh version 7 UUID, greater than every one this process made before.

    The 12 bits behind the millisecond are a counter (RFC 9562, method 1), so
    keys made within one millisecond keep their order.
    """
    stamp = _stamps.next()
    bits = (stamp >> 12) << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64 | 0x2 << 62
    return UUID(int=bits | int.from_bytes(os.urandom(8), "big") >> 2)
