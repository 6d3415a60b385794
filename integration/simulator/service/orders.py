"""POST orders: takes each order once, by the portal's id and version."""

from decimal import Decimal
from uuid import uuid4

from integration.simulator.entities import DOCUMENT, ORDERS
from integration.simulator.refs import as_key
from integration.simulator.rows import Row
from integration.simulator.service.checks import Refusal, check_order
from integration.simulator.service.document import write_document
from integration.simulator.service.reserve import release, reserve
from integration.simulator.service.states import EDITABLE, FIRST
from integration.simulator.store import Store


def receive(store: Store, item: dict, max_quantity: Decimal) -> dict:
    """One item of the batch → its result. A refused order leaves nothing behind."""
    portal_id = as_key(item.get("id")) if isinstance(item.get("id"), str) else None
    version = item.get("version")
    try:
        if portal_id is None or not isinstance(version, int) or not isinstance(item.get("data"), dict):
            raise Refusal("format", "Нужны id (UUID), version (целое) и data")
        with store.transaction():
            return take(store, portal_id, version, item["data"], max_quantity)
    except Refusal as refusal:
        error = {"code": refusal.code, "message": refusal.message}
        return result("rejected", item.get("id"), version, None, error)


def take(store: Store, portal_id: str, version: int, data: dict, max_quantity: Decimal) -> dict:
    known = store.get(ORDERS, portal_id)
    held = known.fields["portal_version"] if known else 0
    if known and version == held:
        return result("unchanged", portal_id, held, known)
    if known and version < held:
        error = {"code": "version", "message": f"Уже принята версия {held}, прислана {version}"}
        return result("conflict", portal_id, held, known, error)
    if known and known.fields["state"] not in EDITABLE:
        raise Refusal("state", f"Заказ {known.fields['number']} уже нельзя изменить: {known.fields['state']}")
    check_order(store, data, max_quantity)
    return result("accepted", portal_id, version, accept(store, portal_id, version, data, known))


def accept(store: Store, portal_id: str, version: int, data: dict, known: Row | None) -> Row:
    """Write the document, reserve the goods, announce the state: one transaction, the caller's."""
    key = known.fields["ref"] if known else str(uuid4())
    release(store, portal_id)
    document = write_document(store, portal_id, data, store.get(DOCUMENT, key), key)
    reserve(store, portal_id, document)
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


def result(status: str, portal_id: str | None, version, order: Row | None, error: dict | None = None) -> dict:
    """`version` is the portal's version that 1C holds after the call."""
    fields = order.fields if order else {"ref": None, "number": None}
    answer = {"id": portal_id, "status": status, "version": version}
    return {**answer, "ref": fields["ref"], "number": fields["number"], "error": error}
