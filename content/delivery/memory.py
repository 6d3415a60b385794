"""This process's own copy of stored answers, so that a busy page does not ask the cache for every reader.

It is trusted for a tenth of a second after the cache named the generation; then the cache is asked again. A change
made in this process is seen at once, one made in another process at most that much later.
"""

from collections import OrderedDict
from threading import Lock
from time import monotonic
from typing import Generic, TypeVar

from django.conf import settings

KEPT = 256

Answer = TypeVar("Answer")


class Memory(Generic[Answer]):
    """Answers of one generation, the latest used last."""

    def __init__(self) -> None:
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._generation: str | None = None
        self._trusted_until = 0.0
        self._lock = Lock()

    def get(self, key: str) -> Answer | None:
        """The answer under `key`, while the generation may be trusted."""
        with self._lock:
            if monotonic() >= self._trusted_until or key not in self._answers:
                return None
            self._answers.move_to_end(key)
            return self._answers[key]

    def confirm(self, generation: str | None) -> None:
        """The cache says this generation is current (None: the cache is away); answers of another are dropped."""
        with self._lock:
            if generation != self._generation:
                self._answers.clear()
            self._generation = generation
            self._trusted_until = monotonic() + settings.CONTENT_MEMORY_SECONDS if generation else 0.0

    def keep(self, generation: str, key: str, answer: Answer) -> None:
        with self._lock:
            if generation != self._generation:
                return
            self._answers[key] = answer
            while len(self._answers) > KEPT:
                self._answers.popitem(last=False)
