"""People of a client whom the manufacturer may write to or call, as the client names them."""

from uuid import UUID

from django.db import transaction

from modules.partners.models import ClientContact, Partner
from modules.partners.proposals import keeping
from modules.partners.proposals.keeping import Twice
from modules.partners.proposals.kinds import CONTACTS


@transaction.atomic
def contact_add(*, by, partner: Partner, **fields) -> ClientContact:
    """`fields`: name, position, email, phone. Refused, Twice."""
    _refuse_a_second(partner.pk, fields["email"])
    return keeping.make(CONTACTS, by, partner_id=partner.pk, **fields)


@transaction.atomic
def contact_change(*, by, contact: ClientContact, edition: str, **fields) -> ClientContact:
    """All that people edit, as it shall be. Refused, Outdated, Twice."""
    _refuse_a_second(contact.partner_id, fields["email"], but=contact.pk)
    return keeping.change(CONTACTS, contact, by, edition, **fields)


@transaction.atomic
def contact_remove(*, by, contact: ClientContact, edition: str) -> None:
    """Refused, Outdated."""
    keeping.withdraw(CONTACTS, contact, by, edition)


def contact_answered(*, ref: UUID, result: dict) -> None:
    keeping.answered(CONTACTS, ref, result)


def _refuse_a_second(partner: int, email: str, but: int | None = None) -> None:
    """Of one client an address is one person's."""
    known = ClientContact.objects.filter(partner=partner, email__iexact=email, deleted=False)
    if email and known.exclude(pk=but).exists():
        raise Twice("email")
