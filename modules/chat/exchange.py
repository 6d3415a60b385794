"""Messages: the portal's are told to 1C by the outbox; what a manager writes in 1C comes by a feed."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integration.objects import Item, News, take
from integration.reasons import BadValue
from integration.regulation import Cache, Channel, Direction, entity, topic
from modules.chat.models import AuthorKind, Chat, Message
from modules.chat.services import TOPIC, chat_grew, message_answered, message_withdrawn
from modules.partners.models import Partner

KINDS = {kind.value: kind for kind in AuthorKind}


def message_payload(message_id: UUID) -> dict | None:
    """The message as channel B takes it; None when there is none."""
    return message_payloads([message_id]).get(message_id)


def message_payloads(message_ids: list[UUID]) -> dict[UUID, dict]:
    """Several in one query; those that are no more are left out."""
    found = Message.objects.select_related("chat__partner").filter(pk__in=message_ids)
    return {message.pk: _message(message) for message in found}


def _message(message: Message) -> dict:
    partner = message.chat.partner
    return {
        "chat": str(message.chat_id),
        "partner": str(partner.ref) if partner.ref else None,
        "author": {"kind": message.author_kind, "name": message.author_name, "email": message.author_email},
        "text": message.text,
        "sent_at": message.sent_at.isoformat(),
        "order": str(message.order) if message.order else None,
    }


@transaction.atomic
def message_from_onec(*, item: dict) -> bool:
    """Take a manager's message written in 1C. A known one is never changed: the portal is the truth."""
    read = Item(item)
    message, news = take(Message, read, new=lambda: _new(read), change=lambda message: {})
    if news is News.NEW:
        chat_grew(message.chat, message)
    elif news is News.CHANGED and read.deleted != message.deleted:
        message_withdrawn(message)
    return news is News.NEW


def _new(read: Item) -> dict:
    author = read.data.get("author") if isinstance(read.data.get("author"), dict) else {}
    said = Item({"id": str(read.id), "version": read.version, "data": author})
    text = read.text("text")
    if not text:
        raise BadValue("required", field="text")
    return {
        "chat": _chat(read, read.required("partner", "clients")),
        "order": read.uuid("order"),
        "author_kind": said.choice("kind", KINDS),
        "author_name": said.text("name", 300),
        "author_email": said.text("email", 254),
        "text": text,
        "sent_at": read.moment("sent_at") or timezone.now(),
    }


def _chat(read: Item, partner: Partner) -> Chat:
    """The conversation 1C names, if it is this client's; else the client's own one, made if there is none."""
    key, order = read.uuid("chat"), read.uuid("order")
    named = Chat.objects.filter(pk=key, partner=partner).first() if key else None
    if named is not None:
        return named
    is_free = key is not None and not Chat.objects.filter(pk=key).exists()
    return Chat.objects.get_or_create(partner=partner, order=order, defaults={"id": key} if is_free else {})[0]


def _answered(message_id: UUID, result: dict) -> None:
    message_answered(message_id=message_id, result=result)


topic(
    TOPIC,
    _("Messages"),
    feed="messages",
    payload=message_payload,
    payloads=message_payloads,
    answered=_answered,
    priority=2,
)
entity(
    "messages",
    _("Messages"),
    Channel.FEED,
    Cache.WRITE_THROUGH,
    fresh=timedelta(seconds=10),
    page=500,
    handle=message_from_onec,
    direction=Direction.BOTH,
    topic=TOPIC,
)
