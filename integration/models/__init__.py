"""What the exchange keeps: the base of rows that 1C gives, states, parked rows, the outbox and reports."""

from integration.models.outbox import UNSETTLED, Breaker, Delivery, OutboxAttempt, OutboxMessage
from integration.models.reconciliation import Compared, Reconciliation
from integration.models.source import FromOneC
from integration.models.state import ExchangeState, LoadKind, LoadRun, LoadStatus, ParkedRow

__all__ = [
    "UNSETTLED",
    "Breaker",
    "Compared",
    "Delivery",
    "ExchangeState",
    "FromOneC",
    "LoadKind",
    "LoadRun",
    "LoadStatus",
    "OutboxAttempt",
    "OutboxMessage",
    "ParkedRow",
    "Reconciliation",
]
