"""Asking somebody to join: an account that opens when they follow the link and choose a password.

1. `invitation_make` writes the account, blocked and without a password, so that roles and grants are given to it by
   the same rules as to anybody; the worker mails the link.
2. The link holds a signed key; it works until INVITATION_DAYS have passed, another letter is sent, or it was used.
3. `invitation_accept` sets the password and opens the account.
"""

import secrets
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cms import audit, events
from cms.accounts import mails
from cms.accounts.events import InvitationAccepted
from cms.accounts.letters import Letter
from cms.accounts.models import Invitation, User
from cms.accounts.services import user_create
from cms.api.throttles import count

HOUR, DAY = 3600, 24 * 3600
SALT = "accounts.invitation"

INVITED = audit.action("accounts.invited", gettext_lazy("Invited"))
INVITED_AGAIN = audit.action("accounts.invited_again", gettext_lazy("Invitation sent again"))
REVOKED = audit.action("accounts.invitation_revoked", gettext_lazy("Invitation revoked"))
ACCEPTED = audit.action("accounts.invitation_accepted", gettext_lazy("Invitation accepted"))


class AddressTaken(Exception):
    """Somebody has an account with this address."""


class TooManyInvitations(Exception):
    """This person has had as many letters sent in this hour as one may."""


class NotOpen(Exception):
    """The link does not work: unknown, revoked or used ("invalid"), or too old ("expired")."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@transaction.atomic
def invitation_make(
    *, by: User | None, email: str, first_name: str, last_name: str, language: str, organisation: str
) -> User:
    """A blocked account with an invitation, which the worker mails after commit. AddressTaken, TooManyInvitations.

    Whoever invites becomes the supervisor. `by` None: the portal itself.
    """
    _count(by)
    if User.objects.filter(email__iexact=email).exists():
        raise AddressTaken
    names = {"first_name": first_name, "last_name": last_name, "language": language}
    user = user_create(email=email, password=None, supervisor=by, **names)
    User.objects.filter(pk=user.pk).update(is_active=False)
    user.is_active = False
    Invitation.objects.create(user=user, invited_by=by, organisation=organisation, **_fresh())
    audit.record(INVITED, target=user, after={"organisation": organisation}, actor=by)
    _mail_after_commit(user)
    return user


@transaction.atomic
def invitation_resend(*, invitation: Invitation, by: User | None) -> None:
    """A new link by mail; the earlier one no longer works. NotOpen once accepted, TooManyInvitations."""
    _count(by)
    fresh = _fresh()
    if not Invitation.objects.filter(pk=invitation.pk, accepted_at=None).update(**fresh):
        raise NotOpen("invalid")
    for name, value in fresh.items():
        setattr(invitation, name, value)
    audit.record(INVITED_AGAIN, target=invitation.user, actor=by)
    _mail_after_commit(invitation.user)


@transaction.atomic
def invitation_revoke(*, invitation: Invitation, by: User | None) -> None:
    """The account that was never opened goes, and with it its roles and grants. NotOpen once accepted."""
    found = Invitation.objects.select_for_update().filter(pk=invitation.pk, accepted_at=None)
    user = User.objects.filter(pk__in=found.values("user")).first()
    if user is None:
        raise NotOpen("invalid")
    audit.record(REVOKED, target=user, actor=by)
    user.delete()


def invitation_of(token: str) -> Invitation:
    """The open invitation that the link's key belongs to. NotOpen."""
    try:
        key, nonce = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        raise NotOpen("invalid") from None
    found = Invitation.objects.select_related("user", "invited_by").filter(pk=key, nonce=nonce, accepted_at=None)
    invitation = found.first()
    if invitation is None:
        raise NotOpen("invalid")
    if not invitation.is_open:
        raise NotOpen("expired")
    return invitation


@transaction.atomic
def invitation_accept(*, token: str, first_name: str, last_name: str, language: str, password: str) -> User:
    """The account opens with this password. NotOpen; ValidationError for a password against the rules."""
    invitation = invitation_of(token)
    user = User.objects.select_for_update().get(pk=invitation.user_id)
    user.first_name, user.last_name, user.language = first_name, last_name, language
    validate_password(password, user)
    used = Invitation.objects.filter(pk=invitation.pk, nonce=invitation.nonce, accepted_at=None)
    if not used.update(accepted_at=timezone.now()):
        raise NotOpen("invalid")
    user.set_password(password)
    user.is_active = True
    user.save(update_fields=["first_name", "last_name", "language", "password", "is_active"])
    audit.record(ACCEPTED, target=user, actor=user)
    events.publish(InvitationAccepted(user.pk, invitation.invited_by_id))
    return user


def letter(user: User) -> Letter:
    """The mail with the link; made by the worker, so that the key travels in no queue."""
    invitation = user.invitation
    days = max(1, round((invitation.expires_at - timezone.now()).total_seconds() / DAY))
    once = ngettext("The link works once and for %(days)s day.", "The link works once and for %(days)s days.", days)
    sign_in = _("Choose a password, and you are in. From then on you sign in with this address: %(email)s.")
    return Letter(
        subject=_("You are invited to %(brand)s") % {"brand": settings.BRAND.name},
        paragraphs=(_asked(invitation), sign_in % {"email": user.email}, once % {"days": days}),
        action=_("Accept the invitation"),
        link=f"{settings.PORTAL_URL}/{user.language}/invitation/{token_of(invitation)}",
        closing=_("If you do not know who this is from, do nothing: no account opens without you."),
    )


def _asked(invitation: Invitation) -> str:
    values = {"organisation": invitation.organisation}
    if invitation.invited_by is None:
        return _("The cabinet of %(organisation)s on the ordering portal is ready for you.") % values
    values["person"] = invitation.invited_by.name
    return _("%(person)s (%(organisation)s) invites you to the ordering portal.") % values


def token_of(invitation: Invitation) -> str:
    """The key in the link."""
    return signing.dumps([invitation.pk, invitation.nonce], salt=SALT)


def _fresh() -> dict:
    now = timezone.now()
    return {
        "nonce": secrets.token_hex(16),
        "sent_at": now,
        "expires_at": now + timedelta(days=settings.INVITATION_DAYS),
    }


def _count(by: User | None) -> None:
    if by is not None and count(f"invitations:{by.pk}", HOUR) > settings.INVITATIONS_AN_HOUR:
        raise TooManyInvitations


def _mail_after_commit(user: User) -> None:
    from cms.accounts.tasks import mail_invitation

    transaction.on_commit(lambda: mails.later(mail_invitation, user.pk))
