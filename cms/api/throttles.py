"""How often one account and one address may ask; counted in the shared cache, in one round trip for a request.

Windows are fixed minutes: a caller may use two allowances around the turn of a minute, and that is fine here. While
Redis is away each process counts for itself.
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

WINDOW = 60
SAFE = ("GET", "HEAD", "OPTIONS")
_own = LocMemCache("throttles", {})
_ADD_TO_EACH = """
local counts = {}
for at, key in ipairs(KEYS) do
    counts[at] = redis.call('INCR', key)
    if counts[at] == 1 then redis.call('EXPIRE', key, ARGV[1]) end
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
            limits[f"{throttle.name}:{caller}"] = throttle.limit
    counts = count_each(list(limits)) if limits else []
    return all(count <= limit for count, limit in zip(counts, limits.values(), strict=True))


def count(key: str, window: int = WINDOW) -> int:
    """Add one to the counter of this window (seconds) and return it."""
    return count_each([key], window)[0]


def count_each(keys: Sequence[str], window: int = WINDOW) -> list[int]:
    """The same for several counters, in one round trip."""
    names = [_of_window(key, window) for key in keys]
    counts = _add_to_each(names, window) if hasattr(cache, "client") else [_add(cache, name, window) for name in names]
    return [found or _add(_own, name, window) for name, found in zip(names, counts, strict=True)]


def uncount(key: str, window: int = WINDOW) -> None:
    """Take one back."""
    for counters in (cache, _own):
        with suppress(ValueError):
            counters.decr(_of_window(key, window))


def _of_window(key: str, window: int) -> str:
    return f"throttle:{key}:{int(time.time()) // window}"


def _add_to_each(names: list[str], window: int) -> list[int]:
    """Zeros when Redis is away."""
    keys = [str(cache.client.make_key(name)) for name in names]
    try:
        return cache.client.get_client(write=True).eval(_ADD_TO_EACH, len(keys), *keys, window * 2)
    except (RedisError, OSError):
        return [0] * len(names)


def _add(counters: BaseCache, key: str, window: int) -> int:
    """0 when the cache is away."""
    try:
        return counters.incr(key) or 0
    except ValueError:  # the first of this window, unless another was first just now
        return 1 if counters.add(key, 1, window * 2) else _add_again(counters, key)


def _add_again(counters: BaseCache, key: str) -> int:
    try:
        return counters.incr(key) or 0
    except ValueError:
        return 0


def address_of(request) -> str:
    """The caller's address; behind TRUSTED_PROXIES proxies of ours, what the outermost of them wrote."""
    proxies = settings.TRUSTED_PROXIES
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if proxies and forwarded:
        hops = [hop.strip() for hop in forwarded.split(",")]
        return hops[-min(proxies, len(hops))]
    return request.META.get("REMOTE_ADDR", "")
