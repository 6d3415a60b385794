"""Sessions of a user: which are open, and ending them. An ended one is refused at its next request, everywhere."""

from collections.abc import Iterable

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from cms import events
from cms.accounts import devices
from cms.accounts.events import SessionRevoked


def open_sessions(user) -> list[UserSession]:
    """The last seen first."""
    alive = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    return list(UserSession.objects.filter(user=user, session_key__in=alive).order_by("-last_seen_at", "-pk"))


def sessions_end(*, sessions: Iterable[UserSession], by) -> None:
    """End these; `by` is the user who says so, or None."""
    for session in sessions:
        session.end()
        device = devices.named(session.user_agent)
        events.publish(SessionRevoked(session.user_id, by and by.pk, device, session.ip))


def sessions_end_all(*, user, by, but: str | None = None) -> None:
    """End all of the user's sessions except the one with the key `but`."""
    sessions_end(sessions=UserSession.objects.filter(user=user).exclude(session_key=but or ""), by=by)


def forget_ended() -> int:
    """Delete sessions that have expired, and what was known of those that are gone; how many."""
    expired, _ = Session.objects.filter(expire_date__lte=timezone.now()).delete()
    alive = Session.objects.values("session_key")
    return expired + UserSession.objects.exclude(session_key__in=alive).delete()[0]
