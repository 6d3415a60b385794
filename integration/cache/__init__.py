"""The three caches of the regulation, behind one small interface.

    LIMITS = Lazy(name="limits", title=_("Limits"), entities=("limits",), fresh=timedelta(minutes=1))
    held = LIMITS.get(contract, load, reader=EVERYBODY)  # held.value, held.as_of, held.stale

- **Lazy**: what is held while it is fresh, else `load()`. One loader at a time over all processes; the others take the
  stale value or wait.
- **Synchronized**: a value with its mark. Past its freshness the supplier is asked "changed since the mark?": unchanged
  renews, changed loads. Concurrent askers share one question.
- **WriteThrough**: what was written last. `write()` saves at the supplier or in the database first, then here, by
  version: a late writer never puts an older value back.

For all three:
- Supplier away: the stale value up to a bound, flagged and with its age.
- `reader` has no default: what depends on who reads is kept under the reader's access fingerprint (`reader_of(user)`),
  what does not is said to be for EVERYBODY.
- A result is `Held`: the value, the moment it is true of, and whether it is past its freshness.
- Redis away: every read loads, nothing is kept, nobody sees an error. For SECONDS_OFF it is not tried again.
- Nothing held and the supplier away: LoadFailed. Other exceptions of a loader pass through as they are.
- Values are JSON (tuples come back as lists, decimals as text) or, with `codec=RAW`, bytes.
- Hits, misses, waits, stale answers, errors, loads and ages are counted in Redis, in the round trip of the read.
"""

from integration.cache.base import caches
from integration.cache.codec import JSON, RAW
from integration.cache.counts import Counts, counts_of
from integration.cache.held import EVERYBODY, Held, LoadFailed, reader_of
from integration.cache.lazy import Lazy
from integration.cache.store import SECONDS_OFF, Away
from integration.cache.synchronized import Synchronized
from integration.cache.write_through import WriteThrough

__all__ = [
    "EVERYBODY",
    "JSON",
    "RAW",
    "SECONDS_OFF",
    "Away",
    "Counts",
    "Held",
    "Lazy",
    "LoadFailed",
    "Synchronized",
    "WriteThrough",
    "caches",
    "counts_of",
    "reader_of",
]
