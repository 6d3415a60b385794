"""Reads of conversations."""

from collections.abc import Iterable

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from cms.access.checks import visible
from cms.access.choosers import contains
from integration import outbox
from modules.chat import subjects
from modules.chat.models import Chat, ChatReader, Message
from modules.chat.remembered import Said
from modules.chat.services import TOPIC


def seen_by(user) -> QuerySet[Chat]:
    """Conversations the reader may see: of one about an order, those who see the order."""
    return visible(Chat.objects.all(), user, "chat.view_chat").filter(subjects.seen_by(user))


def chats_for(user) -> QuerySet[Chat]:
    """Conversations the reader may see, newest first, each with `order_number`, `last_text`, `last_author` and
    `unread`.
    """
    last = Message.objects.filter(chat=OuterRef("pk"), deleted=False).order_by("-sent_at", "-pk")
    unread = _unread(user).filter(chat=OuterRef("pk")).order_by().values("chat").annotate(count=Count("pk"))
    return (
        seen_by(user)
        .select_related("partner")
        .annotate(
            order_number=subjects.number(),
            last_text=Subquery(last.values("text")[:1]),
            last_author=Subquery(last.values("author_name")[:1]),
            unread=Coalesce(Subquery(unread.values("count")), Value(0)),
        )
        .order_by("-last_at", "pk")
    )


def _unread(user) -> QuerySet[Message]:
    """Messages of others that came after the user last looked, wherever they are."""
    seen = ChatReader.objects.filter(chat=OuterRef("chat"), user=user).values("read_at")[:1]
    messages = Message.objects.filter(deleted=False).annotate(seen=Subquery(seen))
    news = messages.filter(Q(seen=None) | Q(arrived_at__gt=F("seen")))
    return news.filter(Q(author=None) | ~Q(author=user))


def unread_count(user) -> int:
    """How many messages the user has not read; one query."""
    return _unread(user).filter(chat__in=seen_by(user).values("pk")).count()


def messages_of(chat: Chat) -> QuerySet[Message]:
    """What was said, newest first."""
    return chat.messages.filter(deleted=False).order_by("-sent_at", "-pk")


def searched(chats: QuerySet[Chat], text: str) -> QuerySet[Chat]:
    """Conversations whose client or order has `text` in its name or number."""
    return chats.filter(contains("partner__name", text) | contains("order_number", text))


def exchange_of(messages: Iterable[Message | Said]) -> dict[str, object]:
    """Message's key (text) → where it is on its way to 1C; one query."""
    return outbox.status_of(TOPIC, [str(message.id) for message in messages])
