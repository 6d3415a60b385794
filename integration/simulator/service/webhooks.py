"""Webhooks: 1C tells the portal at once what has changed, instead of waiting to be asked.

Items of the feeds go to {url}/api/exchange/v1/{entity} in the order of the writes; what has gathered while the last
POST was on its way goes in one POST an entity. A POST that fails is tried again, aside, so that later ones overtake it;
a portal that is away for long reads the feeds. Nothing is kept over a restart.
"""

import asyncio
from collections import deque
from dataclasses import dataclass

import httpx
import orjson

from integration.simulator.clock import Clock
from integration.simulator.control.faults import Faults
from integration.simulator.rows import Row

PUSHED = {"orders", "claims", "messages", "notifications", "addresses", "limits"}
PAUSES = (0.5, 1, 2, 4, 8, 16)  # seconds before each further try
REORDERED_WITHIN = 2.0  # seconds a POST held back waits for one to go before it
MOST_ITEMS = 100
LOG_LENGTH = 2_000


@dataclass(frozen=True)
class Push:
    """One POST to be made."""

    entity: str
    bodies: tuple[bytes, ...]
    fault: int | None = None

    def content(self) -> bytes:
        return b'{"items":[%s]}' % b",".join(self.bodies)

    def ids(self) -> list[str]:
        return [orjson.loads(body)["id"] for body in self.bodies]


class Webhooks:
    """`log`: what was sent, {"at", "entity", "ids", "status", "error", "tries", "fault"}; the newest last."""

    def __init__(self, faults: Faults, clock: Clock, url: str | None, token: str):
        self.faults, self.clock = faults, clock
        self.given = (url, token)
        self.log: deque[dict] = deque(maxlen=LOG_LENGTH)
        self.queue: asyncio.Queue[Row] = asyncio.Queue()
        self.aside: set[asyncio.Task] = set()
        self.held: Push | None = None
        self.point(url, token)

    def point(self, url: str | None, token: str) -> None:
        """Where to send from now on; without a url nowhere."""
        self.url, self.token = (url or "").rstrip("/"), token

    def reset(self) -> None:
        """Forget what waits and what was sent; send where the options say."""
        for task in self.aside:
            task.cancel()
        while not self.queue.empty():
            self.queue.get_nowait()
        self.held = None
        self.log.clear()
        self.point(*self.given)

    def announce(self, rows: list[Row]) -> None:
        """Rows that a transaction has written."""
        if self.url:
            for row in rows:
                if row.entity in PUSHED:
                    self.queue.put_nowait(row)

    async def run(self) -> None:
        limits = httpx.Limits(max_keepalive_connections=0)  # 1C opens a connection for each
        async with httpx.AsyncClient(timeout=30, trust_env=False, limits=limits) as self.http:
            while True:
                for push in await self.next():
                    await self.send(push)

    async def next(self) -> list[Push]:
        """What waits to be sent, at least one row of it; the order of an entity's own rows is kept."""
        rows = [await self.queue.get()]
        while not self.queue.empty() and len(rows) < MOST_ITEMS:
            rows.append(self.queue.get_nowait())
        names = dict.fromkeys(row.entity for row in rows)
        return [Push(name, tuple(row.body for row in rows if row.entity == name)) for name in names]

    async def send(self, push: Push) -> None:
        """Send as the faults of channel W have it: not at all, late, after the next one, or twice."""
        fault = self.faults.take("W", "POST", self.path(push))
        do = fault.do if fault else {}
        push = Push(push.entity, push.bodies, fault and fault.id)
        if do.get("lost"):
            self.note(push, None, "lost", 0)
        elif do.get("delay"):
            self.later(self.late(push, float(do["delay"]), bool(do.get("duplicate"))))
        elif do.get("reorder") and self.held is None:
            self.held = push
            self.later(self.let_go(push))
        else:
            await self.deliver(push, bool(do.get("duplicate")))

    async def deliver(self, push: Push, twice: bool = False) -> None:
        for _ in range(1 + twice):
            await self.attempt(push)
        if self.held and self.held is not push:
            held, self.held = self.held, None
            await self.attempt(held)

    async def late(self, push: Push, seconds: float, twice: bool) -> None:
        await asyncio.sleep(seconds)
        await self.deliver(push, twice)

    async def let_go(self, push: Push) -> None:
        """Nothing came to go before it: send what is held back."""
        await asyncio.sleep(REORDERED_WITHIN)
        if self.held is push:
            self.held = None
            await self.attempt(push)

    async def attempt(self, push: Push, tries: int = 1) -> None:
        status, error = await self.post(push)
        self.note(push, status, error, tries)
        failed = status is None or status >= 500 or status == 429
        if failed and tries <= len(PAUSES):
            self.later(self.again(push, tries))

    async def again(self, push: Push, tries: int) -> None:
        await asyncio.sleep(PAUSES[tries - 1])
        await self.attempt(push, tries + 1)

    async def post(self, push: Push) -> tuple[int | None, str]:
        """The portal's status and, when it did not take the POST, why."""
        headers = {"Content-Type": "application/json; charset=utf-8"}
        if self.token:
            headers["Authorization"] = f"Token {self.token}"
        try:
            answer = await self.http.post(self.url + self.path(push), content=push.content(), headers=headers)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return None, f"{type(error).__name__}: {error}"
        return answer.status_code, "" if answer.is_success else answer.text[:500]

    def path(self, push: Push) -> str:
        return f"/api/exchange/v1/{push.entity}"

    def note(self, push: Push, status: int | None, error: str, tries: int) -> None:
        told = {"entity": push.entity, "ids": push.ids(), "status": status, "error": error, "tries": tries}
        self.log.append({"at": self.clock.stamp(), **told, "fault": push.fault})

    def later(self, work) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self.aside.add(task)
        task.add_done_callback(self.aside.discard)
