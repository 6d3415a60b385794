"""The feed of an entity: the full list page by page in key order, then what changed, in the order of the writes."""

from dataclasses import dataclass, replace

from integration.simulator.rows import Row
from integration.simulator.service.marks import Mark, newest
from integration.simulator.store import Store

DEFAULT_LIMIT, MAX_LIMIT = 1_000, 50_000


@dataclass(frozen=True)
class Page:
    rows: list[Row]
    mark: Mark
    more: bool

    def body(self) -> bytes:
        items = b",".join(row.body for row in self.rows)
        more = b"true" if self.more else b"false"
        return b'{"items":[%s],"mark":"%s","more":%s}' % (items, str(self.mark).encode(), more)


def page(store: Store, entity: str, since: Mark | None, limit: int) -> Page:
    if since is None:
        return full_page(store, entity, replace(newest(store, entity), after=""), limit)
    if since.after is not None:
        return full_page(store, entity, since, limit)
    return changes(store, entity, since, limit)


def full_page(store: Store, entity: str, start: Mark, limit: int) -> Page:
    """Rows after the key where the load stands. Its last page gives the mark the load began with: what changed
    meanwhile comes after it, perhaps for the second time."""
    rows = list(store.select("entity = ? AND key > ? ORDER BY key LIMIT ?", (entity, start.after, limit + 1)))
    more = len(rows) > limit
    rows = rows[:limit]
    return Page(rows, Mark(start.epoch, start.seq, rows[-1].key if more else None), more)


def changes(store: Store, entity: str, since: Mark, limit: int) -> Page:
    rows = list(store.select("entity = ? AND seq > ? ORDER BY seq LIMIT ?", (entity, since.seq, limit + 1)))
    more = len(rows) > limit
    rows = rows[:limit]
    return Page(rows, Mark(since.epoch, rows[-1].seq if rows else since.seq), more)


def unchanged(store: Store, entity: str, mark: Mark) -> bool:
    return mark.after is None and store.last_seq(entity) <= mark.seq
