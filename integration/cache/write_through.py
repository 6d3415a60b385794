"""Write-through: saved at the supplier or in the database, then here, at once and by version."""

from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.db import transaction

from integration.cache.base import Cache, Visit
from integration.cache.held import Held, LoadFailed, moment
from integration.cache.store import Away, Found

Versioned = tuple[Any, int]
"""A value and its version: a whole number (below 2⁵³) that grows with each change of the object."""


@dataclass(frozen=True, kw_only=True)
class WriteThrough(Cache):
    """An older version never replaces a newer one, whoever comes late; a version is known for `remembered` seconds."""

    kind = "W"
    remembered: float = field(default=3600.0)

    def get(self, key: Hashable, load: Callable[[], Versioned], *, reader: str) -> Held:
        """The version written last, or `load()` → (value, version), which is kept unless a newer one is known."""
        name, visit = self.entry(key, reader), Visit(self)
        while True:
            try:
                found = visit.look([name])[name]
            except Away:
                found = Found("write", None, 0.0, "")
            if found.state in ("hit", "stale"):
                return self.held(found)
            if found.state == "miss" or found.state == "write" or not visit.rest():
                return self._loaded(name, found, visit.token, load)
            if found.state == "failed":
                raise LoadFailed(f"{self.name}: nothing is held and the supplier failed a moment ago")

    def write(self, key: Hashable, save: Callable[[], Versioned], *, reader: str) -> Any:
        """Save, then keep what was saved, after the commit if a transaction is open; returns the value.

        From the beginning of `save` until then readers are answered by `load`; a writer that dies or is rolled back
        leaves nothing here, and readers go on so for `lease`.
        """
        name, writer = self.entry(key, reader), uuid4().hex
        with suppress(Away):
            until = self.clock() + self.lease.total_seconds()
            self.store.begin(self.name, name, writer=writer, until=until, seconds=self.kept)
        value, version = save()
        at = self.clock()
        written = self.codec.dumps(value)
        transaction.on_commit(lambda: self._put(name, written, version, at, writer=writer))
        return value

    def _loaded(self, name: str, found: Found, token: str, load: Callable[[], Versioned]) -> Held:
        at = self.clock()
        try:
            value, version = load()
        except BaseException as error:
            self.failed([name], token, error)
            return self.instead(found, error)
        written = self.codec.dumps(value)
        self._put(name, written, version, at, token=token)
        return Held(self.codec.loads(written), moment(at))

    def _put(self, name: str, written: bytes, version: int, at: float, *, token: str = "", writer: str = "") -> None:
        with suppress(Away):
            self.store.put(
                self.name,
                name,
                written,
                version,
                at=at,
                until=self.fresh_until(at),
                seconds=self.kept,
                now=self.clock(),
                token=token,
                writer=writer,
            )

    @property
    def kept(self) -> float:
        return max(self.bound, self.remembered)
