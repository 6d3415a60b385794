"""Reads: one object, a page of objects, a count.

A page in key order whose filter is a range of keys is an index scan whose stored bytes are joined; only a filter,
an order or a selection that needs other fields has the rows parsed.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

import orjson

from integration.simulator.odata.conditions import split
from integration.simulator.odata.query import Query
from integration.simulator.profile import Profile
from integration.simulator.refs import data_version
from integration.simulator.rows import Row
from integration.simulator.store import Store

IN_COLUMNS = {"Ref_Key", "DataVersion", "DeletionMark"}


def page(store: Store, entity: str, query: Query, url: str, profile: Profile) -> bytes:
    """The answer to GET <entity>: {"odata.metadata", ["odata.count"], "value"}."""
    rows, total = matching(store, entity, query)
    items = b",".join(encode(row, query.select) for row in rows)
    count = b""
    if query.count:
        counted = total if profile.count_ignores_top else len(rows)
        count = b'"odata.count":"%d",' % counted
    return b'{"odata.metadata":%s,%s"value":[%s]}' % (orjson.dumps(f"{url}$metadata#{entity}"), count, items)


def one(row: Row, url: str, select: tuple[str, ...] | None = None) -> bytes:
    """The answer to GET <entity>(guid'…')."""
    head = orjson.dumps(f"{url}$metadata#{row.entity}/@Element")
    return b'{"odata.metadata":%s,%s' % (head, encode(row, select)[1:])


def count(store: Store, entity: str, query: Query) -> int:
    return matching(store, entity, replace(query, count=True, top=0, skip=0))[1]


def matching(store: Store, entity: str, query: Query) -> tuple[list[Row], int]:
    """Rows of the page, and how many there are without $top and $skip (counted only when asked for)."""
    where, values, test = split(entity, query.tree) if query.tree else ("", [], None)
    where = " AND ".join(filter(None, ("entity = ?", where)))
    values = [entity, *values]
    order = sql_order(query.orderby)
    if test is None and order is not None:
        limit = f"{order} LIMIT {query.top if query.top is not None else -1} OFFSET {query.skip}"
        total = store.columns("count(*)", where, values)[0][0] if query.count else 0
        return list(store.select(where + limit, values)), total
    found = (row for row in store.select(where + (order or ""), values) if test is None or test(row.fields))
    if order is None:
        found = in_order(found, query.orderby)
    held = list(found) if query.count else found  # else stop reading where the page is full
    stop = None if query.top is None else query.skip + query.top
    return list(islice(held, query.skip, stop)), len(held) if query.count else 0


def sql_order(orderby: tuple) -> str | None:
    """ORDER BY where columns suffice, else None. Without $orderby 1C answers in the order of the last writes."""
    if not orderby:
        return " ORDER BY seq"
    if orderby[0][0] == "Ref_Key":
        return " ORDER BY key DESC" if orderby[0][1] else " ORDER BY key"
    return None


def in_order(rows: Iterable[Row], orderby: tuple) -> list[Row]:
    keyed = [(row.fields, row) for row in rows]
    for field, descending in reversed(orderby):
        keyed.sort(key=lambda pair: pair[0][field], reverse=descending)
    return [row for _, row in keyed]


def encode(row: Row, select: tuple[str, ...] | None) -> bytes:
    if select is None:
        return row.body
    fields = from_columns(row) if IN_COLUMNS.issuperset(select) else row.fields
    return orjson.dumps({name: fields[name] for name in select})


def from_columns(row: Row) -> dict:
    return {"Ref_Key": row.key, "DataVersion": data_version(row.seq), "DeletionMark": row.deleted}
