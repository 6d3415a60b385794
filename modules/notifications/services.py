"""Writes of notifications."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from cms import events
from cms.access.audience import audience
from integration import outbox
from modules.notifications.events import Notified
from modules.notifications.models import Notification, NotificationKind, Preference, Receipt
from modules.notifications.wordings import kept
from modules.partners.models import Contract, Partner

TOPIC = "notifications"


@transaction.atomic
def notify(
    *,
    partner: Partner,
    code: str,
    params: dict,
    kind: str = NotificationKind.OTHER,
    contract: Contract | None = None,
    order: UUID | None = None,
    path: str = "",
    people: Collection[int] | None = None,
) -> Notification | None:
    """Tell the client's people of something; of them only `people`, when given. None when there is nobody to tell.

    `code` is one of the wordings, `params` (JSON) fill it.
    """
    about = {"kind": kind, "order": order, "path": path, **kept(code, params)}
    made = Notification.objects.create(partner=partner, contract=contract, code=code, params=params, **about)
    readers = hand_out(made, people)
    if not readers:
        made.delete()
        return None
    return made


def hand_out(notification: Notification, people: Collection[int] | None = None) -> set[int]:
    """Give the notification to whoever may see it (of `people`, when given): keys of the users."""
    readers = audience("notifications.view_notification", notification)
    if people is not None:
        readers &= set(people)
    Receipt.objects.bulk_create(
        [Receipt(notification=notification, user_id=user) for user in sorted(readers)], ignore_conflicts=True
    )
    if readers:
        events.publish(Notified(notification.pk))
    return readers


@transaction.atomic
def tell_manager(*, partner: Partner, subject: str, text: str, kind: str = NotificationKind.OTHER) -> Notification:
    """Tell the client's manager in 1C of something that 1C cannot know. Nobody in the portal is told."""
    made = Notification.objects.create(partner=partner, kind=kind, subject=subject[:300], text=text)
    outbox.enqueue(TOPIC, made.pk, made.version)
    return made


@transaction.atomic
def notifications_read(*, user, keys: Collection[UUID] | None = None) -> int:
    """Mark these as read by the user (all without `keys`); how many were not yet.

    The first of the client's people who reads one of 1C's makes it known there.
    """
    unread = Receipt.objects.filter(user=user, read_at=None)
    if keys is not None:
        unread = unread.filter(notification__in=keys)
    found, now = list(unread.values_list("notification", flat=True)), timezone.now()
    changed = unread.filter(notification__in=found).update(read_at=now)
    for notification in Notification.objects.filter(pk__in=found, from_onec=True, read_at=None):
        _first_read(notification, now)
    return changed


def _first_read(notification: Notification, at) -> None:
    first = Notification.objects.filter(pk=notification.pk, read_at=None)
    if first.update(read_at=at, version=F("version") + 1):
        outbox.enqueue(TOPIC, notification.pk, notification.version + 1)


def letters_chosen(*, user, by_mail: bool) -> None:
    """The user wants letters about notifications, or none."""
    Preference.objects.update_or_create(user=user, defaults={"by_mail": by_mail})
