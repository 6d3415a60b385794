"""From the inbox into the portal: by one reader an entity, the same lease that loads hold.

While a load runs the pushes wait; what was left by a process that died is found by the sweep. Each step is one
transaction: objects applied, their rows settled, the next ones taken. Where a step breaks nothing of it has happened.
"""

import logging
from dataclasses import dataclass
from uuid import UUID

from django.db import OperationalError, transaction
from django.db.models import F
from django.utils import timezone

from integration import conf, profile, regulation
from integration.inbox import confirming, removals, storing
from integration.loading import handling, parking
from integration.loading.batches import Target
from integration.loading.lease import Busy, Lease
from integration.loading.rows import Bad
from integration.models import ExchangeState, InboxItem, ParkedRow, Taken
from integration.reasons import shortened
from integration.regulation import Channel, Entity
from integration.version_order import is_newer

log = logging.getLogger("integration.inbox")

STEP = 500  # objects a transaction
TRIES = 3  # of an object whose applying breaks, before a person has to look


def apply(entity: Entity) -> bool:
    """Apply whatever waits for this entity. False: somebody else reads it now, and will be asked again."""
    try:
        with Lease(entity.name) as lease:
            changed = 0
            while (came := _step_or_one_by_one(entity)) is not None:
                changed += came
                lease.renew()
            if changed:
                _after(entity)
    except Busy:
        return False
    return True


def waiting() -> list[str]:
    """Entities with pushes that have not been applied."""
    names = InboxItem.objects.filter(status=Taken.PENDING).order_by().values_list("entity", flat=True).distinct()
    known = {entity.name for entity in regulation.entities()}
    return [name for name in names if name in known]


def _step_or_one_by_one(entity: Entity) -> int | None:
    """A step; when it breaks, its objects alone, so that one of them does not hold up the rest."""
    try:
        return _step(entity, STEP)
    except (OperationalError, profile.BadProfile):
        raise
    except Exception:
        log.exception("inbox %s: a step broke, its objects are applied one by one", entity.name)
    return _alone(entity)


def _alone(entity: Entity) -> int:
    changed = 0
    pending = InboxItem.objects.filter(entity=entity.name, status=Taken.PENDING).order_by("pk")
    for row in pending.defer("data")[:STEP]:
        try:
            changed += _step(entity, 1, row.pk) or 0
        except OperationalError:
            raise
        except Exception as error:
            _broken(row, error)
    return changed


def _broken(row: InboxItem, error: Exception) -> None:
    """After TRIES it waits for a person or for its next version; the sweep comes back to it until then."""
    fault = shortened(f"{type(error).__name__}: {error}")
    mine = InboxItem.objects.filter(pk=row.pk, version=row.version, status=Taken.PENDING)
    given_up = {"status": Taken.REJECTED, "settled_at": timezone.now()} if row.failures + 1 >= TRIES else {}
    mine.update(failures=F("failures") + 1, reason={"code": "handler", "value": fault}, **given_up)


def _step(entity: Entity, limit: int, pk: int | None = None) -> int | None:
    """Apply the oldest pending objects (or one) in one transaction; how many changed something, None: none waits."""
    with transaction.atomic():
        pending = InboxItem.objects.select_for_update().filter(entity=entity.name, status=Taken.PENDING)
        rows = list((pending.filter(pk=pk) if pk else pending.order_by("pk"))[:limit])
        if not rows:
            return None
        confirming.confirm(entity, rows)
        take = _handle if entity.handle else _into_table
        take(entity, rows)
        _settle(rows)
        return sum(row.status == Taken.APPLIED for row in rows)


def _settle(rows: list[InboxItem]) -> None:
    """Write down what became of the rows: one statement for those that went well, one for the rest."""
    now = timezone.now()
    well = [row.pk for row in rows if row.status == Taken.APPLIED]
    InboxItem.objects.filter(pk__in=well).update(status=Taken.APPLIED, reason=None, settled_at=now)
    others = [row for row in rows if row.status != Taken.APPLIED]
    for row in others:
        row.settled_at = now
    storing.write(others, ["status", "reason", "known_version", "settled_at"])


def _into_table(entity: Entity, rows: list[InboxItem]) -> None:
    """Through the same stage and upsert as a load, if the portal holds nothing newer."""
    held = _held(entity, [row.ref for row in rows])
    fresh = [row for row in rows if _is_news(row, held.get(row.ref))]
    marked = [row for row in fresh if row.deleted and not row.data and not entity.register]
    _mark_deleted(entity, marked)
    whole = [row for row in fresh if row not in marked]
    if not whole:
        return
    with Target(entity) as target:
        batch = target.reader.batch([as_read(entity, row) for row in whole])
        target.apply(batch)
    for row in whole:
        bad = batch.bad.get(row.ref.hex)
        if bad:
            _parked(row, bad)
        elif row.ref.hex in batch.ignored:
            row.status, row.reason = Taken.REJECTED, {"code": "foreign", "entity": entity.name}
        else:
            row.status = Taken.APPLIED


@dataclass(frozen=True)
class Held:
    """The newest version of an object that the portal has: in its table, removed from it, or parked and so still to be
    had again."""

    version: str
    parked: bool = False


def _held(entity: Entity, refs: list[UUID]) -> dict[UUID, Held]:
    """What the portal has of these objects; two queries, three for a register."""
    rows = entity.model._base_manager.filter(ref__in=refs).values_list("ref", "version")
    held = {ref: Held(version) for ref, version in rows}
    for ref, version in removals.versions_of(entity, set(refs) - held.keys()).items():
        held[ref] = Held(version)
    for ref, parked in _parked_versions(entity, refs).items():
        if ref not in held or is_newer(parked.version, held[ref].version):
            held[ref] = parked
    return held


def _parked_versions(entity: Entity, refs: list[UUID]) -> dict[UUID, Held]:
    rows = ParkedRow.objects.filter(entity=entity.name, ref__in=refs).values_list("ref", "version")
    return {ref: Held(version, parked=True) for ref, version in rows}


def _is_news(row: InboxItem, held: Held | None) -> bool:
    """Whether the object has to be applied; settles its row when not."""
    if held is None:
        return True
    if row.version == held.version and not held.parked:
        row.status = Taken.UNCHANGED
        return False
    if is_newer(held.version, row.version):
        row.status, row.known_version = Taken.OLDER, held.version
        return False
    return True


def _mark_deleted(entity: Entity, rows: list[InboxItem]) -> None:
    """Objects that 1C marked deleted without saying what they were."""
    versions = {row.ref: row.version for row in rows}
    found = list(entity.model._base_manager.filter(ref__in=versions)) if versions else []
    for one in found:
        one.deleted, one.version, one.synced_at = True, versions[one.ref], timezone.now()
    entity.model._base_manager.bulk_update(found, ["deleted", "version", "synced_at"])
    for row in rows:
        row.status = Taken.APPLIED


def as_read(entity: Entity, row: InboxItem) -> dict:
    """The object as a load would have read it: an object of OData, or an item of a feed."""
    if entity.channel is Channel.CATALOGUE:
        return {**row.data, "Ref_Key": str(row.ref), "DataVersion": row.version, "DeletionMark": row.deleted}
    return {"id": str(row.ref), "version": _number(row.version), "deleted": row.deleted, "data": row.data}


def _number(version: str) -> int | str:
    return int(version) if version.isdigit() else version


def _handle(entity: Entity, rows: list[InboxItem]) -> None:
    """By the module's function, each object whole or not at all; it knows itself what is old."""
    parked: list[Bad] = []
    held = _parked_versions(entity, [row.ref for row in rows])
    rows = [row for row in rows if _is_news(row, held.get(row.ref))]
    for row in rows:
        came = handling.handle_item(entity, as_read(entity, row))
        if isinstance(came, Bad):
            parked.append(came)
            _parked(row, came)
        else:
            row.status = Taken.APPLIED if came else Taken.FOREIGN
    if parked:
        parking.park(entity, parked)
    good = [row.ref for row in rows if row.status not in (Taken.REJECTED, Taken.WAITING)]
    ParkedRow.objects.filter(entity=entity.name, ref__in=good).delete()


def _parked(row: InboxItem, bad: Bad) -> None:
    row.status, row.reason = Taken.WAITING if bad.waits_for else Taken.REJECTED, bad.reason


def _after(entity: Entity) -> None:
    """As after a load: waiting rows are tried again, the entity's hooks run, caches learn of it."""
    if entity.model is not None:
        parking.retry(entity.name)
    for hook in entity.after_load:
        hook()
    now = timezone.now()
    ExchangeState.objects.filter(entity=entity.name).update(last_change_at=now, generation=F("generation") + 1)


def heard(entity: Entity) -> None:
    """Where 1C cannot be asked, a push, even an empty one, is how the portal knows that there is no other news."""
    if not conf.can_be_called():
        ExchangeState.objects.get_or_create(entity=entity.name)
        ExchangeState.objects.filter(entity=entity.name).update(checked_at=timezone.now())
