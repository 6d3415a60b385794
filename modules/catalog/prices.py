"""What a product costs under an agreement. Money is Decimal; rounding is 1C's: half up, line by line."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from django.db.models import FilteredRelation, OuterRef, Q, QuerySet, Subquery

from cms.prepared import PreparedFor, number_slot
from modules.catalog.models import Packaging, Price, Product

MONEY = Decimal("0.01")
UNIT_PRICE = Decimal("0.0001")


def amount(price: Decimal, quantity: Decimal) -> Decimal:
    """The sum of a line, rounded half up to 0.01 as 1C does."""
    return (price * quantity).quantize(MONEY, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to buy a product: `packaging` None means by the base unit; `price` None: not for sale so."""

    packaging: int | None
    name: str
    factor: Decimal
    weight: Decimal | None
    price: Decimal | None


UNPRICED = Offer(None, "", Decimal(1), None, None)


def with_base_price(products: QuerySet[Product], price_kind_id: int | None) -> QuerySet[Product]:
    """Add `base_price`, the price of one base unit; None where the price kind gives none."""
    rows = Price.objects.filter(product=OuterRef("pk"), price_kind=price_kind_id, packaging=None, deleted=False)
    return products.annotate(base_price=Subquery(rows.values("amount")[:1]))


def offers(base: dict[int, Decimal | None], price_kind_id: int | None) -> dict[int, list[Offer]]:
    """Product → its offers, the base unit first, then packagings from the smallest. One query.

    `base` are the products with their base prices. A product that has one is sold by its base unit too, and
    a packaging without a price of its own then costs as much as the base units in it.
    """
    found: dict[int, list[Offer]] = {
        product_id: [] if price is None else [Offer(None, "", Decimal(1), None, price.quantize(UNIT_PRICE))]
        for product_id, price in base.items()
    }
    for row in _packagings.run(list(base), price_kind=price_kind_id):
        packaging = _Packed(*row)
        found[packaging.product].append(_offer(packaging, base[packaging.product]))
    return {product_id: known or [UNPRICED] for product_id, known in found.items()}


class _Packed(NamedTuple):
    """A packaging and its price, if it has one of its own."""

    id: int
    product: int
    name: str
    factor: Decimal
    weight: Decimal | None
    price: Decimal | None


def _priced_packagings(product_ids: list[int]) -> QuerySet:
    own_price = Q(prices__price_kind=number_slot("price_kind"), prices__deleted=False)
    return (
        Packaging.objects.filter(product__in=product_ids, deleted=False)
        .annotate(own=FilteredRelation("prices", condition=own_price))
        .order_by("factor", "pk")
        .values_list("id", "product_id", "name", "factor", "weight", "own__amount")
    )


_packagings = PreparedFor(_priced_packagings, converted=True)


def _offer(packaging: _Packed, base: Decimal | None) -> Offer:
    price = packaging.price
    if price is None and base is not None:
        price = (base * packaging.factor).quantize(UNIT_PRICE, ROUND_HALF_UP)
    return Offer(packaging.id, packaging.name, packaging.factor, packaging.weight, price)
