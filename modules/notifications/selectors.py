"""Reads of notifications."""

from django.db.models import QuerySet

from cms.access.checks import visible
from modules.notifications.models import Notification, Preference, Receipt


def received_by(user) -> QuerySet[Receipt]:
    """What the user was told and may still see, newest first."""
    seen = visible(Notification.objects.filter(deleted=False), user, "notifications.view_notification")
    receipts = Receipt.objects.filter(user=user, notification__in=seen.order_by().values("pk"))
    return receipts.select_related("notification").order_by("-notification__created_at", "-pk")


def wants_letters(user) -> bool:
    return not Preference.objects.filter(user=user, by_mail=False).exists()
