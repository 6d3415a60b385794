"""Lazy: get or load. For what changes by itself and says nothing of it: keep until stale."""

from collections.abc import Callable, Collection, Hashable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from integration.cache.base import Cache, Visit
from integration.cache.held import Held, LoadFailed, moment
from integration.cache.store import Away, Found

LoadMany = Callable[[list], dict[Hashable, Any]]


@dataclass(frozen=True, kw_only=True)
class Lazy(Cache):
    """Fresh: answered as held. Else one caller over all processes loads; the others take the stale value or wait."""

    kind = "L"

    def get(self, key: Hashable, load: Callable[[], Any], *, reader: str) -> Held:
        """The value of `key`, by `load()` where none is held. Raises LoadFailed, and what `load` raises besides."""
        errors: list[Exception] = []
        found = self.get_many([key], lambda keys: {key: load()}, reader=reader, errors=errors)
        if key in found:
            return found[key]
        raise LoadFailed(f"{self.name}: nothing is held and the supplier fails") from next(iter(errors), None)

    def get_many(
        self, keys: Collection[Hashable], load: LoadMany, *, reader: str, errors: list[Exception] | None = None
    ) -> dict[Hashable, Held]:
        """The values of those keys that can be had; one round trip where all are held, at most one load for the rest.

        `load(keys)` → key → value; a key it leaves out is held as None. A supplier's fault goes to `errors`.
        """
        return _Asking(
            self, {self.entry(key, reader): key for key in keys}, load, [] if errors is None else errors
        ).all()

    def peek_many(self, keys: Collection[Hashable], *, reader: str) -> dict[Hashable, Held]:
        """Those values that are held and fresh; asks nobody and waits for nobody."""
        named = {self.entry(key, reader): key for key in keys}
        try:
            found = self.store.peek(self.name, list(named), now=self.clock()) if named else {}
        except Away:
            return {}
        return {named[name]: self.held(one) for name, one in found.items()}


@dataclass
class _Asking:
    """One call of get_many, step by step. `named`: entry → key."""

    cache: Lazy
    named: dict[str, Hashable]
    load: LoadMany
    errors: list[Exception]
    result: dict[Hashable, Held] = field(default_factory=dict)

    def all(self) -> dict[Hashable, Held]:
        """1. answer what is held, 2. load what this caller got the lock of, 3. look again at what others load."""
        visit, left = Visit(self.cache), list(self.named)
        while left:
            try:
                found = visit.look(left)
            except Away:
                self._load(left, {}, "")
                break
            self._answer({name: one for name, one in found.items() if one.state in ("hit", "stale")})
            mine = [name for name, one in found.items() if one.state == "miss"]
            if mine:
                self._load(mine, found, visit.token)
            left = [name for name, one in found.items() if one.state == "wait"]
            if left and not visit.rest():
                self._load(left, {}, "")
                break
        return self.result

    def _answer(self, found: dict[str, Found]) -> None:
        self.result |= {self.named[name]: self.cache.held(one) for name, one in found.items()}

    def _load(self, names: list[str], before: dict[str, Found], token: str) -> None:
        """Load these, and keep them where the token holds their locks; `before` may stand in for what fails."""
        cache, at = self.cache, self.cache.clock()
        try:
            values = self.load([self.named[name] for name in names])
        except BaseException as error:
            cache.failed(names, token, error)
            self.errors.append(error)
            self._answer({name: before[name] for name in names if cache.usable(before.get(name))})
            return
        written = {name: cache.codec.dumps(values.get(self.named[name])) for name in names}
        self.result |= {self.named[name]: Held(cache.codec.loads(value), moment(at)) for name, value in written.items()}
        if token:
            entries = {name: (value, cache.fresh_until(at)) for name, value in written.items()}
            with suppress(Away):
                cache.store.keep(cache.name, entries, token=token, at=at, seconds=cache.bound)
