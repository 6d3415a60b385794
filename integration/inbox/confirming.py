"""A push that carries the portal's own version back is 1C's receipt for it: the message to 1C counts as delivered.

This is how a base that cannot be called from outside acknowledges what it fetched.
"""

from django.utils import timezone

from integration import regulation
from integration.models import Delivery, InboxItem, OutboxAttempt, OutboxMessage
from integration.regulation import Entity, Topic


def confirm(entity: Entity, rows: list[InboxItem]) -> None:
    """Close the deliveries of these objects that 1C holds in the version of the message or a newer one.

    In the caller's transaction, before the objects are applied: the module learns that 1C has them, then what 1C made
    of them.
    """
    topic = topic_of(entity)
    versions = {row.ref: (row, row.data.get("portal_version")) for row in rows} if topic else {}
    versions = {ref: known for ref, known in versions.items() if type(known[1]) is int}  # a bool is none
    if not versions:
        return
    open_ones = OutboxMessage.objects.select_for_update().filter(topic=topic.name, key__in=versions)
    for message in open_ones.exclude(status=Delivery.DELIVERED):
        row, version = versions[message.key]
        if version >= message.version:
            _delivered(topic, message, row)


def topic_of(entity: Entity) -> Topic | None:
    """What the portal tells 1C about the objects of this entity."""
    found = {topic.name: topic for topic in regulation.topics()}
    return found.get(entity.topic) or next((topic for topic in found.values() if topic.feed == entity.name), None)


def _delivered(topic: Topic, message: OutboxMessage, row: InboxItem) -> None:
    now = timezone.now()
    OutboxMessage.objects.filter(pk=message.pk).update(
        status=Delivery.DELIVERED,
        delivered_version=message.version,
        sent_at=message.sent_at or now,
        answered_at=now,
        claim=None,
        lease_until=None,
        failures=0,
        error_code="",
        last_error="",
    )
    OutboxAttempt.objects.create(message=message, version=message.version, outcome="confirmed")
    known = {"ref": row.data.get("ref") or str(row.ref), "number": row.data.get("number")}
    topic.answered(message.key, {"id": str(message.key), "status": "accepted", "version": message.version, **known})
