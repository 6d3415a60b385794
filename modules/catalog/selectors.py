"""Reads of the catalogue: what a reader may see, narrowed to an agreement, with stock."""

from decimal import Decimal

from django.db.models import Count, DecimalField, F, Max, OuterRef, QuerySet, Subquery, Sum, Window
from django.db.models.functions import Coalesce

from cms.access.checks import visible
from cms.access.holder import holder_of
from cms.access.levels import Level
from modules.catalog.models import Product, ProductKind, Stock
from modules.partners.models import Agreement


def products_for(user, agreement: Agreement | None) -> QuerySet[Product]:
    """Goods the reader may see: those of the agreement's assortment.

    Without an agreement, all goods for a reader of all agreements; nothing for anybody else, because
    what somebody could once buy by an agreement that is over is not for sale to them now.
    """
    goods = Product.objects.filter(deleted=False, kind=ProductKind.GOODS)
    if agreement is not None:
        goods = goods.filter(pk__in=assortment(agreement))
    elif not sees_all_agreements(user):
        return goods.none()
    return visible(goods, user, "catalog.view_product")


def sees_all_agreements(user) -> bool:
    return holder_of(user).level("partners.view_agreement") == Level.ALL


def assortment(agreement: Agreement) -> QuerySet:
    """Keys of the products the agreement allows."""
    return Product.segments.through.objects.filter(segment=agreement.segment_id, deleted=False).values("product_id")


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


def with_count(products: QuerySet[Product]) -> QuerySet[Product]:
    """Add `found`, the size of the whole list, so that a page and its count are one query."""
    return products.annotate(found=Window(Count("*")))


def facet(products: QuerySet[Product], field: str) -> list[tuple[int, str, int]]:
    """`(key, name, count)` over the products' `field` ("group", "line"), by name."""
    return list(
        products.exclude(**{field: None})
        .order_by()
        .values(facet_id=F(f"{field}_id"), facet_name=F(f"{field}__name"))
        .annotate(count=Count("pk"))
        .order_by("facet_name")
        .values_list("facet_id", "facet_name", "count")
    )


def stock_by_warehouse(product_id: int) -> QuerySet[Stock]:
    """Rows of stock with their warehouse's name."""
    rows = Stock.objects.filter(product=product_id, deleted=False)
    return rows.select_related("warehouse").order_by("warehouse__name")


def chosen_agreement(user, agreement_id: int | None, on) -> Agreement | None:
    """The agreement asked for if it is the reader's and in force, else their first.

    None for a reader without agreements, and for one who sees all of them and named none. Raises
    Agreement.DoesNotExist for one that is foreign, over or absent: the three look the same.
    """
    mine = visible(Agreement.objects.in_force(on), user, "partners.view_agreement")
    mine = mine.select_related("currency", "price_kind__currency")
    if agreement_id is not None:
        return mine.get(pk=agreement_id)
    if sees_all_agreements(user):
        return None
    return mine.order_by("name", "pk").first()
