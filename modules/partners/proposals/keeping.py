"""How a proposal is kept: the row, its entry in the audit log and its outbox row in one transaction.

The right is asked for before a change (what it was) and after every write (what it became).
"""

from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from cms import audit, events
from cms.access.checks import require
from cms.audit import Action
from integration import outbox
from integration.models import OutboxMessage
from modules.partners.events import ProposalMoved
from modules.partners.models.proposed import Proposed
from modules.partners.proposals.kinds import Kind


class Outdated(Exception):
    """Somebody, or 1C, changed the row since it was shown."""


class Twice(Exception):
    """There is such a row already; `field` names what tells them apart."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(field)


def make(kind: Kind, by, *, send: bool = True, **fields) -> Proposed:
    """A new row, on its way to 1C unless `send` is False. Refused."""
    row = kind.model(ref=uuid4(), **fields)
    _keep(kind, row, by, send)
    _record(kind.proposed, row, by, {})
    return row


def change(kind: Kind, row: Proposed, by, edition: str, *, send: bool = True, **fields) -> Proposed:
    """The row with these fields; as it was when they are the same. Refused, Outdated."""
    row = locked(kind, row, by, edition)
    before = {name: getattr(row, name) for name in fields}
    if before == fields:
        return row
    for name, value in fields.items():
        setattr(row, name, value)
    _keep(kind, row, by, send)
    _record(kind.changed, row, by, {name: value for name, value in before.items() if value != fields[name]})
    return row


def withdraw(kind: Kind, row: Proposed, by, edition: str) -> None:
    """Marked deleted here and, once it takes it, in 1C. Refused, Outdated."""
    row = locked(kind, row, by, edition)
    row.deleted = True
    _keep(kind, row, by, send=True)
    _record(kind.withdrawn, row, by, {})


def locked(kind: Kind, row: Proposed, by, edition: str) -> Proposed:
    """The row as it is now, kept from others until the end of the transaction. Refused, Outdated."""
    row = kind.model.objects.select_for_update().get(pk=row.pk)
    require(by, kind.propose, row)
    if row.edition != edition or row.deleted:
        raise Outdated
    return row


@transaction.atomic
def resend(kind: Kind, row: Proposed, by) -> None:
    """Wake the delivery to 1C now instead of at its next try. Refused."""
    require(by, kind.propose, row)
    outbox.wake(kind.topic, row.ref)


@transaction.atomic
def answered(kind: Kind, ref: UUID, result: dict) -> Proposed | None:
    """Take 1C's answer; the row, or None when there is none. A refused removal brings the row back."""
    row = kind.model.objects.select_for_update().filter(ref=ref).first()
    if row is None:
        return None
    if result["status"] == "rejected" and row.deleted:
        row.deleted = False
        row.save(update_fields=["deleted"])
    if result["status"] == "conflict":
        _overtake(kind, row, result)
    tell(kind, row)
    return row


def tell(kind: Kind, row: Proposed) -> None:
    events.publish(ProposalMoved(kind.topic, row.ref))


def next_version(kind: Kind, row: Proposed) -> int:
    """Above all that 1C may have heard of, were it by a portal that has been restored since."""
    sent = OutboxMessage.objects.filter(topic=kind.topic, key=row.ref).values_list("version", flat=True).first()
    return max(row.portal_version, sent or 0) + 1


def _overtake(kind: Kind, row: Proposed, result: dict) -> None:
    """1C holds a later version of the portal than the portal knows: what stands here now comes after it."""
    held = result.get("version")
    row.portal_version = max(next_version(kind, row), (held if isinstance(held, int) else 0) + 1)
    row.save(update_fields=["portal_version"])
    outbox.enqueue(kind.topic, row.ref, row.portal_version)


def _keep(kind: Kind, row: Proposed, by, send: bool) -> None:
    row.portal_version = next_version(kind, row)
    row.changed_at, row.changed_by = timezone.now(), by
    row.save()
    require(by, kind.propose, row)
    if send:
        outbox.enqueue(kind.topic, row.ref, row.portal_version)
    tell(kind, row)


def _record(action: Action, row: Proposed, by, before: dict) -> None:
    after = {name: str(getattr(row, name) or "") for name in (before or row.CONTENT)}
    audit.record(
        action, target=row, before={name: str(value or "") for name, value in before.items()}, after=after, actor=by
    )
