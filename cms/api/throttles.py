"""How often one account and one address may ask; counted in the shared cache, in one round trip for a request.

Windows are fixed minutes: a caller may use two allowances around the turn of a minute, and that is fine here. Nor is
a caller who is far from the limit counted one by one: a process reports a few of their requests at once (tally.py), so
that they may get that many more through each process. While Redis is away each process counts for itself.
"""

import time
from collections.abc import Sequence
from contextlib import suppress

from django.conf import settings
from django.core.cache import cache
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from redis.exceptions import RedisError
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from cms.api.tally import Tally

WINDOW = 60
SAFE = ("GET", "HEAD", "OPTIONS")
_own = LocMemCache("throttles", {})
_tally = Tally()
_ADD_TO_EACH = """
local counts = {}
for at, key in ipairs(KEYS) do
    local amount = tonumber(ARGV[at + 1])
    counts[at] = redis.call('INCRBY', key, amount)
    if counts[at] == amount then redis.call('EXPIRE', key, ARGV[1]) end
end
return counts
"""


class WindowThrottle(BaseThrottle):
    """`THROTTLES[name]` requests a minute; 0 means no limit."""

    name = ""

    def allow_request(self, request: Request, view) -> bool:
        return allowed([self], request)

    def wait(self) -> float:
        """Seconds until the next window."""
        return WINDOW - time.time() % WINDOW

    @property
    def limit(self) -> int:
        return settings.THROTTLES[self.name]

    def caller(self, request: Request) -> str | None:
        """Whom to count; None: not this throttle's business."""
        raise NotImplementedError


class AddressThrottle(WindowThrottle):
    name = "address"

    def caller(self, request: Request) -> str:
        return address_of(request)


class AccountThrottle(WindowThrottle):
    name = "account"

    def caller(self, request: Request) -> str | None:
        return str(request.user.pk) if request.user.is_authenticated else None


class WriteThrottle(WindowThrottle):
    """Requests that change something, by account, or by address for guests."""

    name = "write"

    def caller(self, request: Request) -> str | None:
        if request.method in SAFE:
            return None
        return str(request.user.pk) if request.user.is_authenticated else address_of(request)


def allowed(throttles: Sequence[WindowThrottle], request: Request) -> bool:
    """Count one request of this caller by each throttle; whether all of them let it pass."""
    limits = {}
    for throttle in throttles:
        if throttle.limit and (caller := throttle.caller(request)) is not None:
            limits[_of_window(f"{throttle.name}:{caller}", WINDOW)] = throttle.limit
    if not limits or _tally.noted(limits):
        return True
    counts = _counted({name: _tally.taken(name) for name in limits}, WINDOW)
    for name, count in counts.items():
        _tally.told(name, count)
    return all(counts[name] <= limit for name, limit in limits.items())


def count(key: str, window: int = WINDOW) -> int:
    """Add one to the counter of this window (seconds) and return it."""
    name = _of_window(key, window)
    return _counted({name: 1}, window)[name]


def uncount(key: str, window: int = WINDOW) -> None:
    """Take one back."""
    for counters in (cache, _own):
        with suppress(ValueError):
            counters.decr(_of_window(key, window))


def _of_window(key: str, window: int) -> str:
    return f"throttle:{key}:{int(time.time()) // window}"


def _counted(amounts: dict[str, int], window: int) -> dict[str, int]:
    """Each counter after its amount was added; one round trip for all of them."""
    shared = _add_to_each(amounts, window) if hasattr(cache, "client") else _add_one_by_one(amounts, window)
    return {name: found or _add(_own, name, amounts[name], window) for name, found in shared.items()}


def _add_to_each(amounts: dict[str, int], window: int) -> dict[str, int]:
    """Zeros when Redis is away."""
    keys = [str(cache.client.make_key(name)) for name in amounts]
    try:
        client = cache.client.get_client(write=True)
        counts = client.eval(_ADD_TO_EACH, len(keys), *keys, window * 2, *amounts.values())
    except (RedisError, OSError):
        return dict.fromkeys(amounts, 0)
    return dict(zip(amounts, counts, strict=True))


def _add_one_by_one(amounts: dict[str, int], window: int) -> dict[str, int]:
    return {name: _add(cache, name, amount, window) for name, amount in amounts.items()}


def _add(counters: BaseCache, name: str, amount: int, window: int) -> int:
    """In a cache that is not Redis."""
    if counters.add(name, amount, window * 2):
        return amount
    try:
        return counters.incr(name, amount)
    except ValueError:  # its time ended just now
        return amount


def address_of(request) -> str:
    """The caller's address; behind TRUSTED_PROXIES proxies of ours, what the outermost of them wrote."""
    proxies = settings.TRUSTED_PROXIES
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if proxies and forwarded:
        hops = [hop.strip() for hop in forwarded.split(",")]
        return hops[-min(proxies, len(hops))]
    return request.META.get("REMOTE_ADDR", "")
