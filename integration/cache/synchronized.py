"""Synchronized: a value and the mark it was true at. For what has a change mark: ask before loading again."""

from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from integration.cache.base import Cache, Visit
from integration.cache.held import Held, LoadFailed, moment
from integration.cache.store import Away, Found

Ask = Callable[[str], bool]
Load = Callable[[], tuple[Any, str]]


@dataclass(frozen=True, kw_only=True)
class Synchronized(Cache):
    """`get` asks the supplier itself; `at` is for a caller who has just learnt the mark in passing."""

    kind = "S"

    def get(self, key: Hashable, ask: Ask, load: Load, *, reader: str) -> Held:
        """The value of `key`: as held while it is fresh; after that `ask(mark)` says whether it changed since the mark.

        Unchanged: as held, fresh again. Changed, or nothing held: `load()` → (value, mark). One caller over all
        processes asks; the others take the stale value, or wait for the first one. Raises LoadFailed.
        """
        name, visit = self.entry(key, reader), Visit(self)
        while True:
            try:
                found = visit.look([name])[name]
            except Away:
                return self._alone(load)
            if found.state in ("hit", "stale"):
                return self.held(found)
            if found.state == "miss":
                return self._asked(name, found, visit.token, ask, load)
            if found.state == "failed":
                raise LoadFailed(f"{self.name}: nothing is held and the supplier failed a moment ago")
            if not visit.rest():
                return self._alone(load)

    def at(self, mark: str, key: Hashable, load: Callable[[], Any], *, reader: str) -> Held:
        """The value of `key` that is true at `mark`: held with this very mark, or `load()`; never an older one.

        One caller over all processes loads for a mark; the others wait.
        """
        entry = f"{self.entry(key, reader)}:{mark}"
        with suppress(Away):
            if found := self.store.glance(self.name, entry, now=self.clock()):
                return self.held(found)
        visit = Visit(self, bound=-1)
        while True:
            try:
                found = visit.look([entry])[entry]
            except Away:
                return self._alone(lambda: (load(), mark))
            if found.state == "hit":
                return self.held(found)
            if found.state == "miss":
                return self._loaded(entry, None, visit.token, lambda: (load(), mark))
            if not visit.rest():
                return self._alone(lambda: (load(), mark))

    def _asked(self, name: str, found: Found, token: str, ask: Ask, load: Load) -> Held:
        """This caller holds the lock: ask whether what is held still is so, else load."""
        if found.value is None:
            return self._loaded(name, found, token, load)
        at = self.clock()
        try:
            changed = ask(found.mark)
        except BaseException as error:
            self.failed([name], token, error)
            return self.instead(found, error)
        if changed:
            return self._loaded(name, found, token, load)
        with suppress(Away):
            self.store.renew(self.name, name, token=token, at=at, until=self.fresh_until(at), seconds=self.kept)
        return Held(self.codec.loads(found.value), moment(at))

    def _loaded(self, name: str, found: Found | None, token: str, load: Load) -> Held:
        at = self.clock()
        try:
            value, mark = load()
        except BaseException as error:
            self.failed([name], token, error)
            return self.instead(found, error)
        written = self.codec.dumps(value)
        with suppress(Away):
            entries = {name: (written, self.fresh_until(at))}
            self.store.keep(self.name, entries, token=token, at=at, seconds=self.kept, mark=mark)
        return Held(self.codec.loads(written), moment(at))

    def _alone(self, load: Load) -> Held:
        """Without the cache."""
        at = self.clock()
        try:
            value, _ = load()
        except self.faults as error:
            raise LoadFailed(f"{self.name}: the supplier fails") from error
        return Held(self.codec.loads(self.codec.dumps(value)), moment(at))

    @property
    def kept(self) -> float:
        """Seconds an entry is kept: longer than it is answered, so that it can be renewed instead of loaded."""
        return 2 * self.bound
