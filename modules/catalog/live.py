"""Stock asked of 1C at the moment it matters, kept for a minute or two for whoever asks next."""

from collections.abc import Collection
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from integration import asking
from integration.asking import Patience
from integration.cache import EVERYBODY, Held, Lazy
from integration.client import BadAnswer

NOTHING = Decimal("0.000")

STOCK = Lazy(
    name="stock_live",
    title=_("Stock asked at an order"),
    entities=("stock",),
    fresh=timedelta(minutes=2),
    stale=timedelta(minutes=10),
    jitter=0.5,  # a minute at least, three by the regulation at most
    patience=timedelta(seconds=asking.SECONDS - asking.CALL_SECONDS),
    lease=timedelta(seconds=2 * asking.SECONDS),
)


def balances(products: Collection[UUID], patience: Patience) -> dict[UUID, Held]:
    """1C's reference of a product → base units available over all warehouses (Decimal). At most one call.

    Products that 1C could not be asked about and that nothing is held of are absent; never raises for that.
    """
    found = STOCK.get_many([str(ref) for ref in products], lambda keys: _asked(keys, patience), reader=EVERYBODY)
    return _as_numbers(found)


def held_balances(products: Collection[UUID]) -> dict[UUID, Held]:
    """Those that are held and fresh; 1C is not asked."""
    return _as_numbers(STOCK.peek_many([str(ref) for ref in products], reader=EVERYBODY))


def _asked(products: list[str], patience: Patience) -> dict[str, Decimal]:
    sums = dict.fromkeys(products, NOTHING)  # what 1C has no row of is not in stock
    for item in asking.ask("stock", patience, product=products):
        if not item.get("deleted"):
            product, available = _row(item)
            sums[product] = sums.get(product, NOTHING) + available
    return sums


def _row(item: dict) -> tuple[str, Decimal]:
    try:
        return str(UUID(item["data"]["product"])), Decimal(item["data"]["available"])
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation) as error:
        raise BadAnswer(f"stock: a row cannot be read: {item!r:.200}") from error


def _as_numbers(found: dict[str, Held]) -> dict[UUID, Held]:
    return {UUID(ref): Held(Decimal(held.value), held.as_of, held.stale) for ref, held in found.items()}
