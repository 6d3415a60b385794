"""The credit limit of an order's contract: what 1C says now, or the last load with its age. Never an obstacle."""

from datetime import datetime
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from cms.access.checks import visible
from cms.access.prepared import PreparedForReaders
from integration.asking import Patience
from integration.state import heard_of
from modules.ordering.pricing import PricedOrder
from modules.ordering.stock import YOUNG
from modules.ordering.terms import OrderTerms
from modules.partners import live
from modules.partners.models import CreditLimit


class KnownLimit(NamedTuple):
    """Sums in `currency`, as of `as_of` (None: never heard of); `is_live`: asked of 1C, not loaded."""

    limit: Decimal
    debt: Decimal
    overdue: Decimal
    available: Decimal
    currency: str
    as_of: datetime | None
    is_live: bool = False


class _Loaded(NamedTuple):
    contract: UUID
    currency_ref: UUID
    known: KnownLimit


_limits = PreparedForReaders()


def limit_for(user, order: PricedOrder, patience: Patience) -> KnownLimit | None:
    """The limit of the order's contract in its currency; None where there is none that the user may see.

    One query, and at most one call to 1C: none when the last load is young and leaves enough for the order.
    """
    loaded = _loaded(user, order.terms)
    if loaded is None or not _in_doubt(loaded.known, order.total):
        return loaded and loaded.known
    held = live.limit_of(loaded.contract, loaded.currency_ref, patience)
    known = loaded.known
    if held is None or (known.as_of is not None and held.as_of < known.as_of):
        return known
    return known._replace(**held.value, as_of=held.as_of, is_live=not held.stale)


def _in_doubt(known: KnownLimit, total: Decimal) -> bool:
    young = known.as_of is not None and timezone.now() - known.as_of < YOUNG
    return not young or known.available < total or known.overdue > 0


def _loaded(user, terms: OrderTerms) -> _Loaded | None:
    def build(contract: int, currency: int) -> QuerySet:
        mine = visible(CreditLimit.objects.filter(deleted=False), user, "partners.view_limit")
        columns = ("contract__ref", "currency__ref", "limit", "debt", "overdue", "available", "currency__code")
        return mine.filter(contract=contract, currency=currency).order_by().values_list(*columns, heard_of("limits"))

    if terms.contract_id is None or terms.currency_id is None:
        return None
    rows = _limits.run(user, "limit", build, contract=terms.contract_id, currency=terms.currency_id)
    if not rows or rows[0][0] is None or rows[0][1] is None:
        return None
    contract, currency, *known = rows[0]
    return _Loaded(contract, currency, KnownLimit(*known))
