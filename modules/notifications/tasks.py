"""Letters that no request waits for."""

from celery import shared_task

from modules.notifications import mails


@shared_task
def mail_due() -> int:
    """Send the letters about what was told and not read."""
    return mails.mail_due()
