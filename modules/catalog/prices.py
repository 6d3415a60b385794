"""What a product costs under an agreement. Money is Decimal; rounding is 1C's: half up, line by line."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import F, FilteredRelation, Q

from modules.catalog.models import Packaging, Price

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


def offers(product_ids: list[int], price_kind_id: int | None) -> dict[int, list[Offer]]:
    """Product → its offers, the base unit first, then packagings from the smallest. Two queries.

    A product with a price for its base unit is sold by it too, and a packaging without a price of its
    own then costs as much as the base units in it.
    """
    base = _base_prices(product_ids, price_kind_id)
    found: dict[int, list[Offer]] = defaultdict(list)
    for product_id, price in base.items():
        found[product_id].append(Offer(None, "", Decimal(1), None, price))
    for row in _packagings(product_ids, price_kind_id):
        found[row["product_id"]].append(_packed(row, base.get(row["product_id"])))
    for product_id in product_ids:
        if product_id not in found:
            found[product_id].append(Offer(None, "", Decimal(1), None, None))
    return found


def _base_prices(product_ids: list[int], price_kind_id: int | None) -> dict[int, Decimal]:
    rows = Price.objects.filter(product__in=product_ids, price_kind=price_kind_id, packaging=None, deleted=False)
    return dict(rows.values_list("product_id", "amount"))


def _packagings(product_ids: list[int], price_kind_id: int | None):
    own_price = Q(prices__price_kind=price_kind_id, prices__deleted=False)
    return (
        Packaging.objects.filter(product__in=product_ids, deleted=False)
        .annotate(own=FilteredRelation("prices", condition=own_price), own_price=F("own__amount"))
        .order_by("factor", "pk")
        .values("id", "product_id", "name", "factor", "weight", "own_price")
    )


def _packed(row: dict, base: Decimal | None) -> Offer:
    price = row["own_price"]
    if price is None and base is not None:
        price = (base * row["factor"]).quantize(UNIT_PRICE, ROUND_HALF_UP)
    return Offer(row["id"], row["name"], row["factor"], row["weight"], price)
