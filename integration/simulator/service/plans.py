"""POST plans: a sales plan that the portal drafts becomes Document_ПланПродаж and waits for approval."""

import re

from integration.simulator.entities import PLAN_DOCUMENT, blank
from integration.simulator.options import Options
from integration.simulator.rows import Row, encode_item
from integration.simulator.service.checks import Refusal, active, number, partner_of, plain
from integration.simulator.service.receive import Post
from integration.simulator.store import Store

DRAFT, APPROVED, CANCELLED = "НаУтверждении", "Утвержден", "Отменен"
STATUSES = (DRAFT, APPROVED, CANCELLED)


def take(store: Store, post: Post, options: Options) -> Row:
    """Refused once it is approved or cancelled."""
    data, old = post.data, store.get(PLAN_DOCUMENT, post.key)
    if old and old.fields["Статус"] != DRAFT:
        raise Refusal("state", f"План {old.fields['Number']} уже нельзя изменить: {old.fields['Статус']}")
    begins, ends = day(data, "period_start"), day(data, "period_end")
    if begins > ends:
        raise Refusal("period", "Начало периода позже его окончания")
    kept = old.fields if old else {"Number": next_number(store), "Date": store.clock.local()}
    fields = blank(PLAN_DOCUMENT) | {
        "Number": kept["Number"],
        "Date": kept["Date"],
        "НачалоПериода": f"{begins}T00:00:00",
        "ОкончаниеПериода": f"{ends}T00:00:00",
        "Партнер_Key": partner_of(store, data).key,
        "Статус": DRAFT,
        "Комментарий": plain(data, "comment")["comment"],
        "ИдентификаторПортала": post.key,
        "Товары": lines(store, data.get("lines")),
    }
    store.put(PLAN_DOCUMENT, post.key, fields)
    return store.put("plans", post.key, {"number": kept["Number"], "portal_version": post.version})


def day(data: dict, name: str) -> str:
    text = str(data.get(name) or "")[:10]
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise Refusal("format", f"Не дата: {name} = {data.get(name)!r}")
    return text


def lines(store: Store, given: object) -> list[dict]:
    if not isinstance(given, list) or not given or not all(isinstance(line, dict) for line in given):
        raise Refusal("lines", "В плане нет ни одной строки")
    return [plan_line(store, position, line) for position, line in enumerate(given, 1)]


def plan_line(store: Store, position: int, line: dict) -> dict:
    quantity = number(line.get("quantity"), f"строка {position}: количество")
    if quantity < 0:
        raise Refusal("quantity", f"Строка {position}: количество меньше нуля")
    product = active(store, "Catalog_Номенклатура", line.get("product"), f"Строка {position}: номенклатура")
    amount = number(line.get("amount") or "0", f"строка {position}: сумма")
    values = {"Номенклатура_Key": product.key, "Количество": float(quantity), "Сумма": float(amount)}
    return {"LineNumber": str(position), **values}


def next_number(store: Store) -> str:
    return f"ПП00-{store.next('plan_number'):06d}"


def decide(store: Store, row: Row, status: str) -> Row:
    """Raises ValueError on an unknown status."""
    if status not in STATUSES:
        raise ValueError(f"no such status: {status}")
    return store.put(PLAN_DOCUMENT, row.key, {**row.fields, "Статус": status, "Posted": status == APPROVED})


def tick(store: Store) -> int:
    """Approve what the portal drafted; how many. What 1C drafted itself waits for its own people."""
    plans = store.select("entity = ? AND link IS NOT NULL ORDER BY seq", (PLAN_DOCUMENT,))
    drafts = [row for row in plans if row.fields["Статус"] == DRAFT and not row.deleted]
    for row in drafts:
        with store.transaction():
            decide(store, row, APPROVED)
    return len(drafts)


def find(store: Store, key: str) -> bytes | None:
    """The plan as 1C has it now, whoever wrote it."""
    row, kept = store.get(PLAN_DOCUMENT, key), store.get("plans", key)
    if row is None:
        return None
    fields = row.fields
    data = {
        "partner": fields["Партнер_Key"],
        "number": fields["Number"],
        "status": fields["Статус"],
        "period_start": fields["НачалоПериода"][:10],
        "period_end": fields["ОкончаниеПериода"][:10],
        "comment": fields["Комментарий"],
        "lines": [sent_line(line) for line in fields["Товары"]],
        "portal_version": kept.fields["portal_version"] if kept else None,
    }
    return encode_item(key, row.seq, row.deleted, data)


def sent_line(line: dict) -> dict:
    """A line of the document in the form it is posted in."""
    numbers = {"quantity": f"{line['Количество']:.3f}", "amount": f"{line['Сумма']:.2f}"}
    return {"product": line["Номенклатура_Key"], **numbers}
