"""Mails and housekeeping that no request waits for."""

from celery import shared_task
from django.contrib.auth import get_user_model

from cms.accounts import invitations, mails, sessions
from cms.accounts.models import Invitation


@shared_task
def mail_password_reset(user_id: int | None) -> None:
    """Send the link to choose a new password; nothing for None, which stands for an unknown address."""
    if user := get_user_model().objects.filter(pk=user_id, is_active=True).first():
        mails.send_password_reset(user)


@shared_task
def mail_notice(user_id: int | None, notice: str, facts: dict) -> None:
    """Send a letter of `cms.accounts.letters.NOTICES`; nothing for None, which stands for an unknown address."""
    if user := get_user_model().objects.filter(pk=user_id, is_active=True).first():
        mails.send_notice(user, notice, facts)


@shared_task
def forget_old_sessions() -> int:
    """Forget sessions that have expired."""
    return sessions.forget_ended()


@shared_task
def mail_invitation(user_id: int) -> None:
    """Send the link of an invitation that is still open."""
    invitation = Invitation.objects.select_related("user", "invited_by").filter(user=user_id).first()
    if invitation is not None and invitation.is_open:
        mails.send(invitation.user, invitations.letter)
