"""Where a client stands in its stream of events.

An event id as the client sees it is `<epoch>.<milliseconds>-<number>`. The part behind the dot is Redis's own id. The
epoch changes whenever events may have been lost (Redis was away, or came back empty): an id of another epoch says
that its holder has to fetch everything anew.
"""

import re
import secrets
from typing import NamedTuple

EPOCH_KEY = "events:epoch"
WAKE_CHANNEL = "events:wake"
KEPT_EVENTS = 1000
KEPT_SECONDS = 7 * 24 * 3600

_FORM = re.compile(r"([0-9a-f]{8})\.(\d{1,16})-(\d{1,16})")


class StreamId(NamedTuple):
    """Redis's id of an entry; ordered as the entries are."""

    milliseconds: int
    number: int

    @classmethod
    def parse(cls, text: str | bytes) -> "StreamId":
        milliseconds, _dash, number = (text.decode() if isinstance(text, bytes) else text).partition("-")
        return cls(int(milliseconds), int(number))

    def __str__(self) -> str:
        return f"{self.milliseconds}-{self.number}"


class EventId(NamedTuple):
    """An id as the client sees it."""

    epoch: str
    position: StreamId

    @classmethod
    def parse(cls, text: str) -> "EventId | None":
        """None for what the portal never gave out."""
        found = _FORM.fullmatch(text)
        return cls(found[1], StreamId(int(found[2]), int(found[3]))) if found else None

    def __str__(self) -> str:
        return f"{self.epoch}.{self.position}"


def new_epoch() -> str:
    return secrets.token_hex(4)


def key_of(user_id: int) -> str:
    """The stream of one user's events."""
    return f"events:{user_id}"
