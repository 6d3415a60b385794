"""Finished answers in the cache: bytes and their ETag, all of one generation.

A change of content starts a new generation after its commit, and with it every stored answer is stale at once. An
answer belongs to the generation that was current before its data was read, so a reader who raced a publication
cannot leave the old text behind. Without the cache every answer is made anew: slower, never wrong.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from uuid import uuid4

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from cms.api.renderers import to_json
from content.delivery.memory import Memory

GENERATION = "content:generation"
# A new generation that could not be written, because the cache was away at that moment, comes by itself within this.
GENERATION_SECONDS = 60
ANSWER_SECONDS = 3600


@dataclass(frozen=True)
class Answer:
    """`until`: when it stops being right by the clock alone; None if it never does."""

    body: bytes
    etag: str
    until: datetime | None = None

    def is_over(self) -> bool:
        return self.until is not None and self.until <= timezone.now()


_memory: Memory[Answer] = Memory()


def answer_of(data, until: datetime | None = None) -> Answer:
    """`data` as JSON. The ETag is weak, because the same answer may go out compressed."""
    return answer_of_bytes(to_json(data), until)


def answer_of_bytes(body: bytes, until: datetime | None = None) -> Answer:
    return Answer(body, f'W/"{blake2b(body, digest_size=12).hexdigest()}"', until)


def held(key: str) -> Answer | None:
    """The answer stored under `key`, if it is of the current generation. One round trip, or none."""
    return _remembered(key) or _found(key)[0]


def made(key: str, make: Callable[[], Answer | None], generation: str | None = None) -> Answer | None:
    """A fresh answer by `make`, stored under `key`; None (there is no such thing) is not stored.

    `generation`: the current one, where it is known already.
    """
    generation = generation or _current_generation()
    answer = make()
    if answer is not None:
        cache.set(key, (generation, answer.body, answer.etag, answer.until), ANSWER_SECONDS)
    return answer


def held_or_made(key: str, make: Callable[[], Answer | None]) -> Answer | None:
    if answer := _remembered(key):
        return answer
    answer, generation = _found(key)
    return answer or made(key, make, generation)


def _remembered(key: str) -> Answer | None:
    answer = _memory.get(key)
    return None if answer is None or answer.is_over() else answer


def _found(key: str) -> tuple[Answer | None, str | None]:
    """What the cache has under `key`, and the current generation. One round trip."""
    found = cache.get_many([GENERATION, key])
    generation, stored = found.get(GENERATION), found.get(key)
    _memory.confirm(generation)
    if stored is None or stored[0] != generation:
        return None, generation
    answer = Answer(*stored[1:])
    if answer.is_over():
        return None, generation
    _memory.keep(generation, key, answer)
    return answer, generation


def start_generation_after_commit() -> None:
    """Every stored answer is stale once the current transaction is committed; at once outside of one."""
    transaction.on_commit(_start_generation)


def _start_generation() -> None:
    _memory.confirm(None)
    cache.set(GENERATION, uuid4().hex, GENERATION_SECONDS)


def _current_generation() -> str:
    if (generation := cache.get(GENERATION)) is not None:
        return generation
    proposed = uuid4().hex
    return proposed if cache.add(GENERATION, proposed, GENERATION_SECONDS) else cache.get(GENERATION, proposed)
