"""Caches in a Valkey of their own, by a clock that stands still until it is moved."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from threading import Lock

import pytest
import redis

from integration.cache import base
from integration.client import Unavailable

MINUTE = timedelta(minutes=1)


class Clock:
    """Seconds since 1970."""

    def __init__(self) -> None:
        self.now = 1_795_000_000.0

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Supplier:
    """Counts what it is asked; `away` makes it fail as 1C does."""

    value: object = "first"
    version: int = 1
    away: bool = False
    loads: int = 0
    questions: int = 0

    def __post_init__(self) -> None:
        self._lock = Lock()

    def load(self):
        with self._lock:
            self.loads += 1
        self._here()
        return self.value

    def load_marked(self):
        return self.load(), str(self.version)

    def load_versioned(self):
        return self.load(), self.version

    def changed_since(self, mark: str) -> bool:
        with self._lock:
            self.questions += 1
        self._here()
        return mark != str(self.version)

    def change(self, value: object) -> None:
        self.value, self.version = value, self.version + 1

    def _here(self) -> None:
        if self.away:
            raise Unavailable("nobody is there")


@pytest.fixture
def in_valkey(settings, valkey) -> str:
    settings.REDIS_URL = valkey
    redis.Redis.from_url(valkey).flushall()
    return valkey


@pytest.fixture
def without_redis(settings) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1/0"  # nobody listens there


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def supplier() -> Supplier:
    return Supplier()


@pytest.fixture
def declared(clock, monkeypatch) -> Iterator[Callable]:
    """declared(Lazy, …): a cache that is declared for the test alone; a minute fresh, an hour stale."""
    monkeypatch.setattr(base, "_caches", {})
    numbers = count(1)

    def declare(kind, **options):
        chosen = {"fresh": MINUTE, "stale": timedelta(hours=1), "jitter": 0, "clock": clock, **options}
        name = chosen.pop("name", f"test{next(numbers)}")
        return kind(name=name, title="Test", **chosen)

    return declare


def together(number: int, call: Callable) -> list:
    """What so many threads got that called at the same moment."""
    from concurrent.futures import ThreadPoolExecutor
    from threading import Barrier

    barrier = Barrier(number)

    def one(_):
        barrier.wait()
        return call()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(one, range(number)))
