"""What the exchange keeps: the base of rows that 1C gives, states, parked rows, outbox, inbox, tokens and reports."""

from integration.models.alerts import Alert, AlertKind, AlertReader
from integration.models.inbox import ExchangeJob, InboxItem, Taken
from integration.models.outbox import UNSETTLED, Breaker, Delivery, OutboxAttempt, OutboxMessage
from integration.models.reconciliation import Compared, Reconciliation
from integration.models.removed import Removed
from integration.models.source import FromOneC
from integration.models.state import ExchangeState, LoadKind, LoadRun, LoadStatus, ParkedRow
from integration.models.tokens import ExchangeToken

__all__ = [
    "UNSETTLED",
    "Alert",
    "AlertKind",
    "AlertReader",
    "Breaker",
    "Compared",
    "Delivery",
    "ExchangeJob",
    "ExchangeState",
    "ExchangeToken",
    "FromOneC",
    "InboxItem",
    "LoadKind",
    "LoadRun",
    "LoadStatus",
    "OutboxAttempt",
    "OutboxMessage",
    "ParkedRow",
    "Reconciliation",
    "Removed",
    "Taken",
]
