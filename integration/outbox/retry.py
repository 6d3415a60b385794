"""When a failed delivery is tried again."""

import random
from datetime import timedelta

QUICK = (timedelta(seconds=1), timedelta(seconds=3))
FIRST, LONGEST = timedelta(seconds=10), timedelta(hours=1)
PARK_AFTER = 14  # failures with 1C being there: about four hours of trying


SOON = timedelta(seconds=4)  # a shorter pause ends by a call of its own, not by a sweep


def pause(failures: int) -> timedelta:
    """After the n-th failure: quick at first, then 10·2ⁿ s up to an hour, with a tenth of jitter either way."""
    if failures <= len(QUICK):
        return QUICK[failures - 1]
    wait = min(FIRST * 2 ** min(failures - len(QUICK) - 1, 20), LONGEST)
    return wait * random.uniform(0.9, 1.1)  # noqa: S311  (spreads load, guards nothing)
