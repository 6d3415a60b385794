"""Entries in Redis: one round trip a step, and a moment's rest after it was found away."""

import logging
import math
import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import redis
from django.conf import settings
from django.utils.module_loading import import_string
from redis.commands.core import Script
from redis.exceptions import RedisError

from integration.cache import scripts
from integration.cache.tally import Tally

log = logging.getLogger(__name__)

PREFIX = "kabinet:cache:"
SECONDS_OFF = 1.0  # a process that found Redis away does without it for so long


class Away(Exception):
    """Redis does not answer."""


class Found(NamedTuple):
    """`state`: hit | stale (usable, somebody else sees to it) | miss (the lock is the caller's) | wait (somebody
    else's, nothing usable) | failed (the supplier failed a moment ago) | write (a writer is at it).

    `value` is None where nothing is held; `at` in seconds.
    """

    state: str
    value: bytes | None
    at: float
    mark: str


class Store:
    """Every method raises Away."""

    def __init__(self, url: str) -> None:
        self._redis = redis.Redis.from_url(url, socket_connect_timeout=0.5, socket_timeout=1)
        self._off_until = -math.inf
        self._tally = Tally()
        self._scripts: dict[str, Script] = {}

    def take(
        self,
        cache: str,
        names: Sequence[str],
        *,
        now: float,
        token: str,
        lease: float,
        bound: float,
        count: bool = True,
    ) -> list[Found]:
        """What is held under the names; where it has to be loaded, the lock, if it is free. One round trip."""
        keys = [_counts(cache), *_pairs(cache, names)]
        rows = self._run(scripts.TAKE, keys, now, token, _ms(lease), bound, int(count))
        return [_found(row) for row in rows]

    def peek(self, cache: str, names: Sequence[str], *, now: float) -> dict[str, Found]:
        """Those that are held and fresh; takes no lock, counts nothing."""
        rows = self._run(scripts.PEEK, _pairs(cache, names)[::2], now)
        return {name: _found(row) for name, row in zip(names, rows, strict=True) if row}

    def glance(self, cache: str, name: str, *, now: float) -> Found | None:
        """What is held and fresh under one name, by a plain read; hits are counted a few seconds late."""
        value, at, until = self._do(self._redis.hmget, f"{PREFIX}{cache}:{name}", "value", "at", "until")
        if value is None or now >= float(until):
            return None
        for counted, (hits, age) in self._tally.add(cache, max(0, now - float(at))).items():
            self._do(self._count_hits, counted, hits, age)
        return Found("hit", value, float(at), "")

    def _count_hits(self, cache: str, hits: int, age: int) -> None:
        with self._redis.pipeline(transaction=False) as pipe:
            pipe.hincrby(_counts(cache), "hit", hits)
            pipe.hincrby(_counts(cache), "age ms", age)
            pipe.execute()

    def keep(
        self,
        cache: str,
        entries: dict[str, tuple[bytes, float]],
        *,
        token: str,
        at: float,
        seconds: float,
        mark: str = "",
    ) -> None:
        """Keep name → (value, fresh until) for so many seconds, where the caller still holds the lock."""
        values = [word for pair in entries.values() for word in pair]
        self._run(scripts.KEEP, [_counts(cache), *_pairs(cache, entries)], token, at, _ms(seconds), mark, *values)

    def renew(self, cache: str, name: str, *, token: str, at: float, until: float, seconds: float) -> None:
        """What is held is true of `at` too."""
        self._run(scripts.RENEW, [_counts(cache), *_pairs(cache, [name])], token, at, until, _ms(seconds))

    def release(
        self, cache: str, names: Sequence[str], *, token: str, retry: float | None = None, pause: float = 0
    ) -> None:
        """Give the locks back; `retry`: the supplier failed and is not asked again before."""
        keys = [_counts(cache), *_pairs(cache, names)]
        self._run(scripts.RELEASE, keys, token, "" if retry is None else retry, _ms(pause))

    def begin(self, cache: str, name: str, *, writer: str, until: float, seconds: float) -> None:
        """A writer begins: nothing is answered from here until it has put its value, or until then."""
        self._run(scripts.BEGIN, [_pairs(cache, [name])[0]], until, _ms(seconds), writer)

    def put(
        self,
        cache: str,
        name: str,
        value: bytes,
        version: int,
        *,
        at: float,
        until: float,
        seconds: float,
        now: float,
        token: str = "",
        writer: str = "",
    ) -> bool:
        """Keep this version unless a newer one is known. A reader's (`writer` "") gives way to a writer under way."""
        keys = [_counts(cache), *_pairs(cache, [name])]
        return bool(self._run(scripts.PUT, keys, token, value, version, at, until, _ms(seconds), now, writer))

    def counts(self, cache: str) -> dict[str, float]:
        """What was counted since the beginning or the last `forget`."""
        return {name.decode(): float(number) for name, number in self._do(self._redis.hgetall, _counts(cache)).items()}

    def size(self, cache: str) -> int:
        """Entries held; walks over all of them."""
        return sum(1 for key in self._entries(cache) if not key.endswith(b":lock"))

    def forget(self, cache: str) -> int:
        """Forget all entries and counts of a cache; returns how many entries there were."""
        keys = self._entries(cache)
        for start in range(0, len(keys), 500):
            self._run(scripts.FORGET, keys[start : start + 500])
        self._do(self._redis.delete, _counts(cache))
        return sum(1 for key in keys if not key.endswith(b":lock"))

    def _entries(self, cache: str) -> list[bytes]:
        return self._do(lambda: list(self._redis.scan_iter(f"{PREFIX}{cache}:*", count=1000)))

    def _run(self, script: str, keys: Sequence, *words: Any) -> Any:
        if script not in self._scripts:
            self._scripts[script] = self._redis.register_script(script)
        return self._do(self._scripts[script], keys, words)

    def _do(self, work: Callable, *arguments: Any) -> Any:
        if time.monotonic() < self._off_until:
            raise Away
        try:
            return work(*arguments)
        except (RedisError, OSError) as error:
            self._off_until = time.monotonic() + SECONDS_OFF
            log.warning("Redis is away, caches are passed by: %s", error)
            raise Away from error


def store() -> Store:
    """This process's store in the Redis of the settings."""
    return _store(settings.REDIS_URL)


@lru_cache(maxsize=4)
def _store(url: str) -> Store:
    return import_string(settings.CACHE_STORE)(url)


def _found(row: list) -> Found:
    state, value, at, mark = row
    return Found(state.decode(), value, float(at or 0), (mark or b"").decode())


def _counts(cache: str) -> str:
    return f"{PREFIX}counts:{cache}"


def _pairs(cache: str, names) -> list[str]:
    return [key for name in names for key in (f"{PREFIX}{cache}:{name}", f"{PREFIX}{cache}:{name}:lock")]


def _ms(seconds: float) -> int:
    return max(1, math.ceil(seconds * 1000))
