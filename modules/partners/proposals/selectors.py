"""Reads of what clients propose: what a reader sees, finds and may change, and where it is on its way to 1C."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from cms.access.checks import visible
from cms.access.choosers import contains
from integration import outbox
from integration.outbox import ExchangeStatus
from modules.partners.models.proposed import Proposed
from modules.partners.proposals.kinds import ADDRESSES, CONSIGNEES, CONTACTS, Kind

RELATED = {
    CONSIGNEES: ("partner", "counterparty", "changed_by"),
    ADDRESSES: ("partner", "consignee", "changed_by"),
    CONTACTS: ("partner", "changed_by"),
}
SEARCHED = {
    CONSIGNEES: ("name", "tax_id", "contact_person", "partner__name"),
    ADDRESSES: ("address", "city", "postcode", "consignee__name", "partner__name"),
    CONTACTS: ("name", "position", "email", "phone", "partner__name"),
}
MOST_WORDS = 5


def rows_for(kind: Kind, user) -> QuerySet:
    """Rows of the kind that the user sees and that are no more deleted than 1C says."""
    return visible(kind.model.objects.filter(deleted=False), user, kind.view).select_related(*RELATED[kind])


def searched(kind: Kind, rows: QuerySet, text: str) -> QuerySet:
    """Rows that have each of the words somewhere."""
    for word in text.split()[:MOST_WORDS]:
        found = Q()
        for field in SEARCHED[kind]:
            found |= contains(field, word)
        rows = rows.filter(found)
    return rows


def changeable(kind: Kind, user, rows: Iterable[Proposed]) -> set[int]:
    """Keys of those rows that the user may change; one query."""
    mine = kind.model.objects.filter(pk__in=[row.pk for row in rows]).order_by()
    return set(visible(mine, user, kind.propose).values_list("pk", flat=True))


def exchange_of(kind: Kind, rows: Iterable[Proposed]) -> dict[UUID, ExchangeStatus]:
    """Reference → where the row is on its way to 1C, for rows the portal has changed; one query."""
    changed = [row for row in rows if row.portal_version]
    known = outbox.status_of(kind.topic, [row.ref for row in changed])
    return {row.ref: known.get(row.ref) or _held(row) for row in changed}


def _held(row: Proposed) -> ExchangeStatus:
    """An address waits for its consignee before it sets out."""
    return ExchangeStatus("waiting", row.changed_at, 0, _("It goes to 1C as soon as 1C has taken the consignee."))
