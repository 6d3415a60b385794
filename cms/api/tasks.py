"""Housekeeping of the API."""

from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from cms.api.idempotency import forget_before


@shared_task
def forget_old_replies() -> int:
    """Forget answers nobody will ask for again."""
    return forget_before(timezone.now() - timedelta(days=settings.IDEMPOTENT_REPLIES_KEPT_DAYS))
