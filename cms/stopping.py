"""Whether this process was told to end: whoever works looks here between two steps, stops, and hands back the rest.

The moment lies in memory that the processes forked off by Celery share; of those, only the first hears SIGTERM.
"""

import mmap
import struct
import time

_MOMENT = struct.Struct("d")
_shared = mmap.mmap(-1, _MOMENT.size)


def ask() -> None:
    """From now on nothing new is begun."""
    _MOMENT.pack_into(_shared, 0, time.monotonic())


def asked() -> bool:
    return _MOMENT.unpack_from(_shared)[0] > 0


def asked_since() -> float:
    """Seconds since the process was told to end; 0 while it was not."""
    return time.monotonic() - _MOMENT.unpack_from(_shared)[0] if asked() else 0.0
