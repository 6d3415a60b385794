"""Parked rows tried again because a person asked: by the same way they would have taken had they come just now."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F

from integration import regulation
from integration.loading import handling
from integration.loading.batches import Target
from integration.loading.lease import Lease
from integration.models import ExchangeState, ParkedRow

MANY = 500


def try_again(entity_name: str, keys: Iterable[int]) -> tuple[int, int]:
    """Try these parked rows of one entity; how many were tried and how many of them are parked still.

    Raises lease.Busy while the entity is being loaded.
    """
    entity = regulation.get(entity_name)
    with Lease(entity_name) as lease:
        rows = list(ParkedRow.objects.filter(entity=entity_name, pk__in=list(keys)).order_by("pk"))
        for start in range(0, len(rows), MANY):
            _again(entity, rows[start : start + MANY])
            lease.renew()
        left = ParkedRow.objects.filter(pk__in=[row.pk for row in rows]).count()
        if left < len(rows):
            ExchangeState.objects.filter(entity=entity_name).update(generation=F("generation") + 1)
            for hook in entity.after_load:
                hook()
    return len(rows), left


def _again(entity: regulation.Entity, rows: list[ParkedRow]) -> None:
    ParkedRow.objects.filter(pk__in=[row.pk for row in rows]).update(attempts=F("attempts") + 1)
    payloads = [row.payload for row in rows]
    if entity.handle:
        with transaction.atomic():
            handling.handle_items(entity, payloads)
        return
    with Target(entity) as target:
        target.apply(target.reader.batch(payloads))
