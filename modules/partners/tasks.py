"""Letters to applicants, who have no account yet."""

from uuid import UUID

from celery import shared_task

from cms.accounts import mails
from modules.partners.applications import letters
from modules.partners.models import Application


@shared_task
def mail_applicant(application_id: str, letter: str, note: str, manager: str) -> None:
    """Send one of `letters.LETTERS`; nothing when the application is gone."""
    application = Application.objects.filter(pk=UUID(application_id)).first()
    if application is not None:
        facts = {"company": application.company, "note": note, "manager": manager}
        mails.send(letters.applicant(application), letters.LETTERS[letter], **facts)
