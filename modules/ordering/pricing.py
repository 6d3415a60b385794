"""From what a buyer asks to what it costs: every line found, priced and summed, or told what is wrong."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from modules.catalog import prices
from modules.catalog.prices import Offer
from modules.ordering.terms import Goods, OrderTerms, goods_of

MOST_LINES = 500


class Wanted(NamedTuple):
    """A line as asked for: keys of the product and packaging (None: base unit), how many of them."""

    product: int
    packaging: int | None
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line as it would be ordered; `price` is of one packaging."""

    product: Goods
    offer: Offer
    quantity: Decimal
    price: Decimal
    amount: Decimal

    @property
    def base_quantity(self) -> Decimal:
        return self.quantity * self.offer.factor

    @property
    def is_short(self) -> bool:
        return self.base_quantity > self.product.available

    @property
    def unit(self) -> str:
        """The packaging's name, or the base unit's."""
        return self.offer.name or self.product.unit or ""


@dataclass(frozen=True, slots=True)
class PricedOrder:
    terms: OrderTerms
    lines: list[PricedLine]

    @property
    def total(self) -> Decimal:
        return sum((line.amount for line in self.lines), Decimal(0))


class BadLines(Exception):
    """`errors`: path within the request ("lines.0.product") → messages in the reader's language."""

    def __init__(self, errors: dict[str, list[str]]) -> None:
        self.errors = errors
        super().__init__(str(errors))


def price_lines(user, terms: OrderTerms, wanted: list[Wanted]) -> PricedOrder:
    """Price what the user asks for under the terms; raises BadLines naming every bad line. Two queries."""
    goods = goods_of(user, terms, {line.product for line in wanted})
    offers = prices.offers({product.id: product.base_price for product in goods.values()}, terms.price_kind_id)
    errors: dict[str, list[str]] = {}
    lines = []
    for position, line in enumerate(wanted):
        product = goods.get(line.product)
        if product is None:
            errors[f"lines.{position}.product"] = [_("There is no such product in this agreement.")]
            continue
        offer = next((offer for offer in offers[product.id] if offer.packaging == line.packaging), None)
        if offer is None:
            errors[f"lines.{position}.packaging"] = [_("The product is not sold in this packaging.")]
        elif offer.price is None:
            errors[f"lines.{position}.product"] = [_("There is no price for this product yet.")]
        else:
            amount = prices.amount(offer.price, line.quantity)
            lines.append(PricedLine(product, offer, line.quantity, offer.price, amount))
    if errors:
        raise BadLines(errors)
    return PricedOrder(terms, lines)
