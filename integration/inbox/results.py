"""What became of pushed objects, as the contract answers it."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from integration.inbox.storing import STORED, Verdict
from integration.models import InboxItem, Taken
from integration.reasons import worded
from integration.regulation import Entity
from integration.version_order import is_newer

MANY = 500
NOTES = {
    "queued": gettext_noop("It is kept and will be applied when the load of this entity that is under way has ended."),
    "superseded": gettext_noop("A newer version came meanwhile."),
    "ignored": gettext_noop("The portal has no such object, or has it so already."),
}


def results(entity: Entity, verdicts: list[Verdict]) -> list[dict]:
    """One result an item, in the order given; one query for every MANY objects."""
    rows = _rows(entity, {verdict.id for verdict in verdicts if verdict.status == STORED})
    return [
        _of_row(verdict, rows[verdict.id]) if verdict.id in rows and verdict.status == STORED else _of_verdict(verdict)
        for verdict in verdicts
    ]


def pending(found: list[dict]) -> int:
    """How many of these results are not final."""
    return sum((result["note"] or {}).get("code") == "queued" for result in found)


def _rows(entity: Entity, ids: Iterable[str]) -> dict[str, InboxItem]:
    keys, found = [UUID(one) for one in ids], {}
    for start in range(0, len(keys), MANY):
        part = InboxItem.objects.filter(entity=entity.name, ref__in=keys[start : start + MANY]).defer("data")
        found.update((str(row.ref), row) for row in part)
    return found


def _of_verdict(verdict: Verdict) -> dict:
    return _result(
        verdict.id, verdict.status if verdict.status != STORED else "accepted", verdict.version, verdict.error
    )


def _of_row(verdict: Verdict, row: InboxItem) -> dict:
    if is_newer(row.version, str(verdict.version)):
        return _result(verdict.id, "accepted", row.version, note=_note("superseded"))
    match row.status:
        case Taken.PENDING:
            return _result(verdict.id, "accepted", row.version, note=_note("queued"))
        case Taken.APPLIED:
            return _result(verdict.id, "accepted", row.version)
        case Taken.WAITING:
            return _result(verdict.id, "accepted", row.version, note=_reason(row))
        case Taken.UNCHANGED:
            return _result(verdict.id, "unchanged", row.version)
        case Taken.FOREIGN:
            return _result(verdict.id, "unchanged", row.version, note=_note("ignored"))
        case Taken.OLDER:
            message = _("The portal has version %(version)s already.") % {"version": row.known_version}
            return _result(verdict.id, "conflict", row.known_version, {"code": "version", "message": message})
    return _result(verdict.id, "rejected", row.version, _reason(row))


def _result(ref: str | None, status: str, version: object, error: dict | None = None, note: dict | None = None) -> dict:
    """`ref` and `number` stand in 1C's answers to the portal; here an object keeps the reference it came with."""
    kept = None if status == "rejected" else ref
    known = {"id": ref, "status": status, "version": _shown(version), "ref": kept, "number": None}
    return {**known, "error": error, "note": note}


def _shown(version: object) -> object:
    """A number as a number, unless JSON readers would round it."""
    text = str(version)
    if text.isascii() and text.isdigit() and len(text) < 19:
        return int(text)
    return text if isinstance(version, int) else version


def _note(code: str) -> dict:
    return {"code": code, "message": _(NOTES[code])}


def _reason(row: InboxItem) -> dict:
    reason = row.reason or {}
    return {"code": reason.get("code", "error"), "message": worded(reason)}
