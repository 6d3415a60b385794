"""Tokens of the exchange service: made, told apart, revoked. What is kept cannot be turned back into a token."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms import audit
from integration.models import ExchangeToken

CREATED = audit.action("integration.token_created", _("Exchange token created"))
REVOKED = audit.action("integration.token_revoked", _("Exchange token revoked"))

PREFIX, SECRET_BYTES, HINT = "kbx_", 32, 10
NOTED_EVERY = timedelta(minutes=1)


@transaction.atomic
def token_create(
    *, name: str, read: list[str], write: list[str], expires_at: datetime | None, user
) -> tuple[ExchangeToken, str]:
    """A new token and its text, which is never to be had again."""
    text = PREFIX + secrets.token_urlsafe(SECRET_BYTES)
    token = ExchangeToken.objects.create(
        name=name,
        hash=hashed(text),
        hint=text[:HINT],
        read=sorted(read),
        write=sorted(write),
        expires_at=expires_at,
        created_by=user,
    )
    audit.record(CREATED, target=token, after=_told(token), actor=user)
    return token, text


@transaction.atomic
def token_revoke(*, token: ExchangeToken, user) -> bool:
    """From the next request on it lets nobody in. False: it was revoked before."""
    if not ExchangeToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now()):
        return False
    audit.record(REVOKED, target=token, before=_told(token), actor=user)
    return True


def token_of(text: str) -> ExchangeToken | None:
    """The token with this text if it lets in; one query."""
    token = ExchangeToken.objects.filter(hash=hashed(text)).first()
    return token if token is not None and token.works else None


def note_use(token: ExchangeToken) -> None:
    """When it was last used, to the minute: not a write for each request."""
    now = timezone.now()
    if token.last_used_at is None or now - token.last_used_at >= NOTED_EVERY:
        ExchangeToken.objects.filter(pk=token.pk).update(last_used_at=now)


def hashed(text: str) -> str:
    """A plain hash will do: the text is 256 random bits, which nobody guesses or looks up."""
    return sha256(text.encode()).hexdigest()


def _told(token: ExchangeToken) -> dict:
    expires = token.expires_at.isoformat() if token.expires_at else None
    return {"hint": token.hint, "read": token.read, "write": token.write, "expires_at": expires}
