"""Mails that no request waits for."""

from celery import shared_task
from django.contrib.auth import get_user_model

from cms.accounts import mails


@shared_task
def mail_password_reset(user_id: int | None) -> None:
    """Send the link to choose a new password; nothing for None, which stands for an unknown address."""
    if user := get_user_model().objects.filter(pk=user_id, is_active=True).first():
        mails.send_password_reset(user)
