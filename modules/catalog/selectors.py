"""Reads of the catalogue: what a reader may see, narrowed to an agreement, with stock."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Count, DecimalField, Max, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from cms.access.checks import visible
from cms.access.holder import holder_of
from cms.access.levels import Level
from cms.access.prepared import PreparedForReaders
from modules.catalog.models import Product, ProductKind, SegmentProduct, Stock
from modules.partners.models import Agreement


class Terms(NamedTuple):
    """What the catalogue needs of an agreement; `currency` is that of its prices."""

    pk: int
    name: str
    number: str
    segment_id: int | None
    price_kind_id: int | None
    currency: str | None


_agreements = PreparedForReaders()


def products_for(user, agreement: Agreement | Terms | None) -> QuerySet[Product]:
    """Goods the reader may see: those of the assortment of an agreement of theirs.

    Without an agreement, all goods for a reader of all agreements; nothing for anybody else, because
    what somebody could once buy by an agreement that is over is not for sale to them now.
    """
    if agreement is not None:
        return of_segment(user, agreement.segment_id)
    goods = visible(_goods(), user, "catalog.view_product")
    return goods if sees_all_agreements(user) else goods.none()


def of_segment(user, segment_id: int | None) -> QuerySet[Product]:
    """Goods of an assortment by which the reader has an agreement."""
    sold = SegmentProduct.objects.filter(segment=segment_id, deleted=False).values("product_id")
    goods = _goods().filter(pk__in=sold)
    return goods if sees_whole_assortments(user) else visible(goods, user, "catalog.view_product")


def sees_all_agreements(user) -> bool:
    return holder_of(user).level("partners.view_agreement") == Level.ALL


def sees_whole_assortments(user) -> bool:
    """Whether the right to an agreement is already the right to all its products: no grant names product lines."""
    holder = holder_of(user)
    levels = {holder.level("catalog.view_product"), holder.level("partners.view_agreement")}
    return levels == {Level.GRANTED} and not any("product_line" in limits for limits in holder.grants)


def _goods() -> QuerySet[Product]:
    return Product.objects.filter(deleted=False, kind=ProductKind.GOODS)


def searched(products: QuerySet[Product], text: str) -> QuerySet[Product]:
    """Products in which every word of `text` occurs."""
    for word in text.casefold().split()[:8]:
        products = products.filter(search__contains=word)
    return products


def with_stock(products: QuerySet[Product]) -> QuerySet[Product]:
    """Add `available` (base units over all warehouses, 0 where 1C gives none) and `stock_at`."""
    rows = Stock.objects.filter(product=OuterRef("pk"), deleted=False).order_by().values("product")
    quantity = DecimalField(max_digits=18, decimal_places=3)
    return products.annotate(
        available=Coalesce(
            Subquery(rows.annotate(sum=Sum("available")).values("sum")), Decimal(0), output_field=quantity
        ),
        stock_at=Subquery(rows.annotate(at=Max("calculated_at")).values("at")),
    )


def count_of(products: QuerySet[Product]) -> Subquery:
    """The size of a list, as a column of another query; NULL for an empty one."""
    return Subquery(
        products.order_by().annotate(all=Value(1)).values("all").annotate(count=Count("pk")).values("count")
    )


def stock_by_warehouse(product_id: int) -> QuerySet[Stock]:
    """Rows of stock with their warehouse's name."""
    rows = Stock.objects.filter(product=product_id, deleted=False)
    return rows.select_related("warehouse").order_by("warehouse__name")


def chosen_agreement(user, agreement_id: int | None, on: date) -> Terms | None:
    """The agreement asked for if it is the reader's and in force, else their first.

    None for a reader without agreements, and for one who sees all of them and named none. Raises
    Agreement.DoesNotExist for one that is foreign, over or absent: the three look the same.
    """
    if agreement_id is None and sees_all_agreements(user):
        return None
    found = _found(user, agreement_id, on)
    if agreement_id is not None and not found:
        raise Agreement.DoesNotExist
    return found[0] if found else None


def _found(user, agreement_id: int | None, on: date) -> list[Terms]:
    """The first of the reader's agreements, or the one named."""

    def build(**asked) -> QuerySet:
        mine = visible(Agreement.objects.in_force(on), user, "partners.view_agreement").filter(**asked)
        currency = Coalesce("price_kind__currency__code", "currency__code")
        columns = ("pk", "name", "number", "segment_id", "price_kind_id")
        return mine.order_by("name", "pk").values_list(*columns, currency)[:1]

    asked = {} if agreement_id is None else {"pk": agreement_id}
    rows = _agreements.run(user, (on, *asked), build, **asked)
    return [Terms(*row) for row in rows]
