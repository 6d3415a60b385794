"""Addresses of consignees: the portal proposes, 1C confirms or refuses later."""

import re

from integration.simulator.options import Options
from integration.simulator.refs import as_key
from integration.simulator.rows import Row
from integration.simulator.service.checks import Refusal, filled, partner_of, plain
from integration.simulator.service.consignees import CONSIGNEES
from integration.simulator.service.receive import Post, withdrawn
from integration.simulator.store import Store

ADDRESSES = "addresses"
PROPOSED, CONFIRMED, REFUSED = "Предложен", "Подтвержден", "Отклонен"
STATES = (PROPOSED, CONFIRMED, REFUSED)
WORD_OF_REFUSAL = "отклонить"  # in the address: 1C refuses it
REASON = "Доставка по этому адресу не выполняется"


def take(store: Store, post: Post, options: Options) -> Row:
    """A new version has to be confirmed anew; one that is withdrawn has not."""
    gone = withdrawn(store, post)
    if gone:
        return gone
    data = post.data
    partner = partner_of(store, data)
    fields = {
        "consignee": consignee_of(store, data, partner),
        "partner": partner.key,
        "country": country(data),
        **plain(data, "postcode", "city"),
        "address": filled(data, "address", "адрес"),
        **plain(data, "working_hours", "comment"),
        "state": PROPOSED,
        "reason": "",
        "portal_version": post.version,
    }
    return store.put(ADDRESSES, post.key, fields, post.deleted)


def consignee_of(store: Store, data: dict, partner: Row) -> str:
    key = as_key(str(data.get("consignee") or ""))
    row = store.get(CONSIGNEES, key) if key else None
    if row is None or row.deleted:
        raise Refusal("reference", f"Грузополучатель: не найден по ссылке {data.get('consignee')}")
    if row.fields["partner"] != partner.key:
        raise Refusal("reference", f"Грузополучатель: «{row.fields['name']}» принадлежит другому партнеру")
    return row.key


def country(data: dict) -> str:
    code = filled(data, "country", "страна")
    if not re.fullmatch(r"[A-Z]{2}", code):
        raise Refusal("format", f"Не код страны (ISO 3166, две буквы): {code}")
    return code


def decide(store: Store, row: Row, state: str, reason: str = "") -> Row:
    """Raises ValueError on an unknown state."""
    if state not in STATES:
        raise ValueError(f"no such state: {state}")
    return store.put(ADDRESSES, row.key, {**row.fields, "state": state, "reason": reason}, row.deleted)


def tick(store: Store) -> int:
    """Decide about everything proposed; how many."""
    proposed = [row for row in store.select("entity = ? ORDER BY seq", (ADDRESSES,)) if open_row(row)]
    for row in proposed:
        refused = WORD_OF_REFUSAL in row.fields["address"].lower()
        with store.transaction():
            decide(store, row, REFUSED if refused else CONFIRMED, REASON if refused else "")
    return len(proposed)


def open_row(row: Row) -> bool:
    return not row.deleted and row.fields["state"] == PROPOSED
