"""Facts this module publishes after commit."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class OrderPlaced:
    """A client placed an order; it waits for 1C."""

    order_id: UUID


@dataclass(frozen=True)
class OrderMoved:
    """An order went from `was` to `became` (values of OrderStatus)."""

    order_id: UUID
    was: str
    became: str
