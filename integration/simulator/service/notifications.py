"""Notifications both ways: 1C's to a client, the portal's to the manager, and the mark that one was read."""

from uuid import uuid4

from integration.simulator.options import Options
from integration.simulator.rows import Row
from integration.simulator.service.checks import filled, identifier, one_of, partner_of, plain
from integration.simulator.service.receive import Post
from integration.simulator.store import Store

NOTIFICATIONS = "notifications"
KINDS = ("shipment", "payment", "documents", "limit", "other")


def take(store: Store, post: Post, options: Options) -> Row:
    """A notification is written once; of a later version, and of 1C's own, only `read_at` is taken."""
    if post.known:
        read = {"read_at": post.data.get("read_at") or post.held("read_at"), "portal_version": post.version}
        return store.put(NOTIFICATIONS, post.key, {**post.known.fields, **read}, post.known.deleted)
    data = post.data
    fields = {
        "partner": partner_of(store, data).key,
        "kind": one_of(data, "kind", KINDS, "Вид уведомления"),
        "subject": filled(data, "subject", "тема"),
        **plain(data, "text"),
        "order": identifier(data["order"], "заказ") if data.get("order") else None,
        "contract": None,
        "created_at": data.get("created_at") or store.clock.stamp(),
        "read_at": data.get("read_at"),
        "portal_version": post.version,
    }
    return store.put(NOTIFICATIONS, post.key, fields)


def notify(
    store: Store,
    partner: str,
    kind: str,
    subject: str,
    text: str,
    order: str | None = None,
    contract: str | None = None,
) -> Row:
    """A notification of 1C to a client. Raises ValueError on an unknown kind."""
    if kind not in KINDS:
        raise ValueError(f"no such kind: {kind}")
    fields = {
        "partner": partner,
        "kind": kind,
        "subject": subject,
        "text": text,
        "order": order,
        "contract": contract,
        "created_at": store.clock.stamp(),
        "read_at": None,
        "portal_version": None,
    }
    return store.put(NOTIFICATIONS, str(uuid4()), fields)
