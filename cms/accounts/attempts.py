"""One attempt to prove who one is, by password or by code: counted, judged, told to whoever listens."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from django.contrib.auth import get_user_model
from django.http import HttpRequest
from django.utils import timezone

from cms import events
from cms.accounts import limits, mails
from cms.accounts.events import AccountLocked, SignInFailed
from cms.api.throttles import address_of

PASSWORD, SECOND_FACTOR = "password", "second_factor"

Proof = TypeVar("Proof")


def judged(request: HttpRequest, email: str, *, step: str, judge: Callable[[], Proof | None]) -> Proof | None:
    """What `judge` finds; None is a failure, and the last one allowed locks the account.

    ValidationError, which says when to try again, without judging while account or address are locked.
    """
    try:
        limits.begin_attempt(request, email)
    except limits.Locked as locked:
        raise locked.error() from None
    if proof := judge():
        limits.attempt_succeeded(request, email)
        return proof
    _failed(request, email, step)
    return None


def _failed(request: HttpRequest, email: str, step: str) -> None:
    """The same work for a known and an unknown address; the mail's is the worker's."""
    user_id = get_user_model().objects.filter(email__iexact=email).values_list("pk", flat=True).first()
    address = address_of(request)
    events.publish(SignInFailed(email, user_id, address, step))
    if not limits.attempt_failed(email):
        return
    seconds = limits.locked_for(email)
    events.publish(AccountLocked(email, user_id, address, timezone.now() + timedelta(seconds=seconds)))
    mails.send_notice_later(user_id, "locked", address=address, minutes=-(-seconds // 60))
