"""Taking a message out of the queue by hand, with a reason that stays."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms import audit
from integration.models import Delivery, OutboxAttempt, OutboxMessage

DROPPED = audit.action("integration.message_dropped", _("Delivery to 1C dropped"))
CAN_BE = (Delivery.WAITING, Delivery.PARKED, Delivery.REJECTED)


def drop(message: OutboxMessage, user: AbstractBaseUser, reason: str) -> bool:
    """1C is not told of this version of the object; a newer one goes its way. False: it is on its way or delivered.

    Raises ValueError without a reason.
    """
    reason = reason.strip()
    if not reason:
        raise ValueError("a dropped message needs a reason")
    with transaction.atomic():
        found = OutboxMessage.objects.filter(pk=message.pk, status__in=CAN_BE)
        before = found.values_list("status", flat=True).first()
        now = timezone.now()
        if not found.update(status=Delivery.DROPPED, answered_at=now, dropped_by=user, drop_reason=reason):
            return False
        OutboxAttempt.objects.create(message=message, version=message.version, outcome="dropped", detail=reason)
        audit.record(
            DROPPED,
            target=message,
            before={"status": before},
            after={"status": "dropped", "reason": reason},
            actor=user,
        )
    message.refresh_from_db()
    return True
