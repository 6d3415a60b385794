"""The ASGI side of the event streams: routes, who may listen, and the life of one stream."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from django.conf import settings
from django.db import DatabaseError

from cms.api.renderers import to_json
from cms.realtime import frames
from cms.realtime.connection import Connection
from cms.realtime.hub import Hub
from cms.realtime.ids import EventId, StreamId
from cms.realtime.sessions import user_of

log = logging.getLogger(__name__)

PATHS = ("/events", "/api/v1/events")
UNKNOWN = EventId("", StreamId(0, 0))  # an id the portal never gave out: its holder has to fetch everything anew

Send = Callable[[dict], Awaitable[None]]
Receive = Callable[[], Awaitable[dict]]
Headers = list[tuple[bytes, bytes]]


class Server:
    def __init__(self) -> None:
        self.hub: Hub | None = None
        self._feeding: asyncio.Task | None = None

    async def __call__(self, scope: dict, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._answer(Request(scope), receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        self._start()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self._stop()
        await send({"type": "lifespan.shutdown.complete"})

    def _start(self) -> None:
        if self.hub is None:
            self.hub = Hub(settings.REDIS_URL)
            self._feeding = asyncio.create_task(self.hub.run())

    async def _stop(self) -> None:
        self.hub.close()
        self._feeding.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._feeding

    async def _answer(self, request: "Request", receive: Receive, send: Send) -> None:
        if request.path == "/healthz":
            health = {"status": "ok", "redis": self.hub.connected, "streams": len(self.hub)}
            await _json(send, 200, health)
        elif request.path not in PATHS:
            await _refuse(send, 404, "not_found", request.cors)
        elif request.origin and not request.from_portal:
            await _refuse(send, 403, "foreign_origin")
        elif request.method == "OPTIONS":
            await _empty(send, 204, request.cors)
        elif request.method != "GET":
            await _refuse(send, 405, "method_not_allowed", request.cors)
        else:
            await self._admit(request, receive, send)

    async def _admit(self, request: "Request", receive: Receive, send: Send) -> None:
        session_key = request.session_key
        user_id = await user_of(session_key) if session_key else None
        if user_id is None:
            return await _refuse(send, 401, "not_authenticated", request.cors)
        connection = Connection(user_id, session_key, request.last_event_id)
        await send({"type": "http.response.start", "status": 200, "headers": STREAM + request.cors})
        await send({"type": "http.response.body", "body": frames.KEEP_ALIVE, "more_body": True})
        await self._stream(connection, receive, send)

    async def _stream(self, connection: Connection, receive: Receive, send: Send) -> None:
        watching = asyncio.create_task(_cut_when_gone(connection, receive))
        self.hub.join(connection)
        try:
            await _pump(connection, send)
        finally:
            watching.cancel()
            self.hub.leave(connection)


class Request:
    """What the streams need of an ASGI scope."""

    def __init__(self, scope: dict) -> None:
        self.path: str = scope["path"]
        self.method: str = scope["method"]
        self._query = scope["query_string"]
        self._headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}

    @property
    def origin(self) -> str:
        return self._headers.get(b"origin", "")

    @property
    def from_portal(self) -> bool:
        return self.origin in {settings.PORTAL_URL, *settings.CSRF_TRUSTED_ORIGINS}

    @property
    def cors(self) -> Headers:
        """The page stands on another port than the streams, where no proxy joins the two."""
        if not self.from_portal:
            return [(b"vary", b"Origin")]
        return [
            (b"vary", b"Origin"),
            (b"access-control-allow-origin", self.origin.encode("latin-1")),
            (b"access-control-allow-credentials", b"true"),
            (b"access-control-allow-headers", b"Last-Event-ID, Cache-Control"),
            (b"access-control-allow-methods", b"GET"),
        ]

    @property
    def session_key(self) -> str | None:
        try:
            cookies = SimpleCookie(self._headers.get(b"cookie", ""))
        except CookieError:
            return None
        cookie = cookies.get(settings.SESSION_COOKIE_NAME)
        return cookie.value if cookie else None

    @property
    def last_event_id(self) -> EventId | None:
        """Where the client stood, from the header or the address; None for one that comes for the first time."""
        by_address = parse_qs(self._query.decode("latin-1")).get("last_event_id", [""])[0]
        text = self._headers.get(b"last-event-id", "") or by_address
        return (EventId.parse(text) or UNKNOWN) if text else None


STREAM: Headers = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]


async def _pump(connection: Connection, send: Send) -> None:
    """Write what comes, a sign of life when nothing does; ask now and then whether the session still stands."""
    checked = time.monotonic()
    while True:
        chunk = await connection.take(settings.EVENTS_HEARTBEAT_SECONDS)
        if chunk is not None and time.monotonic() - checked >= settings.EVENTS_RECHECK_SECONDS:
            checked = time.monotonic()
            if not await _still_signed_in(connection):
                chunk = None
        if chunk is None:
            return await send({"type": "http.response.body", "body": b"", "more_body": False})
        async with asyncio.timeout(settings.EVENTS_SLOW_CLIENT_SECONDS):
            await send({"type": "http.response.body", "body": chunk or frames.KEEP_ALIVE, "more_body": True})


async def _still_signed_in(connection: Connection) -> bool:
    try:
        return await user_of(connection.session_key) == connection.user_id
    except DatabaseError:
        log.warning("Sessions cannot be checked now; open streams stay")
        return True


async def _cut_when_gone(connection: Connection, receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    connection.cut()


async def _json(
    send: Send, status: int, body: dict, headers: Headers = (), media_type: str = "application/json"
) -> None:
    content = to_json(body)
    given = [(b"content-type", media_type.encode()), (b"content-length", str(len(content)).encode()), *headers]
    await send({"type": "http.response.start", "status": status, "headers": given})
    await send({"type": "http.response.body", "body": content})


async def _empty(send: Send, status: int, headers: Headers) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def _refuse(send: Send, status: int, code: str, headers: Headers = ()) -> None:
    body = {"type": f"urn:kabinet:problem:{code}", "status": status, "code": code}
    await _json(send, status, body, headers, "application/problem+json")
