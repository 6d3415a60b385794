"""From what a buyer asks to what it costs: every line found, priced and summed, or told what is wrong."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from modules.catalog import prices, selectors
from modules.catalog.models import Product
from modules.catalog.prices import Offer
from modules.partners.models import Agreement

MOST_LINES = 500


class Wanted(NamedTuple):
    """A line as asked for: keys of the product and packaging (None: base unit), how many of them."""

    product: int
    packaging: int | None
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line as it would be ordered. `available` is stock in base units; `price` is of one packaging."""

    product: Product
    offer: Offer
    quantity: Decimal
    price: Decimal
    amount: Decimal
    available: Decimal

    @property
    def base_quantity(self) -> Decimal:
        return self.quantity * self.offer.factor

    @property
    def is_short(self) -> bool:
        return self.base_quantity > self.available


@dataclass(frozen=True, slots=True)
class PricedOrder:
    agreement: Agreement
    lines: list[PricedLine]

    @property
    def total(self) -> Decimal:
        return sum((line.amount for line in self.lines), Decimal(0))


class BadLines(Exception):
    """`errors`: path within the request ("lines.0.product") → messages in the reader's language."""

    def __init__(self, errors: dict[str, list[str]]) -> None:
        self.errors = errors
        super().__init__(str(errors))


def price_lines(user, agreement: Agreement, wanted: list[Wanted]) -> PricedOrder:
    """Price what the user asks for under the agreement; raises BadLines naming every bad line."""
    products = _products(user, agreement, wanted)
    base = {product.pk: product.base_price for product in products.values()}
    offers = prices.offers(base, agreement.price_kind_id)
    errors: dict[str, list[str]] = {}
    lines = []
    for position, line in enumerate(wanted):
        product = products.get(line.product)
        if product is None:
            errors[f"lines.{position}.product"] = [_("There is no such product in this agreement.")]
            continue
        offer = next((offer for offer in offers[product.pk] if offer.packaging == line.packaging), None)
        if offer is None:
            errors[f"lines.{position}.packaging"] = [_("The product is not sold in this packaging.")]
        elif offer.price is None:
            errors[f"lines.{position}.product"] = [_("There is no price for this product yet.")]
        else:
            lines.append(_priced(product, offer, line.quantity))
    if errors:
        raise BadLines(errors)
    return PricedOrder(agreement, lines)


def _products(user, agreement: Agreement, wanted: list[Wanted]) -> dict[int, Product]:
    asked = selectors.products_for(user, agreement).filter(pk__in={line.product for line in wanted})
    figured = prices.with_base_price(selectors.with_stock(asked), agreement.price_kind_id)
    return {product.pk: product for product in figured.select_related("unit").defer("description", "search")}


def _priced(product: Product, offer: Offer, quantity: Decimal) -> PricedLine:
    return PricedLine(
        product=product,
        offer=offer,
        quantity=quantity,
        price=offer.price,
        amount=prices.amount(offer.price, quantity),
        available=product.available,
    )
