"""Pushed objects into the inbox: one row an object, its newest version; the same few statements for any number."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integration.fields import reference
from integration.models import InboxItem, Taken
from integration.reasons import BadValue, storable
from integration.regulation import Entity
from integration.version_order import is_newer, known_form

MANY = 500
SETTLED_WELL = (Taken.APPLIED, Taken.UNCHANGED)
STORED, UNCHANGED, CONFLICT, REJECTED = "stored", "unchanged", "conflict", "rejected"


@dataclass(frozen=True)
class Verdict:
    """What storing one object came to. STORED: its row in the inbox says more. `version`: what the portal has now."""

    id: str
    version: object
    status: str
    error: dict | None = None

    @property
    def is_stored(self) -> bool:
        return self.status == STORED


@dataclass(frozen=True)
class Push:
    """One object of a request, read."""

    ref: UUID
    version: str
    deleted: bool
    data: dict


def store(entity: Entity, items: Iterable[object]) -> list[Verdict]:
    """Keep the newest version of each object; a verdict for each item, in their order.

    An item that is malformed is rejected alone. Of equal versions the first counts, unless it was refused: then the
    object is tried again, since what was wrong may have been put right in the portal.
    """
    read = [_read(item) for item in items]
    pushes = [one for one in read if isinstance(one, Push)]
    with transaction.atomic():
        held = _locked(entity, {push.ref for push in pushes})
        changed: dict[UUID, InboxItem] = {}
        verdicts = [one if isinstance(one, Verdict) else _keep(one, held[one.ref], changed) for one in read]
        write(changed.values(), WRITTEN)
    return verdicts


WRITTEN = ["version", "deleted", "data", "status", "reason", "known_version", "failures", "received_at", "settled_at"]


def write(rows: Iterable[InboxItem], fields: list[str]) -> None:
    """These fields of rows that are there: by an upsert, which is many times faster than an update by cases."""
    known = [field.name for field in InboxItem._meta.concrete_fields if not field.primary_key]
    copies = [InboxItem(**{name: getattr(row, name) for name in known}) for row in rows]
    InboxItem.objects.bulk_create(
        copies, batch_size=MANY, update_conflicts=True, unique_fields=["entity", "ref"], update_fields=fields
    )


def _read(item: object) -> Push | Verdict:
    """An object as the contract has it, or why it is none."""
    if not isinstance(item, dict):
        return _malformed(None, None, _("An item is an object with id, version, deleted and data."))
    given, version = item.get("id"), item.get("version")
    try:
        ref = reference(given)
    except BadValue:
        ref = None
    if ref is None:
        return _malformed(given, version, _("“id” is not a UUID."))
    known, deleted = known_form(version), item.get("deleted") or False
    if known is None:
        return _malformed(
            given, version, _("“version” is neither a whole number nor a DataVersion (base64 of 8 bytes).")
        )
    data = item.get("data")
    if not isinstance(deleted, bool):
        return _malformed(given, version, _("“deleted” is neither true nor false."))
    if not isinstance(data, dict) and not (deleted and data is None):
        return _malformed(given, version, _("“data” is not an object."))
    return Push(UUID(ref), known, deleted, storable(data or {}))


def _malformed(given: object, version: object, message: str) -> Verdict:
    plain = given if isinstance(given, str) else None
    number = version if isinstance(version, int | str) else None
    return Verdict(plain, number, REJECTED, {"code": "format", "message": message})


def _locked(entity: Entity, refs: set[UUID]) -> dict[UUID, InboxItem]:
    """A row for each object, new ones blank, held until the transaction ends; always in one order, against deadlock."""
    ordered = sorted(refs)
    blank = [InboxItem(entity=entity.name, ref=ref, data={}) for ref in ordered]
    InboxItem.objects.bulk_create(blank, batch_size=MANY, ignore_conflicts=True)
    found: dict[UUID, InboxItem] = {}
    for start in range(0, len(ordered), MANY):
        part = ordered[start : start + MANY]
        rows = InboxItem.objects.select_for_update().filter(entity=entity.name, ref__in=part).order_by("ref")
        found.update((row.ref, row) for row in rows)
    return found


def _keep(push: Push, row: InboxItem, changed: dict[UUID, InboxItem]) -> Verdict:
    """Put the push into its row unless the row holds as much."""
    shown = str(push.ref)
    if is_newer(row.version, push.version):
        error = {
            "code": "version",
            "message": _("The portal has version %(version)s already.") % {"version": row.version},
        }
        return Verdict(shown, row.version, CONFLICT, error)
    if row.version == push.version:
        if row.status in SETTLED_WELL:
            return Verdict(shown, row.version, UNCHANGED)
        if row.status == Taken.PENDING:
            return Verdict(shown, row.version, STORED)
    row.version, row.deleted, row.data = push.version, push.deleted, push.data
    row.status, row.reason, row.known_version, row.failures = Taken.PENDING, None, "", 0
    row.received_at, row.settled_at = timezone.now(), None
    changed[push.ref] = row
    return Verdict(shown, push.version, STORED)
