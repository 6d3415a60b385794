"""All open streams of this process, fed by one reader of Redis.

1. A sender appends to the users' streams and rings: it publishes their ids on one channel.
2. The hub listens to that channel alone. A ring marks users as waiting, whatever the number of their streams.
3. For the users marked it reads what their streams hold behind the position of each connection, in one pipeline.

So every event comes from the stream, in its order, and a ring that got lost costs nothing: when the hub comes back to
Redis it looks at everybody. Then it also renews the epoch, because senders could not write while Redis was away.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterable

import redis.asyncio as redis
from redis.exceptions import RedisError, ResponseError

from cms.realtime import frames
from cms.realtime.connection import Connection
from cms.realtime.ids import EPOCH_KEY, KEPT_EVENTS, WAKE_CHANNEL, EventId, StreamId, key_of, new_epoch
from cms.realtime.resume import Standing, start

log = logging.getLogger(__name__)

AT_ONCE = 500  # users in one pipeline
A_USERS_STREAMS = 20
SILENCE = 10  # seconds without a ring after which the connection to Redis is tried


class Hub:
    def __init__(self, url: str) -> None:
        self._redis = redis.Redis.from_url(
            url, socket_connect_timeout=2, socket_timeout=SILENCE * 2, socket_keepalive=True
        )
        self._connections: dict[int, list[Connection]] = defaultdict(list)
        self._waiting: set[int] = set()
        self._ring = asyncio.Event()
        self._epoch: str | None = None
        self._was_away = False
        self.connected = False

    def __len__(self) -> int:
        return sum(map(len, self._connections.values()))

    def join(self, connection: Connection) -> None:
        """Take a stream in; the oldest of a user's too many streams is cut."""
        own = self._connections[connection.user_id]
        own.append(connection)
        if len(own) > A_USERS_STREAMS:
            own[0].cut()
        self._wake([connection.user_id])

    def leave(self, connection: Connection) -> None:
        own = self._connections[connection.user_id]
        if connection in own:
            own.remove(connection)
        if not own:
            del self._connections[connection.user_id]

    def close(self) -> None:
        """End every stream; their clients come back to whoever serves then."""
        for own in list(self._connections.values()):
            for connection in list(own):
                connection.cut()

    async def run(self) -> None:
        """Feed the streams until cancelled; outlives any absence of Redis."""
        pause = 0.1
        while True:
            try:
                await self._serve()
            except* (RedisError, OSError) as errors:
                log.warning("Redis is away: %s", errors.exceptions[0])
            pause = 0.1 if self.connected else min(pause * 2, 2)
            self.connected, self._was_away = False, True
            await asyncio.sleep(pause)

    async def _serve(self) -> None:
        async with self._redis.pubsub() as channel, asyncio.TaskGroup() as tasks:
            await channel.subscribe(WAKE_CHANNEL)
            await self._begin()
            tasks.create_task(self._listen(channel))
            tasks.create_task(self._deliver())

    async def _begin(self) -> None:
        """Settle the epoch and look at everybody: rings may have been missed."""
        if self._was_away:
            await self._redis.set(EPOCH_KEY, new_epoch())
            self._was_away = False
        self.connected = True
        self._wake(self._connections)

    async def _listen(self, channel) -> None:
        while True:
            message = await channel.get_message(ignore_subscribe_messages=True, timeout=SILENCE)
            if message is None:
                await channel.ping()
            elif message["type"] == "message":
                self._wake(int(user) for user in message["data"].split(b","))

    def _wake(self, users: Iterable[int]) -> None:
        self._waiting.update(user for user in users if user in self._connections)
        if self._waiting:
            self._ring.set()

    async def _deliver(self) -> None:
        while True:
            await self._ring.wait()
            users = [self._waiting.pop() for _ in range(min(len(self._waiting), AT_ONCE))]
            if not self._waiting:
                self._ring.clear()
            await self._settle_epoch()
            await self._place([c for user in users for c in self._of(user) if c.position is None])
            await self._read(users)

    def _of(self, user: int) -> list[Connection]:
        return self._connections.get(user, [])

    async def _settle_epoch(self) -> None:
        """Learn the epoch, making it where there is none; streams that were open through a change are told."""
        made = new_epoch()
        epoch = made if await self._redis.set(EPOCH_KEY, made, nx=True) else (await self._redis.get(EPOCH_KEY)).decode()
        known, self._epoch = self._epoch, epoch
        if known in (None, epoch):
            return
        for own in self._connections.values():
            for connection in own:
                if connection.position is not None:
                    connection.put(frames.reset(EventId(epoch, connection.position)))

    async def _place(self, connections: list[Connection]) -> None:
        """Decide where each new stream starts, and say hello."""
        if not connections:
            return
        async with self._redis.pipeline(transaction=False) as pipe:
            pipe.time()
            for connection in connections:
                pipe.xinfo_stream(key_of(connection.user_id))
            (seconds, micros), *streams = await pipe.execute(raise_on_error=False)
        now = StreamId(int(seconds) * 1000 + int(micros) // 1000, 0)
        for connection, info in zip(connections, streams, strict=True):
            standing = Standing.missing(now) if isinstance(info, ResponseError) else Standing.of(info, now)
            connection.position, told_to_reset = start(connection.resume, self._epoch, standing)
            here = EventId(self._epoch, connection.position)
            connection.put(frames.RETRY + frames.hello(here))
            if told_to_reset:
                connection.put(frames.reset(here))

    async def _read(self, users: list[int]) -> None:
        """Give the users' connections what lies behind their positions."""
        present = [user for user in users if self._of(user)]
        if not present:
            return
        async with self._redis.pipeline(transaction=False) as pipe:
            for user in present:
                behind = min(c.position for c in self._of(user) if c.position is not None)
                pipe.xrange(key_of(user), min=f"({behind}", count=KEPT_EVENTS * 2)
            answers = await pipe.execute()
        for user, entries in zip(present, answers, strict=True):
            for raw_id, fields in entries:
                self._hand_out(user, StreamId.parse(raw_id), fields)

    def _hand_out(self, user: int, position: StreamId, fields: dict[bytes, bytes]) -> None:
        chunk = frames.frame(EventId(self._epoch, position), fields[b"type"].decode(), fields[b"data"])
        for connection in self._of(user):
            if connection.position is not None and connection.position < position:
                connection.position = position
                connection.put(chunk)
