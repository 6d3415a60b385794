"""By which agreement an order is placed, and the goods it opens; read for each check and each order, hence prepared."""

from collections.abc import Collection
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from cms.access.checks import visible
from cms.access.prepared import PreparedForReaders
from integration.state import heard_of
from modules.catalog import prices, selectors
from modules.partners.models import Agreement


class OrderTerms(NamedTuple):
    """An agreement in force and what it names; `currency` is that of its prices."""

    agreement_id: int
    agreement_name: str
    partner_id: int
    partner_name: str
    counterparty_id: int | None
    counterparty_name: str | None
    contract_id: int | None
    contract_name: str | None
    contract_number: str | None
    contract_date: date | None
    price_kind_id: int | None
    segment_id: int | None
    currency_id: int | None
    currency: str | None


class Goods(NamedTuple):
    """A product as it is sold under the terms. `available` is stock in base units, `base_price` is of one.

    `available_at`: when the portal heard of the stock; `available_live`: asked of 1C, not loaded.
    """

    id: int
    name: str
    article: str
    unit: str | None
    available: Decimal
    base_price: Decimal | None
    ref: UUID | None
    available_at: datetime | None
    available_live: bool = False


_terms, _goods = PreparedForReaders(), PreparedForReaders()


def terms_of(user, agreement_id: int) -> OrderTerms | None:
    """The terms of the user's agreement; None for one that is foreign, over or absent. One query."""
    today = timezone.localdate()

    def build(agreement: int) -> QuerySet:
        mine = visible(Agreement.objects.in_force(today), user, "partners.view_agreement")
        return mine.order_by().filter(pk=agreement).values_list(
            "pk", "name", "partner_id", "partner__name", "counterparty_id", "counterparty__name",
            "contract_id", "contract__name", "contract__number", "contract__date", "price_kind_id", "segment_id",
            Coalesce("price_kind__currency_id", "currency_id"),
            Coalesce("price_kind__currency__code", "currency__code"),
        )  # fmt: skip

    found = _terms.run(user, today, build, agreement=agreement_id)
    return OrderTerms(*found[0]) if found else None


def goods_of(user, terms: OrderTerms, product_ids: Collection[int]) -> dict[int, Goods]:
    """Those of the products that the user may order under the terms, by key. One query."""

    def build(segment: int, price_kind: int, **asked: int) -> QuerySet:
        products = selectors.products_for(user, Agreement(segment_id=segment)).filter(pk__in=asked.values())
        figured = prices.with_base_price(selectors.with_stock(products), price_kind)
        columns = ("pk", "name", "article", "unit__name", "available", "base_price", "ref")
        return figured.order_by().values_list(*columns, heard_of("stock"))

    asked = _of_even_length(product_ids)
    # No row has the key 0: without an assortment nothing is sold, without a price kind nothing has a price.
    rows = _goods.run(
        user, len(asked), build, segment=terms.segment_id or 0, price_kind=terms.price_kind_id or 0, **asked
    )
    return {row[0]: Goods(*row) for row in rows}


def _of_even_length(keys: Collection[int]) -> dict[str, int]:
    """The keys under names, repeated up to the next power of two, so that orders of many lengths share a query."""
    given = list(keys)
    length = 1 << (len(given) - 1).bit_length()
    return {f"key_{at}": given[at % len(given)] for at in range(length)}
