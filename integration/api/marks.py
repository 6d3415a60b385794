"""Marks of what the portal gives. Opaque to 1C; inside: up to which moment the topic's messages are known.

Messages are ordered by the moment they were enqueued, but transactions commit in another order: one that began earlier
may appear later. So a mark that is younger than OVERLAP is open: what was enqueued in the OVERLAP before it is given
again with the next request, and 1C passes over what it has. Once nothing can appear before it any more, it is settled:
only then "nothing new" can be said.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

OVERLAP = timedelta(seconds=60)  # no business transaction lives as long, and no two clocks of ours differ as much
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FORM = re.compile(
    r"(?P<kind>[so])(?P<at>[0-9]{1,17})"
    r"|p(?P<page_at>[0-9]{1,17})[.](?P<key>[0-9a-f]{32})[.](?P<began>[0-9]{1,17})"
)


class BadMark(ValueError):
    """Not a mark of this service."""


@dataclass(frozen=True)
class Mark:
    """Everything up to `at` is known; `settled`: and nothing will appear before it.

    Within a reading of several pages: up to (`at`, `key`). `began`: when the first of them was asked for.
    """

    at: datetime
    settled: bool = False
    key: UUID | None = None
    began: datetime | None = None

    def asked_now(self) -> "Mark":
        """The mark at the beginning of a reading, or as it is in the middle of one."""
        return replace(self, began=self.began or timezone.now())

    def __str__(self) -> str:
        if self.key is not None:
            return f"p{_micros(self.at)}.{self.key.hex}.{_micros(self.began)}"
        return f"{'s' if self.settled else 'o'}{_micros(self.at)}"

    @property
    def following(self) -> Q:
        """Messages that come after the mark, and those that may have appeared before it."""
        if self.key is not None:
            return Q(enqueued_at__gt=self.at) | Q(enqueued_at=self.at, key__gt=self.key)
        return Q(enqueued_at__gt=self.at if self.settled else self.at - OVERLAP)

    @property
    def from_the_future(self) -> bool:
        """The portal's clock was put back since: nobody knows what happened after it."""
        return self.at > timezone.now() + OVERLAP


NOTHING_KNOWN = Mark(EPOCH, settled=True)


def read(text: str) -> Mark:
    """Raises BadMark."""
    match = FORM.fullmatch(text)
    if not match:
        raise BadMark(text)
    if match["kind"]:
        return Mark(_moment(match["at"]), settled=match["kind"] == "s")
    return Mark(_moment(match["page_at"]), key=UUID(match["key"]), began=_moment(match["began"]))


def after_page(since: Mark, last: tuple[datetime, UUID] | None, more: bool) -> Mark:
    """The mark to give with a page that was read on from `since` and ends with `last` (enqueued, object)."""
    if more:
        return Mark(last[0], key=last[1], began=since.began)
    at = max(last[0], since.at) if last else since.at
    return Mark(at, settled=at + OVERLAP <= since.began)


def _micros(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(microseconds=1)


def _moment(micros: str) -> datetime:
    return EPOCH + timedelta(microseconds=int(micros))
