"""Rows that wait: parked with a reason, freed by a good version, tried again when what they wait for has come."""

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from django.db.models import F

from integration import regulation
from integration.loading.keys import Missing
from integration.loading.rows import Bad, Batch
from integration.models import ExchangeState, ParkedRow
from integration.reasons import storable
from integration.regulation import Entity

MANY = 500


def park(entity: Entity, rows: Iterable[Bad]) -> None:
    """Keep the rows; one that is parked already gets its new payload and reason and keeps its `since`."""
    found = [
        ParkedRow(
            entity=entity.name,
            ref=UUID(row.ref),
            version=storable(row.version),
            payload=storable(row.payload),
            reason=row.reason,
            waits_for=row.waits_for,
        )
        for row in rows
    ]
    ParkedRow.objects.bulk_create(
        found,
        batch_size=MANY,
        update_conflicts=True,
        unique_fields=["entity", "ref"],
        update_fields=["version", "payload", "reason", "waits_for"],
    )


def waiting(entity: Entity, batch: Batch, missing: Iterable[Missing]) -> list[Bad]:
    """Rows of the batch whose reference has not arrived, as rows to park."""
    return [_waiting(entity, batch, one) for one in missing]


def _waiting(entity: Entity, batch: Batch, one: Missing) -> Bad:
    target = entity.references[one.field]
    reason = {"code": "reference", "field": one.field, "ref": str(UUID(one.target)), "entity": target}
    return Bad(one.ref, batch.rows[one.ref][1], batch.raw[one.ref], reason, waits_for=target)


def free(entity: Entity, refs: Iterable[str]) -> None:
    """Good versions of these rows are in: their parked ones leave."""
    known = [UUID(ref) for ref in refs]
    for start in range(0, len(known), MANY):
        ParkedRow.objects.filter(entity=entity.name, ref__in=known[start : start + MANY]).delete()


def any_parked(entity: Entity) -> bool:
    return ParkedRow.objects.filter(entity=entity.name).exists()


def retry(name: str) -> Counter[str]:
    """Try again the rows that wait for entity `name`, and then those that wait for them: rows now kept, by entity.

    Repeats while something moves, so that the children of a tree follow their parents level by level.
    """
    from integration.loading.batches import Target

    moved: Counter[str] = Counter()
    for entity in regulation.dependants(name):
        while kept := _retry_once(Target(entity), name):
            moved[entity.name] += kept
        if moved[entity.name] and entity.name != name:
            moved += retry(entity.name)
    for entity in regulation.entities():
        if entity.handle and (kept := _retry_handled(entity, name)):
            moved[entity.name] += kept
    for other in moved.keys() - {name}:
        ExchangeState.objects.filter(entity=other).update(generation=F("generation") + 1)
    return moved


def _retry_once(target, waits_for: str) -> int:
    """One go at the rows of one entity that wait; how many of them were kept."""
    entity, moved, last = target.entity, 0, 0
    rows = ParkedRow.objects.filter(entity=entity.name, waits_for=waits_for).order_by("pk")
    if not rows.exists():
        return 0
    with target:
        while page := list(rows.filter(pk__gt=last)[:MANY]):
            last = page[-1].pk
            ParkedRow.objects.filter(pk__in=[row.pk for row in page]).update(attempts=F("attempts") + 1)
            moved += len(page) - target.apply(target.reader.batch([row.payload for row in page])).parked
    return moved


def _retry_handled(entity: Entity, waits_for: str) -> int:
    """One go at the items that a module's function could not apply yet; how many it has now."""
    from integration.loading.handling import handle_items

    done, last = 0, 0
    while page := list(
        ParkedRow.objects.filter(entity=entity.name, waits_for=waits_for, pk__gt=last).order_by("pk")[:MANY]
    ):
        last = page[-1].pk
        ParkedRow.objects.filter(pk__in=[row.pk for row in page]).update(attempts=F("attempts") + 1)
        done += len(page) - handle_items(entity, [row.payload for row in page]).parked
    return done


def count(entity: Entity) -> int:
    return ParkedRow.objects.filter(entity=entity.name).count()
