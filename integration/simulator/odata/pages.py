"""Reads: one object, a page of objects, a count.

A page in key order whose filter is a range of keys is an index scan whose stored bytes are joined; only a filter,
an order or a selection that needs other fields has the rows parsed.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from zlib import crc32

import orjson

from integration.simulator.odata.conditions import names_keys, split
from integration.simulator.odata.errors import RIGHTS, ODataError
from integration.simulator.odata.expand import expanded
from integration.simulator.odata.query import Query
from integration.simulator.profile import Profile
from integration.simulator.refs import data_version
from integration.simulator.rows import Row
from integration.simulator.store import Store

IN_COLUMNS = {
    "Ref_Key": lambda row: row.key,
    "DataVersion": lambda row: data_version(row.seq),
    "DeletionMark": lambda row: row.deleted,
}
SHORTEST_CUT = 10  # rows of a page that may be cut short


def page(store: Store, entity: str, query: Query, url: str, profile: Profile) -> bytes:
    """The answer to GET <entity>: {"odata.metadata", ["odata.count"], "value"}. Raises ODataError 401, code 20."""
    rows, total = matching(store, entity, query, profile)
    if not query.allowed_only and any(row.key in profile.hidden_rows for row in rows):
        raise no_rights(entity)
    rows = cut_short(rows, query) if profile.short_pages else rows
    items = listed(rows, query) if asks_columns(query) else b",".join(encode(store, row, query) for row in rows)
    count = b""
    if query.count:
        counted = total if profile.count_ignores_top else len(rows)
        count = b'"odata.count":"%d",' % counted
    return b'{"odata.metadata":%s,%s"value":[%s]}' % (orjson.dumps(f"{url}$metadata#{entity}"), count, items)


def no_rights(entity: str) -> ODataError:
    return ODataError(401, RIGHTS, f"Нарушение прав доступа: «{entity}»")


def cut_short(rows: list[Row], query: Query) -> list[Row]:
    """One full page in four lacks its last tenth: the last key decides which, so the same page is the same again."""
    full = query.top is not None and len(rows) == query.top and len(rows) >= SHORTEST_CUT
    return rows[: -len(rows) // 10] if full and crc32(rows[-1].key.encode()) % 4 == 0 else rows


def one(store: Store, row: Row, url: str, query: Query | None = None) -> bytes:
    """The answer to GET <entity>(guid'…')."""
    head = orjson.dumps(f"{url}$metadata#{row.entity}/@Element")
    return b'{"odata.metadata":%s,%s' % (head, (encode(store, row, query) if query else row.body)[1:])


def count(store: Store, entity: str, query: Query, profile: Profile) -> int:
    return matching(store, entity, replace(query, count=True, top=0, skip=0), profile)[1]


def matching(store: Store, entity: str, query: Query, profile: Profile) -> tuple[list[Row], int]:
    """Rows of the page, and how many there are without $top and $skip (counted only when asked for)."""
    where, values, test = split(entity, query.tree) if query.tree else ("", [], None)
    hidden = sorted(profile.hidden_rows) if query.allowed_only else []
    allowed = f"key NOT IN ({','.join('?' * len(hidden))})" if hidden else ""
    where = " AND ".join(filter(None, ("entity = ?", where, allowed)))
    values = [entity, *values, *hidden]
    order = sql_order(query, profile)
    if test is None and order is not None:
        limit = f"{order} LIMIT {query.top if query.top is not None else -1} OFFSET {query.skip}"
        total = store.columns("count(*)", where, values)[0][0] if query.count else 0
        select = store.heads if asks_columns(query) else store.select
        return list(select(where + limit, values)), total
    found = (row for row in store.select(where + (order or ""), values) if test is None or test(row.fields))
    if order is None:
        found = in_order(found, query.orderby)
    held = list(found) if query.count else found  # else stop reading where the page is full
    stop = None if query.top is None else query.skip + query.top
    return list(islice(held, query.skip, stop)), len(held) if query.count else 0


def sql_order(query: Query, profile: Profile) -> str | None:
    """ORDER BY where columns suffice, else None.

    Without $orderby 1C answers in the order of the last writes, as its database happens to find them; where pages
    mix, the plan of a later page is another one, so that it repeats rows of the first and leaves others out.
    """
    if not query.orderby:
        if profile.unordered_pages_mix and query.skip:
            return " ORDER BY seq % 7, seq"
        return " ORDER BY +seq" if names_keys(query.tree) else " ORDER BY seq"  # +: found by key, then sorted
    field, descending = query.orderby[0]
    if field == "Ref_Key":
        return " ORDER BY key DESC" if descending else " ORDER BY key"
    return None


def in_order(rows: Iterable[Row], orderby: tuple) -> list[Row]:
    keyed = [(row.fields, row) for row in rows]
    for field, descending in reversed(orderby):
        keyed.sort(key=lambda pair: pair[0][field], reverse=descending)
    return [row for _, row in keyed]


def asks_columns(query: Query) -> bool:
    """Keys, versions and marks only: what a listing for changes asks for."""
    return bool(query.select) and not query.expand and IN_COLUMNS.keys() >= set(query.select)


def listed(rows: Iterable[Row], query: Query) -> bytes:
    chosen = [(name, IN_COLUMNS[name]) for name in query.select or ()]
    return orjson.dumps([{name: of(row) for name, of in chosen} for row in rows])[1:-1]


def encode(store: Store, row: Row, query: Query) -> bytes:
    if query.select is None and not query.expand:
        return row.body
    names, fields = query.select, row.fields
    chosen = fields if names is None else {name: fields[name] for name in names}
    return orjson.dumps(chosen | expanded(store, query.expand, fields))
