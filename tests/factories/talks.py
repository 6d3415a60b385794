"""Conversations, notifications and sales plans that already lie in the database."""

from datetime import date

from modules.analytics.models import SalesPlan
from modules.chat.models import AuthorKind, Chat, Message
from modules.notifications.models import Notification, Receipt
from tests.factories.counter import ref


def chat(partner, **fields) -> Chat:
    return Chat.objects.create(partner=partner, **fields)


def message(chat: Chat, author=None, text: str = "Hello", **fields) -> Message:
    """A client's message; without an author, a manager's from 1C."""
    side = AuthorKind.CLIENT if author else AuthorKind.MANAGER
    name = author.name if author else "Manager of 1C"
    filled = {"author_kind": side, "author_name": name, "order": chat.order, **fields}
    return Message.objects.create(chat=chat, author=author, text=text, **filled)


def notification(partner, *readers, **fields) -> Notification:
    """One of 1C for these people."""
    filled = {"kind": "shipment", "subject": "Shipped", "text": "Ten drums", "from_onec": True, **fields}
    made = Notification.objects.create(partner=partner, search=f"{filled['subject']} {filled['text']}", **filled)
    Receipt.objects.bulk_create([Receipt(notification=made, user=reader) for reader in readers])
    return made


def plan(partner, **fields) -> SalesPlan:
    """A plan for December; without `number` a draft that 1C has not taken."""
    period = {"period_start": date(2026, 12, 1), "period_end": date(2026, 12, 31)}
    return SalesPlan.objects.create(**{"ref": ref(), "partner": partner, **period, **fields})
