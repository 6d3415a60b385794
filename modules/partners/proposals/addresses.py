"""Where a consignee receives goods: the client proposes an address, 1C confirms or refuses it later, with a reason."""

from uuid import UUID

from django.db import transaction
from django.db.models import F

from integration import outbox
from integration.models import OutboxAttempt, OutboxMessage
from modules.partners.models import AddressState, Consignee, DeliveryAddress
from modules.partners.proposals import keeping
from modules.partners.proposals.keeping import Twice
from modules.partners.proposals.kinds import ADDRESSES, CONSIGNEES

AGAIN = {"state": AddressState.PROPOSED, "told_state": AddressState.PROPOSED, "reason": ""}


@transaction.atomic
def address_propose(*, by, consignee: Consignee, **fields) -> DeliveryAddress:
    """`fields`: country, postcode, city, address, working_hours, comment. Refused, Twice.

    It goes to 1C at once, or after its consignee where 1C does not have that yet.
    """
    _refuse_a_second(consignee.pk, fields["city"], fields["address"])
    head = {"consignee_id": consignee.pk, "partner_id": consignee.partner_id}
    return keeping.make(ADDRESSES, by, send=is_in_onec(consignee), **head, **fields)


@transaction.atomic
def address_change(*, by, place: DeliveryAddress, edition: str, **fields) -> DeliveryAddress:
    """All that people edit, as it shall be; 1C has to confirm it anew. Refused, Outdated, Twice."""
    _refuse_a_second(place.consignee_id, fields["city"], fields["address"], but=place.pk)
    now = keeping.locked(ADDRESSES, place, by, edition)
    if all(getattr(now, name) == value for name, value in fields.items()):
        return now
    return keeping.change(ADDRESSES, place, by, edition, send=is_in_onec(now.consignee), **fields, **AGAIN)


@transaction.atomic
def address_withdraw(*, by, place: DeliveryAddress, edition: str) -> None:
    """No goods go there any more. Refused, Outdated."""
    keeping.withdraw(ADDRESSES, place, by, edition)


@transaction.atomic
def address_answered(*, ref: UUID, result: dict) -> None:
    """What 1C refuses to take is rejected with its words; what it takes it decides about later, by its feed."""
    address = keeping.answered(ADDRESSES, ref, result)
    if address is not None and result["status"] == "rejected":
        reason = str((result.get("error") or {}).get("message") or "")[:500]
        state = AddressState.REJECTED
        DeliveryAddress.objects.filter(pk=address.pk).update(state=state, told_state=state, reason=reason)


def addresses_release(consignee: Consignee) -> None:
    """Send the addresses that waited until 1C has their consignee."""
    sent = OutboxMessage.objects.filter(topic=ADDRESSES.topic).values("key")
    held = DeliveryAddress.objects.filter(consignee=consignee, deleted=False, portal_version__gt=0, synced_at=None)
    for address in held.exclude(ref__in=sent):
        outbox.enqueue(ADDRESSES.topic, address.ref, address.portal_version)


@transaction.atomic
def addresses_decided() -> None:
    """After a load: people hear of what 1C has decided about addresses that the portal proposed."""
    decided = DeliveryAddress.objects.filter(portal_version__gt=0).exclude(state=F("told_state"))
    for address in decided.select_for_update():
        DeliveryAddress.objects.filter(pk=address.pk).update(told_state=address.state)
        keeping.tell(ADDRESSES, address)


def is_in_onec(consignee: Consignee) -> bool:
    """Whether 1C knows of it: it came from there, or 1C has taken it."""
    if consignee.synced_at is not None:
        return True
    tries = OutboxAttempt.objects.filter(message__topic=CONSIGNEES.topic, message__key=consignee.ref)
    return tries.filter(outcome__in=["accepted", "unchanged"]).exists()


def _refuse_a_second(consignee: int, city: str, address: str, but: int | None = None) -> None:
    known = DeliveryAddress.objects.filter(
        consignee=consignee, city__iexact=city, address__iexact=address, deleted=False
    )
    if known.exclude(pk=but).exists():
        raise Twice("address")
