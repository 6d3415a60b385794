"""What content does by the clock, and what no request waits for."""

from celery import shared_task
from django.contrib.auth import get_user_model
from django.core.management import call_command

from cms.accounts import mails
from content.delivery import renditions
from content.letters import LETTERS
from content.translation.tasks import letter


@shared_task
def publish_scheduled() -> None:
    """Publish what editors have set a time for, and take down what has expired; Wagtail's own command."""
    call_command("publish_scheduled", verbosity=0)


@shared_task
def mail_translation_tasks(user_id: int, task_ids: list[int]) -> None:
    """Tell somebody what they were given to translate."""
    if user := get_user_model().objects.filter(pk=user_id, is_active=True).first():
        mails.send(user, letter, task_ids=task_ids)


@shared_task
def make_avif(image_ids: list[int]) -> None:
    """Make the small files of images that readers have begun to ask for."""
    renditions.make_avif(image_ids)


@shared_task
def mail_editor(user_id: int, letter: str, facts: dict) -> None:
    """Send one of `content.letters.LETTERS`, in the user's language."""
    if user := get_user_model().objects.filter(pk=user_id, is_active=True).first():
        mails.send(user, LETTERS[letter], **facts)
