"""Where a returning client goes on, and whether it has missed something for good."""

from typing import NamedTuple

from cms.realtime.ids import KEPT_SECONDS, EventId, StreamId

NEVER = StreamId(0, 0)


class Standing(NamedTuple):
    """A user's stream as Redis holds it: `first` and `last` ids, whether older entries were `trimmed` away."""

    now: StreamId
    first: StreamId
    last: StreamId
    trimmed: bool
    exists: bool = True

    @classmethod
    def missing(cls, now: StreamId) -> "Standing":
        """No stream: nothing has happened within the time events are kept.

        A reader starts a millisecond ago: the first event may still come within this one, as its `-0`.
        """
        before = StreamId(now.milliseconds - 1, 0)
        return cls(now, before, before, trimmed=False, exists=False)

    @classmethod
    def of(cls, info: dict, now: StreamId) -> "Standing":
        """From Redis's XINFO STREAM."""
        last = StreamId.parse(info["last-generated-id"])
        first = StreamId.parse(info["first-entry"][0]) if info["first-entry"] else last
        added = info.get("entries-added")  # Redis before 7 does not tell: then take it for trimmed
        return cls(now, first, last, trimmed=added is None or added > info["length"])


def start(resume: EventId | None, epoch: str, standing: Standing) -> tuple[StreamId, bool]:
    """The position from which to read, and whether the client must be told to fetch everything anew."""
    if resume is None:
        return standing.last, False
    at = resume.position
    if resume.epoch != epoch:
        return min(at, standing.last), True
    if _is_beyond(at, standing) or _is_too_old(at, standing):
        return standing.last, True
    return at, False


def _is_beyond(at: StreamId, standing: Standing) -> bool:
    """The client knows an event that Redis does not: Redis has lost some."""
    return at > standing.last


def _is_too_old(at: StreamId, standing: Standing) -> bool:
    age = (standing.now.milliseconds - at.milliseconds) / 1000
    return age > KEPT_SECONDS or (standing.trimmed and at < standing.first)
