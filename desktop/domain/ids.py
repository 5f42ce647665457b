"""Keys that sort by the time they were made (UUID version 7, RFC 9562)."""

import os
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last = 0


def new_id() -> UUID:
    """A fresh version 7 UUID, greater than every one this process made before.

    The 12 bits behind the millisecond are a counter (RFC 9562, method 1), so
    keys made within one millisecond keep their order.
    """
    global _last
    with _lock:
        now = time.time_ns() // 1_000_000 << 12
        _last = max(now, _last + 1)
        stamp = _last
    bits = (stamp >> 12) << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64 | 0x2 << 62
    return UUID(int=bits | int.from_bytes(os.urandom(8), "big") >> 2)
