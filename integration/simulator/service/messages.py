"""Messages: the portal is the truth; what a manager writes in 1C comes by the feed as a new row."""

from uuid import uuid4

from integration.simulator.entities import PARTNERS, USERS
from integration.simulator.options import Options
from integration.simulator.refs import ref
from integration.simulator.rows import Row
from integration.simulator.service.checks import Refusal, filled, identifier, one_of, partner_of
from integration.simulator.service.contacts import EMAIL
from integration.simulator.service.receive import Post
from integration.simulator.store import Store

MESSAGES = "messages"
CLIENT, MANAGER = "client", "manager"
ANSWERED_UP_TO = "answered_messages"  # a note: the write number up to which chats have been looked at
GREETING = "Здравствуйте! Ваше сообщение получено, отвечу в течение рабочего дня."


def take(store: Store, post: Post, options: Options) -> Row:
    data = post.data
    fields = {
        "chat": identifier(data.get("chat"), "чат"),
        "partner": partner_of(store, data).key,
        "author": author_of(data),
        "text": filled(data, "text", "текст"),
        "sent_at": data.get("sent_at") or store.clock.stamp(),
        "order": identifier(data["order"], "заказ") if data.get("order") else None,
        "portal_version": post.version,
    }
    return store.put(MESSAGES, post.key, fields)


def author_of(data: dict) -> dict:
    author = data.get("author")
    if not isinstance(author, dict):
        raise Refusal("format", "Не указан автор сообщения")
    kind = one_of(author, "kind", (CLIENT, MANAGER), "Автор")
    return {"kind": kind, "name": str(author.get("name") or ""), "email": str(author.get("email") or "")}


def write(store: Store, chat: str, partner: str, text: str, order: str | None = None, key: str | None = None) -> Row:
    """A message of the client's manager, written in 1C."""
    fields = {
        "chat": chat,
        "partner": partner,
        "author": manager_of(store, partner),
        "text": text,
        "sent_at": store.clock.stamp(),
        "order": order,
        "portal_version": None,
    }
    return store.put(MESSAGES, key or str(uuid4()), fields)


def manager_of(store: Store, partner: str) -> dict:
    """{"kind", "name", "email"} of the partner's manager; without a name when there is none."""
    row = store.get(PARTNERS, partner)
    user = store.get(USERS, row.fields.get("ОсновнойМенеджер_Key") or "") if row else None
    if user is None:
        return {"kind": MANAGER, "name": "", "email": ""}
    lines = {line["Тип"]: line["АдресЭП"] for line in user.fields["КонтактнаяИнформация"]}
    return {"kind": MANAGER, "name": user.fields["Description"], "email": lines.get(EMAIL, "")}


def tick(store: Store) -> int:
    """The manager answers every chat in which no manager has written; how many."""
    seen = int(store.note(ANSWERED_UP_TO, "0"))
    fresh = list(store.select("entity = ? AND seq > ? ORDER BY seq", (MESSAGES, seen)))
    chats = {row.fields["chat"]: row for row in fresh if not row.deleted}
    with store.transaction():
        answered = [answer(store, row) for row in chats.values() if unanswered(store, row.fields["chat"])]
        store.set_note(ANSWERED_UP_TO, store.last_seq(MESSAGES))
    return len(answered)


def unanswered(store: Store, chat: str) -> bool:
    return all(row.fields["author"]["kind"] != MANAGER for row in store.linked(MESSAGES, chat))


def answer(store: Store, row: Row) -> Row:
    fields = row.fields
    return write(store, fields["chat"], fields["partner"], GREETING, fields["order"], ref("answer", fields["chat"]))
