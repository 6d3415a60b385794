"""Writes of conversations."""

from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone

from cms import events
from cms.access.checks import require
from cms.access.models import Role
from cms.access.roles import STAFF
from integration import outbox
from modules.chat import remembered
from modules.chat.events import MessageDelivered, MessageWritten
from modules.chat.models import AuthorKind, Chat, ChatReader, Message
from modules.partners.models import Partner

TOPIC = "messages"


@transaction.atomic
def chat_open(*, user, partner: Partner, order: UUID | None = None) -> Chat:
    """The client's conversation, made when nobody has spoken yet. Raises Refused."""
    chat, _ = Chat.objects.get_or_create(partner=partner, order=order)
    require(user, "chat.write_message", chat)
    return chat


@transaction.atomic
def message_write(*, author, chat: Chat, text: str) -> Message:
    """Write into a conversation and queue the message for 1C. Raises Refused."""
    require(author, "chat.write_message", chat)
    message = Message.objects.create(
        chat=chat,
        order=chat.order,
        author=author,
        author_kind=_side_of(author),
        author_name=author.name[:300],
        author_email=author.email,
        text=text,
    )
    chat_grew(chat, message)
    outbox.enqueue(TOPIC, message.pk, message.version)
    return message


def chat_grew(chat: Chat, message: Message) -> None:
    """A conversation with a new message rises to the top of lists; whoever sees it hears of it."""
    grown = {"last_at": Greatest("last_at", message.sent_at), "version": F("version") + 1}
    remembered.changed(chat, lambda: Chat.objects.filter(pk=chat.pk).update(**grown))
    events.publish(MessageWritten(message.pk))


def message_withdrawn(message: Message) -> None:
    """1C has withdrawn what its manager wrote."""
    chat = message.chat
    remembered.changed(chat, lambda: Chat.objects.filter(pk=chat.pk).update(version=F("version") + 1))
    events.publish(MessageWritten(message.pk))


def message_answered(*, message_id: UUID, result: dict) -> None:
    """1C has taken the message or refused it; its mark says so."""
    events.publish(MessageDelivered(message_id))


def chat_read(*, user, chat: Chat) -> None:
    """The user has seen all that is in the conversation now."""
    ChatReader.objects.update_or_create(chat=chat, user=user, defaults={"read_at": timezone.now()})


def _side_of(user) -> AuthorKind:
    is_staff = Role.objects.filter(group__user=user, side=STAFF).exists()
    return AuthorKind.MANAGER if is_staff else AuthorKind.CLIENT
