"""Rows whose change by the portal 1C has not taken yet: what 1C gives of them is older and must not overwrite it.

A row of a catalogue is simply read again later, its version still differs. An item of a feed is parked, since the mark
goes past it, and asked for anew when 1C has answered: what was parked may be older than that.
"""

from collections.abc import Collection
from uuid import UUID

from django.db import connection

from integration import profile
from integration.client import PortalService
from integration.loading.rows import Bad, Batch
from integration.models import UNSETTLED, OutboxMessage, ParkedRow
from integration.regulation import Channel, Entity

CODE = "unsent"
MANY = 500


def hold_back(entity: Entity, batch: Batch) -> None:
    """Take rows out of the batch that the portal has changed meanwhile; within the transaction that keeps the batch."""
    refs = [*batch.rows, *batch.marked]
    if not entity.topic or not refs:
        return
    _lock(entity, refs)
    for ref in changed_here(entity, refs):
        head = batch.rows.pop(ref, None) or (ref, batch.marked.pop(ref, ""))
        if entity.channel is Channel.FEED:
            batch.bad[ref] = Bad(ref, head[1], batch.raw[ref], {"code": CODE})
        else:
            batch.held.add(ref)


def _lock(entity: Entity, refs: Collection[str]) -> None:
    """Whoever changes one of these rows now has enqueued it before we look; whoever comes later sees what we wrote."""
    rows = entity.model._base_manager.filter(ref__in=refs).order_by("ref")
    list(rows.select_for_update().values_list("pk", flat=True))


def changed_here(entity: Entity, refs: Collection[str]) -> list[str]:
    """Those of the references whose newest version 1C does not know yet."""
    messages = OutboxMessage.objects.filter(
        topic=entity.topic, status__in=UNSETTLED, key__in=[UUID(ref) for ref in refs]
    )
    return [key.hex for key in messages.values_list("key", flat=True)]


def unsent_sql(entity: Entity, ref: str) -> str:
    """A condition that is true of rows (`ref`: SQL of their reference) whose newest version 1C does not know."""
    if not entity.topic:
        return "FALSE"
    states = ", ".join(f"'{state.value}'" for state in UNSETTLED)
    table = connection.ops.quote_name(OutboxMessage._meta.db_table)
    return (
        f"EXISTS (SELECT 1 FROM {table} o WHERE o.topic = '{entity.topic}'"  # noqa: S608  (names of the regulation)
        f" AND o.key = {ref} AND o.status IN ({states}))"
    )


def settle(entity: Entity) -> int:
    """Ask 1C for the items that were held back and whose change it has answered since; how many rows changed.

    Where it does not give single items, what it said last is taken; the feed brings what is newer.
    """
    from integration.loading.batches import Target

    if not entity.topic or entity.channel is not Channel.FEED:
        return 0
    rows = ParkedRow.objects.filter(entity=entity.name, reason__code=CODE)[:MANY]
    parked = {row.ref.hex: row.payload for row in rows}
    settled = parked.keys() - set(changed_here(entity, parked))
    if not settled:
        return 0
    service, source = PortalService(), profile.source_of(entity.name).source
    items = [service.find(source, str(UUID(ref))) or parked[ref] for ref in sorted(settled)]
    with Target(entity) as target:
        return target.apply(target.reader.batch(items)).changed
