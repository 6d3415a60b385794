"""What every request passes before the base sees it: the sign-in, the faults, the log."""

import asyncio
import base64
import time
from collections import deque
from urllib.parse import unquote

from integration.simulator.control.connection import drop
from integration.simulator.control.faults import Fault
from integration.simulator.control.load import Full, Load
from integration.simulator.odata.errors import RIGHTS, error_response

LOG_LENGTH = 5_000


class Gate:
    """ASGI middleware around the application. The control API itself passes untouched."""

    def __init__(self, app, state):
        self.app, self.state = app, state
        state.at_once = AtOnce()
        base = state.options.base
        self.channels = {f"/{base}/odata/": "A", f"/{base}/hs/": "B"}
        self.load = Load()
        self.secret = f"{state.options.user}:{state.options.password}".encode()

    async def __call__(self, scope, receive, send):
        channel = self.channel(scope)
        if channel is None:
            return await self.app(scope, receive, send)
        fault = self.state.faults.take(channel, scope["method"], unquote(scope["path"]))
        entry = Entry(scope, channel, fault, send)
        self.state.at_once.begin()
        try:
            await self.answer(scope, receive, entry, fault)
        finally:
            self.state.at_once.end()
            self.state.log.append(entry.as_dict(self.state.store.clock.stamp()))

    def channel(self, scope) -> str | None:
        if scope["type"] != "http":
            return None
        return next((name for prefix, name in self.channels.items() if scope["path"].startswith(prefix)), None)

    async def answer(self, scope, receive, entry: "Entry", fault: Fault | None):
        do = fault.do if fault else {}
        if do.get("delay"):
            await asyncio.sleep(float(do["delay"]))
        if do.get("status"):
            message = do.get("message", "Ошибка, заданная управлением симулятора")
            failure = error_response(int(do["status"]), "-1", message, do.get("form", "json"))
            return await failure(scope, receive, entry.send)
        if not self.known_user(scope):
            return await self.refuse(scope, receive, entry, 401, RIGHTS, "Доступ запрещен: неверное имя или пароль")
        profile = self.state.profile
        try:
            with self.load.session(profile):
                await asyncio.sleep(self.load.pause(profile, scope["method"]))
                await self.serve(scope, receive, entry, do)
        except Full:
            await self.refuse(scope, receive, entry, 503, "-1", "Не найдено свободного сеанса")

    async def serve(self, scope, receive, entry: "Entry", do: dict):
        if do.get("lost_answer"):
            return await self.lose(scope, receive, entry)
        await self.app({**scope, "short_page": do.get("short_page")}, receive, entry.send)

    async def refuse(self, scope, receive, entry: "Entry", status: int, code: str, message: str):
        """What the web server answers before the base is asked."""
        refusal = error_response(status, code, message, self.state.profile.web_server_form)
        await refusal(scope, receive, entry.send)

    async def lose(self, scope, receive, entry: "Entry"):
        """Do the work, commit it, and hang up."""
        await self.app(scope, receive, entry.swallow)
        drop(scope["client"])

    def known_user(self, scope) -> bool:
        given = dict(scope["headers"]).get(b"authorization", b"")
        kind, _, secret = given.partition(b" ")
        try:
            return kind.lower() == b"basic" and base64.b64decode(secret) == self.secret
        except ValueError:
            return False


class AtOnce:
    """How many requests are being answered, and the most there were since the log was emptied."""

    def __init__(self):
        self.now = self.most = 0

    def begin(self) -> None:
        self.now += 1
        self.most = max(self.most, self.now)

    def end(self) -> None:
        self.now -= 1


class Entry:
    """A line of the request log in the making: stands in for `send` and notes what is sent."""

    def __init__(self, scope, channel: str, fault: Fault | None, send):
        self.scope, self.channel, self.fault, self.forward = scope, channel, fault, send
        self.started = time.perf_counter()
        self.status, self.bytes = None, 0

    async def swallow(self, message):
        if message["type"] == "http.response.start":
            self.status = message["status"]
        self.bytes += len(message.get("body", b""))

    async def send(self, message):
        await self.swallow(message)
        await self.forward(message)

    def as_dict(self, at: str) -> dict:
        return {
            "at": at,
            "channel": self.channel,
            "method": self.scope["method"],
            "path": unquote(self.scope["path"]),
            "query": unquote(self.scope["query_string"].decode("latin-1")),
            "status": self.status,
            "ms": round((time.perf_counter() - self.started) * 1000, 2),
            "bytes": self.bytes,
            "fault": self.fault.id if self.fault else None,
        }


def new_log() -> deque:
    return deque(maxlen=LOG_LENGTH)
