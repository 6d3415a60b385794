"""Credit limits asked of 1C at the moment they matter, kept for a minute."""

from datetime import timedelta
from decimal import Decimal, InvalidOperation
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from integration import asking
from integration.asking import Patience
from integration.cache import EVERYBODY, Held, Lazy, LoadFailed
from integration.client import BadAnswer

SUMS = ("limit", "debt", "overdue", "available")

LIMITS = Lazy(
    name="limits_live",
    title=_("Credit limits asked at an order"),
    entities=("limits",),
    fresh=timedelta(minutes=1),
    stale=timedelta(minutes=10),
    patience=timedelta(seconds=asking.SECONDS - asking.CALL_SECONDS),
    lease=timedelta(seconds=2 * asking.SECONDS),
)


def limit_of(contract: UUID, currency: UUID, patience: Patience) -> Held | None:
    """The contract's limit in the currency as {"limit", "debt", "overdue", "available"} (Decimal), by 1C's references.

    None where 1C has no such limit, or could not be asked while nothing is held. Whether the reader may see it is the
    caller's business.
    """
    try:
        held = LIMITS.get(str(contract), lambda: _asked(str(contract), patience), reader=EVERYBODY)
    except LoadFailed:
        return None
    sums = held.value.get(str(currency))
    return sums and Held(dict(zip(SUMS, map(Decimal, sums), strict=True)), held.as_of, held.stale)


def _asked(contract: str, patience: Patience) -> dict[str, list[Decimal]]:
    """Currency → sums, in the order of SUMS."""
    items = asking.ask("limits", patience, contract=[contract])
    return dict(_row(item) for item in items if not item.get("deleted"))


def _row(item: dict) -> tuple[str, list[Decimal]]:
    try:
        data = item["data"]
        return str(UUID(data["currency"])), [Decimal(data[name]) for name in SUMS]
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation) as error:
        raise BadAnswer(f"limits: a row cannot be read: {item!r:.200}") from error
