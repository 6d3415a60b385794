"""What the portal posts: each item is taken once, by the portal's id and version."""

from collections.abc import Callable
from dataclasses import dataclass

from integration.simulator.options import Options
from integration.simulator.refs import as_key
from integration.simulator.rows import Row
from integration.simulator.service.checks import Refusal
from integration.simulator.store import Store


@dataclass(frozen=True)
class Post:
    """One item of a batch. `known`: the row of channel B that 1C holds under this id."""

    key: str
    version: int
    data: dict
    known: Row | None

    def held(self, name: str, default=None):
        """A field as 1C holds it; `default` when the object is new."""
        return self.known.fields[name] if self.known else default

    @property
    def deleted(self) -> bool:
        """Whether the client has withdrawn it; unsaid, it stays as 1C holds it."""
        return bool(self.data.get("deleted", bool(self.known and self.known.deleted)))


# Checks and writes in the caller's transaction; returns the row of channel B. Raises Refusal.
Take = Callable[[Store, Post, Options], Row]


def receive(store: Store, options: Options, entity: str, take: Take, item: dict) -> dict:
    """One item of the batch → its result. What is refused leaves nothing behind."""
    key = as_key(item.get("id")) if isinstance(item.get("id"), str) else None
    version, data = item.get("version"), item.get("data")
    try:
        if key is None or not isinstance(version, int) or isinstance(version, bool) or not isinstance(data, dict):
            raise Refusal("format", "Нужны id (UUID), version (целое) и data")
        with store.transaction():
            post = Post(key, version, data, store.get(entity, key))
            return already_held(post) or result("accepted", key, version, take(store, post, options))
    except Refusal as refusal:
        error = {"code": refusal.code, "message": refusal.message}
        return result("rejected", item.get("id"), version, None, error)


def withdrawn(store: Store, post: Post) -> Row | None:
    """The row marked deleted and else left alone, if that is all the portal asks for."""
    if not (post.known and post.data.get("deleted")):
        return None
    fields = {**post.known.fields, "portal_version": post.version}
    return store.put(post.known.entity, post.key, fields, deleted=True)


def already_held(post: Post) -> dict | None:
    """The result when 1C holds this version of the portal or a newer one."""
    held = post.held("portal_version") or 0
    if post.version > held:
        return None
    if post.version == held:
        return result("unchanged", post.key, held, post.known)
    error = {"code": "version", "message": f"Уже принята версия {held}, прислана {post.version}"}
    return result("conflict", post.key, held, post.known, error)


def result(status: str, key: str | None, version, row: Row | None, error: dict | None = None) -> dict:
    """`version` is the portal's version that 1C holds after the call; `ref` its object, which bears the portal's id
    where 1C did not have to choose one of its own (orders, counterparties)."""
    fields = row.fields if row else {}
    answer = {"id": key, "status": status, "version": version}
    return {**answer, "ref": fields.get("ref") or (row and row.key), "number": fields.get("number"), "error": error}
