"""What the exchange keeps: the base of rows that 1C gives, states, parked rows and the outbox."""

from integration.models.outbox import Breaker, Delivery, OutboxAttempt, OutboxMessage
from integration.models.source import FromOneC
from integration.models.state import ExchangeState, LoadKind, LoadRun, ParkedRow

__all__ = [
    "Breaker",
    "Delivery",
    "ExchangeState",
    "FromOneC",
    "LoadKind",
    "LoadRun",
    "OutboxAttempt",
    "OutboxMessage",
    "ParkedRow",
]
