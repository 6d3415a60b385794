"""Change marks. Opaque to the portal; inside: the base's epoch, a write number, and where a full load stands."""

import re
from dataclasses import dataclass

from integration.simulator.store import Store

FORM = re.compile(r"(?P<epoch>[0-9a-f]{8})\.(?P<seq>\d{1,18})(?:\.(?P<after>[0-9a-f-]{36}))?")


@dataclass(frozen=True)
class Mark:
    """Everything up to write `seq` is known; `after`: of the full list only the rows up to this key."""

    epoch: str
    seq: int
    after: str | None = None

    def __str__(self) -> str:
        return ".".join(filter(None, (self.epoch, str(self.seq), self.after)))


class BadMark(Exception):
    """Not a mark of this service."""


class MarkTooOld(Exception):
    """The base no longer knows what changed since: it was restored or reset, or has forgotten."""


def read_mark(text: str, store: Store) -> Mark:
    match = FORM.fullmatch(text)
    if not match:
        raise BadMark(text)
    mark = Mark(match["epoch"], int(match["seq"]), match["after"])
    if mark.epoch != store.note("epoch") or mark.seq < int(store.note("forgotten", "0")):
        raise MarkTooOld(text)
    return mark


def newest(store: Store, entity: str) -> Mark:
    """The mark of somebody who knows the whole entity as it is now."""
    return Mark(store.note("epoch"), max(store.last_seq(entity), int(store.note("forgotten", "0"))))


def forget(store: Store) -> int:
    """Make every mark given out so far too old (all feeds)."""
    with store.transaction():
        horizon = store.next("seq")
        store.set_note("forgotten", horizon)
    return horizon
