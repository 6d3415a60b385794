"""What content does by the clock."""

from celery import shared_task
from django.core.management import call_command


@shared_task
def publish_scheduled() -> None:
    """Publish what editors have set a time for, and take down what has expired; Wagtail's own command."""
    call_command("publish_scheduled", verbosity=0)
