"""When a session was last seen, and whether it still stands; looked at once a minute, not with every request.

An ended session is gone from the database and the cache at once. Should the cache have been away at that moment,
it may still know the session when it returns: the look at the database finds that out within the minute.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from allauth.usersessions.models import UserSession
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from cms.accounts import devices
from cms.api.throttles import address_of

INTERVAL = 60  # seconds
_KEPT = 5000
_looked_at: OrderedDict[str, float] = OrderedDict()
_lock = Lock()


class ActivityMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = request.session.session_key
        if key and is_due(key) and request.user.is_authenticated and not still_stands(request):
            forget(request)
        return self.get_response(request)


def is_due(key: str) -> bool:
    """Whether this process should look now: no process has for a minute. This one's memory spares the round trip."""
    now = time.monotonic()
    with _lock:
        if now - _looked_at.get(key, -INTERVAL) < INTERVAL:
            return False
        _looked_at[key] = now
        _looked_at.move_to_end(key)
        while len(_looked_at) > _KEPT:
            _looked_at.popitem(last=False)
    return bool(cache.add(f"session-seen:{key}", 1, INTERVAL))


def forget(request: HttpRequest) -> None:
    """The session is over: whoever asks is a guest."""
    request.session.flush()
    request.user = AnonymousUser()


def begun(key: str) -> None:
    """A session that has just been made needs no look."""
    cache.set(f"session-seen:{key}", 1, INTERVAL)


def still_stands(request: HttpRequest) -> bool:
    """Write down that the session was seen; False when it has been ended."""
    key = request.session.session_key
    seen = {"last_seen_at": timezone.now(), "ip": devices.recorded_address(address_of(request))}
    if UserSession.objects.filter(session_key=key).update(**seen):
        return True
    if not Session.objects.filter(session_key=key, expire_date__gt=timezone.now()).exists():
        return False
    UserSession.objects.create_from_request(request)
    return True
