"""The newest messages of each conversation, kept as they are written.

Everyone in a conversation reads them again at each of its news, and while one of them waits for 1C. What was said is
the same for all who may read it, and who may is asked of the database before: hence kept for everybody, without what
depends on the reader. A conversation's `version` grows under its row's lock, so that the later commit has the greater.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from integration.cache import EVERYBODY, WriteThrough
from modules.chat.models import Chat

MOST = 50
CONVERSATIONS = WriteThrough(
    name="conversations", title=_("Newest messages"), entities=("messages",), fresh=timedelta(hours=1)
)
COLUMNS = ("id", "author_id", "author_kind", "author_name", "text", "sent_at")


@dataclass(frozen=True)
class Said:
    """A message as conversations show it."""

    id: UUID
    author_id: int | None
    author_kind: str
    author_name: str
    text: str
    sent_at: datetime


@dataclass(frozen=True)
class Newest:
    """`count`: of all messages; `messages`: the newest of them, at most MOST, newest first."""

    count: int
    messages: list[Said]


def newest(chat: Chat) -> Newest:
    """What was said last; no query where it is held."""
    held = CONVERSATIONS.get(chat.pk, lambda: _now(chat), reader=EVERYBODY).value
    return Newest(held["count"], [_said(*row) for row in held["messages"]])


def changed(chat: Chat, change: Callable[[], object]) -> None:
    """Do what changes the conversation and its version, and keep what it is then. Call it in the transaction."""

    def save() -> tuple[dict, int]:
        change()
        return _now(chat)

    CONVERSATIONS.write(chat.pk, save, reader=EVERYBODY)


def _now(chat: Chat) -> tuple[dict, int]:
    """The version is read first: what is read after it may be newer than it says, never older."""
    version = Chat.objects.values_list("version", flat=True).get(pk=chat.pk)
    messages = chat.messages.filter(deleted=False).order_by("-sent_at", "-pk")
    rows = [list(row) for row in messages.values_list(*COLUMNS)[:MOST]]
    return {"count": len(rows) if len(rows) < MOST else messages.count(), "messages": rows}, version


def _said(key: str, author: int | None, kind: str, name: str, text: str, at: str) -> Said:
    return Said(UUID(key), author, kind, name, text, datetime.fromisoformat(at))
