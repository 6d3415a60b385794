"""Who receives a client's goods: proposed and changed by the client, kept by 1C."""

from uuid import UUID

from django.db import transaction

from modules.partners.models import Consignee, Counterparty, Partner
from modules.partners.proposals import addresses, keeping
from modules.partners.proposals.keeping import Twice
from modules.partners.proposals.kinds import CONSIGNEES


@transaction.atomic
def consignee_propose(*, by, partner: Partner, counterparty: Counterparty | None, **fields) -> Consignee:
    """`fields`: name, country, tax_id (checked), contact_person, phone. Refused, Twice."""
    _refuse_a_second(partner.pk, fields["name"], fields["tax_id"])
    return keeping.make(
        CONSIGNEES, by, partner_id=partner.pk, counterparty_id=counterparty and counterparty.pk, **fields
    )


@transaction.atomic
def consignee_change(
    *, by, consignee: Consignee, edition: str, counterparty: Counterparty | None, **fields
) -> Consignee:
    """All that people edit, as it shall be. Refused, Outdated, Twice."""
    _refuse_a_second(consignee.partner_id, fields["name"], fields["tax_id"], but=consignee.pk)
    return keeping.change(
        CONSIGNEES, consignee, by, edition, counterparty_id=counterparty and counterparty.pk, **fields
    )


@transaction.atomic
def consignee_answered(*, ref: UUID, result: dict) -> None:
    """Addresses that waited for their consignee set out once 1C has it."""
    consignee = keeping.answered(CONSIGNEES, ref, result)
    if consignee is not None and result["status"] in ("accepted", "unchanged"):
        addresses.addresses_release(consignee)


def _refuse_a_second(partner: int, name: str, tax_id: str, but: int | None = None) -> None:
    known = Consignee.objects.filter(partner=partner, name__iexact=name, tax_id=tax_id, deleted=False)
    if known.exclude(pk=but).exists():
        raise Twice("name")
