"""Notifications: 1C's come by a feed; the outbox tells 1C what its managers should know, and what was read."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integration.objects import Item, News, take
from integration.regulation import Cache, Channel, Direction, entity, topic
from modules.notifications.models import Notification, NotificationKind
from modules.notifications.services import TOPIC, hand_out

OWN = {NotificationKind.ORDER, NotificationKind.CLAIM}
KINDS = {kind.value: kind for kind in NotificationKind if kind not in OWN}


def notification_payload(notification_id: UUID) -> dict | None:
    """The notification as channel B takes it; None when there is none."""
    return notification_payloads([notification_id]).get(notification_id)


def notification_payloads(notification_ids: list[UUID]) -> dict[UUID, dict]:
    """Several in one query; those that are no more are left out."""
    found = Notification.objects.select_related("partner").filter(pk__in=notification_ids)
    return {notification.pk: _notification(notification) for notification in found}


def _notification(found: Notification) -> dict:
    return {
        "partner": str(found.partner.ref) if found.partner.ref else None,
        "kind": found.kind if found.kind in KINDS else NotificationKind.OTHER.value,
        "subject": found.subject,
        "text": found.text,
        "order": str(found.order) if found.order else None,
        "created_at": found.created_at.isoformat(),
        "read_at": found.read_at.isoformat() if found.read_at else None,
    }


@transaction.atomic
def notification_from_onec(*, item: dict) -> bool:
    """Take a notification of 1C, or what became of one. False for what is old."""
    read = Item(item)
    found, news = take(Notification, read, new=lambda: _new(read), change=lambda known: _changes(read, known))
    if news is News.NEW and found.from_onec and not found.deleted:
        hand_out(found)
    return news is not News.OLD


def _new(read: Item) -> dict:
    order = read.uuid("order")
    return {
        "partner": read.required("partner", "clients"),
        "contract": read.row("contract", "contracts"),
        "order": order,
        "path": f"/cabinet/orders/{order}" if order else "",
        "from_onec": True,
        "created_at": read.moment("created_at") or timezone.now(),
        **_texts(read),
    }


def _changes(read: Item, known: Notification) -> dict:
    """What was said by the portal stays; 1C may word its own anew."""
    return _texts(read) if known.from_onec else {}


def _texts(read: Item) -> dict:
    subject, text = read.text("subject", 300), read.text("text")
    return {"kind": read.choice("kind", KINDS), "subject": subject, "text": text, "search": f"{subject}\n{text}"}


def _answered(notification_id: UUID, result: dict) -> None:
    """Nothing follows from it: the queue itself keeps what 1C answered."""


topic(
    TOPIC,
    _("Notifications"),
    feed="notifications",
    payload=notification_payload,
    payloads=notification_payloads,
    answered=_answered,
    priority=6,
)
entity(
    "notifications",
    _("Notifications"),
    Channel.FEED,
    Cache.WRITE_THROUGH,
    fresh=timedelta(seconds=10),
    page=500,
    handle=notification_from_onec,
    direction=Direction.BOTH,
    topic=TOPIC,
)
