"""POST orders: takes each order once, by the portal's id and version."""

from decimal import Decimal
from uuid import uuid4

from integration.simulator.entities import DOCUMENT, ORDERS
from integration.simulator.options import Options
from integration.simulator.rows import Row
from integration.simulator.service import limits
from integration.simulator.service.checks import Refusal, check_order
from integration.simulator.service.document import write_document
from integration.simulator.service.receive import Post
from integration.simulator.service.reserve import release, reserve
from integration.simulator.service.states import EDITABLE, FIRST
from integration.simulator.store import Store


def take(store: Store, post: Post, options: Options) -> Row:
    if post.held("state", FIRST) not in EDITABLE:
        raise Refusal("state", f"Заказ {post.held('number')} уже нельзя изменить: {post.held('state')}")
    check_order(store, post.data, Decimal(options.max_quantity))
    return accept(store, post.key, post.version, post.data, post.known)


def accept(store: Store, portal_id: str, version: int, data: dict, known: Row | None) -> Row:
    """Write the document, reserve the goods, take from the limit, announce the state: the caller's transaction."""
    key = known.fields["ref"] if known else str(uuid4())
    release(store, portal_id)
    document = write_document(store, portal_id, data, store.get(DOCUMENT, key), key)
    reserve(store, portal_id, document)
    limits.charge(store, portal_id, document)
    fields = {
        "id": portal_id,
        "ref": key,
        "number": document.fields["Number"],
        "date": store.clock.stamp() if known is None else known.fields["date"],
        "state": known.fields["state"] if known else FIRST,
        "reason": "",
        "total": str(data["total"]),
        "currency": data["currency"],
        "portal_version": version,
    }
    return store.put(ORDERS, portal_id, fields)
