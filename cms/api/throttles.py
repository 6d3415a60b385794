"""How often one account and one address may ask; counted in the shared cache, one round trip each.

Windows are fixed minutes: a caller may use two allowances around the turn of a minute, and that is fine here. Without
Redis nobody is throttled: the portal is slower then, not closed.
"""

import time

from django.conf import settings
from django.core.cache import cache
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

WINDOW = 60
SAFE = ("GET", "HEAD", "OPTIONS")


class WindowThrottle(BaseThrottle):
    """`THROTTLES[name]` requests a minute; 0 means no limit."""

    name = ""

    def allow_request(self, request: Request, view) -> bool:
        limit, caller = settings.THROTTLES[self.name], self.caller(request)
        return not limit or caller is None or count(f"throttle:{self.name}:{caller}") <= limit

    def wait(self) -> float:
        """Seconds until the next window."""
        return WINDOW - time.time() % WINDOW

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


def count(key: str) -> int:
    """Add one to the counter of this window and return it; 0 when the cache is away."""
    key = f"{key}:{int(time.time()) // WINDOW}"
    try:
        return cache.incr(key) or 0
    except ValueError:  # the first of this window
        return 1 if cache.add(key, 1, WINDOW * 2) else _again(key)


def _again(key: str) -> int:
    try:
        return cache.incr(key) or 0
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
