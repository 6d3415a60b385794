"""One open stream: what waits to be written to it, and how far it has come."""

import asyncio

from cms.realtime.ids import EventId, StreamId

WAITING = 2 * 1024  # events; more than a whole stream keeps, so a returning client's backlog fits


class Connection:
    """`resume` is the id the client came back with. `position` is the last event put in line for it, None until the
    hub has looked at its stream."""

    __slots__ = ("_closed", "_line", "position", "resume", "session_key", "user_id")

    def __init__(self, user_id: int, session_key: str, resume: EventId | None = None) -> None:
        self.user_id = user_id
        self.session_key = session_key
        self.resume = resume
        self.position: StreamId | None = None
        self._line: asyncio.Queue[bytes | None] = asyncio.Queue(WAITING)
        self._closed = False

    @property
    def closed(self) -> bool:
        return self._closed

    def put(self, chunk: bytes) -> None:
        """Put a piece in line. A client too slow to take what is in line is cut off: it comes back with its last id."""
        try:
            self._line.put_nowait(chunk)
        except asyncio.QueueFull:
            self.cut()

    def cut(self) -> None:
        """End the stream; what is in line is dropped, the client asks for it again."""
        self._closed = True
        while not self._line.empty():
            self._line.get_nowait()
        self._line.put_nowait(None)

    async def take(self, seconds: float) -> bytes | None:
        """All that is in line, waiting so long for the first piece; empty when nothing came, None when it is over."""
        try:
            pieces = [await asyncio.wait_for(self._line.get(), seconds)]
        except TimeoutError:
            return b""
        while not self._line.empty():
            pieces.append(self._line.get_nowait())
        return None if None in pieces else b"".join(pieces)
