"""Server-sent events as bytes."""

from cms.realtime.ids import EventId

KEEP_ALIVE = b": keep-alive\n\n"
RETRY = b"retry: 2000\n\n"


def frame(event_id: EventId, type: str, data: bytes) -> bytes:
    """One event; `data` is JSON on one line."""
    return b"id: %s\nevent: %s\ndata: %s\n\n" % (str(event_id).encode(), type.encode(), data)


def hello(event_id: EventId) -> bytes:
    """The first event: from its id a client can come back even if nothing has happened."""
    return frame(event_id, "hello", b"{}")


def reset(event_id: EventId) -> bytes:
    """Something may have been missed: fetch everything anew."""
    return frame(event_id, "reset", b"{}")
