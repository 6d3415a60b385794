"""How often somebody may try to sign in or ask for a new password; the same whether an address exists or not.

Failed attempts of an account are counted from the first one for `window_minutes`; the last one allowed locks the
account for `lock_minutes`. Passwords and codes of the second factor count together. Attempts are counted before they
are judged, so that many at a time get no further than one after the other. Counters and locks are in the shared
cache; while it is away each process keeps its own.
"""

import hashlib
import time
from contextlib import suppress

from django.conf import settings
from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.api.throttles import address_of, count, uncount

MINUTE = 60
_own = LocMemCache("sign-in", {})


class Locked(Exception):
    """No attempt now; the next one after `seconds`."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds

    def error(self) -> ValidationError:
        """The same for a form, in the reader's language; it says when to try again."""
        return ValidationError(self.text(), code="too_many_login_attempts")

    def text(self) -> str:
        minutes = max(1, -(-self.seconds // MINUTE))
        wait = ngettext("Try again in %(minutes)s minute.", "Try again in %(minutes)s minutes.", minutes)
        return " ".join([_("Too many failed attempts."), wait % {"minutes": minutes}])


def begin_attempt(request: HttpRequest, email: str) -> None:
    """Count one attempt against the account and the address; Locked when either has had its share."""
    limits = settings.SIGN_IN_LIMITS
    if seconds := locked_for(email):
        raise Locked(seconds)
    if _count(_attempts(email)) > limits["attempts_of_account"]:
        raise Locked(limits["lock_minutes"] * MINUTE)  # others of the same moment are being judged
    if count(*_address(request)) > limits["attempts_from_address"]:
        raise Locked(MINUTE)


def attempt_succeeded(request: HttpRequest, email: str) -> None:
    """Who knows the password has not been guessing: this attempt does not count."""
    counters = next((counters for counters in (cache, _own) if (counters.get(_attempts(email)) or 0) > 0), None)
    if counters:
        with suppress(ValueError):  # its time has run out just now
            counters.decr(_attempts(email))
    uncount(*_address(request))


def attempt_failed(email: str) -> bool:
    """True for the one failure that locks the account."""
    limits = settings.SIGN_IN_LIMITS
    if (_get(_attempts(email)) or 0) < limits["attempts_of_account"]:
        return False
    seconds = limits["lock_minutes"] * MINUTE
    return _add(_lock(email), time.time() + seconds, seconds)


def locked_for(email: str) -> int:
    """Seconds until the next attempt; 0 when nothing is in the way."""
    return max(0, round((_get(_lock(email)) or 0) - time.time()))


def unlock(email: str) -> None:
    """Forget failures and lock."""
    for counters in (cache, _own):
        counters.delete_many([_lock(email), _attempts(email)])


def may_ask_for_reset(request: HttpRequest) -> bool:
    """Count one use of the password-reset addresses of the API."""
    return count(f"reset:{address_of(request)}", MINUTE) <= settings.SIGN_IN_LIMITS["resets_from_address"]


def may_mail_reset(email: str) -> bool:
    """Count one mail to this address: nobody's mailbox is flooded."""
    return count(f"reset-mail:{email.lower()}", 5 * MINUTE) <= settings.SIGN_IN_LIMITS["resets_of_account"]


def _attempts(email: str) -> str:
    return f"sign-in-attempts:{_hidden(email)}"


def _lock(email: str) -> str:
    return f"sign-in-lock:{_hidden(email)}"


def _hidden(email: str) -> str:
    """What was typed may be of any length and is nobody's business."""
    return hashlib.sha256(email.strip().lower().encode()).hexdigest()[:32]


def _address(request: HttpRequest) -> tuple[str, int]:
    return f"sign-in-from:{address_of(request)}", MINUTE


def _count(key: str) -> int:
    """Add one; the counter's time runs from its first."""
    window = settings.SIGN_IN_LIMITS["window_minutes"] * MINUTE
    return _counted(cache, key, window) or _counted(_own, key, window)


def _counted(counters, key: str, window: int) -> int:
    """0 when the cache is away."""
    counters.add(key, 0, window)
    try:
        return counters.incr(key) or 0
    except ValueError:
        return 0


def _get(key: str) -> float | None:
    return cache.get(key) or _own.get(key)


def _add(key: str, value: float, seconds: int) -> bool:
    """True for whoever writes first."""
    if cache.add(key, value, seconds):
        return True
    return not cache.get(key) and _own.add(key, value, seconds)
