"""Claims: registered when they come, worked on, answered; shown in channel A too, as Catalog_Претензии."""

from uuid import uuid4

from integration.simulator.entities import CLAIM_CATALOG, blank
from integration.simulator.options import Options
from integration.simulator.rows import Row
from integration.simulator.service.checks import Refusal, belongs, filled, identifier, one_of, optional, partner_of
from integration.simulator.service.receive import Post
from integration.simulator.service.reserve import document_of
from integration.simulator.store import Store

CLAIMS = "claims"
KINDS = ("quantity", "quality", "assortment", "delivery", "documents")
REGISTERED, IN_WORK, SATISFIED, REFUSED = "Зарегистрирована", "Обрабатывается", "Удовлетворена", "НеУдовлетворена"
STATUSES = (REGISTERED, IN_WORK, SATISFIED, REFUSED)
OPEN = (REGISTERED, IN_WORK)
WORD_OF_REFUSAL = "отклонить"  # in the text: 1C does not satisfy it
ANSWERS = {
    SATISFIED: "Претензия признана обоснованной. Недостача будет восполнена следующей поставкой.",
    REFUSED: "Претензия не подтверждена: по документам отгрузка выполнена полностью.",
}


def take(store: Store, post: Post, options: Options) -> Row:
    """Refused once it is answered: then the portal opens a new one."""
    data = post.data
    if post.held("status", REGISTERED) not in OPEN:
        raise Refusal("state", f"Претензия {post.held('number')} уже рассмотрена: {post.held('status')}")
    partner = partner_of(store, data)
    fields = {
        "partner": partner.key,
        "counterparty": optional(store, "Catalog_Контрагенты", data.get("counterparty"), "Контрагент", partner),
        "contract": optional(store, "Catalog_ДоговорыКонтрагентов", data.get("contract"), "Договор", partner),
        "order": order_of(store, data, partner),
        "kind": one_of(data, "kind", KINDS, "Вид претензии"),
        "subject": filled(data, "subject", "тема"),
        "text": filled(data, "text", "текст"),
    }
    return register(store, post.key, fields, post.version, post.known)


def order_of(store: Store, data: dict, partner: Row) -> str | None:
    """The portal's id of an order; one that 1C does not know (yet) is kept as it came."""
    if not data.get("order"):
        return None
    key = identifier(data["order"], "заказ")
    order = document_of(store, key)
    if order:
        belongs(order, partner, "Заказ")
    return key


def register(store: Store, key: str, fields: dict, version: int | None = None, known: Row | None = None) -> Row:
    """Number and date are given once; the rest is what the client says."""
    given = {"number": next_number(store), "registered_at": store.clock.stamp(), "status": REGISTERED, "answer": ""}
    kept = {name: known.fields[name] for name in given} if known else given
    return write(store, key, {**fields, **kept, "portal_version": version})


def register_own(store: Store, partner: str, kind: str, given: dict) -> Row:
    """A claim that 1C's own people write down, under an id of 1C's."""
    empty = dict.fromkeys(("counterparty", "contract", "order"))
    texts = {"subject": str(given.get("subject") or "Претензия"), "text": str(given.get("text") or "")}
    return register(store, str(uuid4()), {"partner": partner, **empty, "kind": kind, **texts})


def next_number(store: Store) -> str:
    return f"ПР00-{store.next('claim_number'):06d}"


def write(store: Store, key: str, fields: dict) -> Row:
    """The feed's row and its twin of channel A."""
    store.put(CLAIM_CATALOG, key, catalog_fields(key, fields))
    return store.put(CLAIMS, key, fields)


def catalog_fields(key: str, fields: dict) -> dict:
    return blank(CLAIM_CATALOG) | {
        "Code": fields["number"],
        "Description": fields["subject"][:150],
        "Партнер_Key": fields["partner"],
        "ОписаниеПретензии": fields["text"],
        "Статус": fields["status"],
        "ДатаРегистрации": fields["registered_at"][:19],
        "ИдентификаторПортала": key if fields["portal_version"] else "",
    }


def answer(store: Store, row: Row, status: str, text: str | None = None) -> Row:
    """Raises ValueError on an unknown status."""
    if status not in STATUSES:
        raise ValueError(f"no such status: {status}")
    words = ANSWERS.get(status, "") if text is None else text
    return write(store, row.key, {**row.fields, "status": status, "answer": words})


def tick(store: Store) -> int:
    """Take what is registered to work, answer what is in work; how many."""
    waiting = [row for row in store.select("entity = ? ORDER BY seq", (CLAIMS,)) if not row.deleted]
    waiting = [row for row in waiting if row.fields["status"] in OPEN]
    for row in waiting:
        with store.transaction():
            answer(store, row, following(row.fields))
    return len(waiting)


def following(fields: dict) -> str:
    if fields["status"] == REGISTERED:
        return IN_WORK
    return REFUSED if WORD_OF_REFUSAL in fields["text"].lower() else SATISFIED
