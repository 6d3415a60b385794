"""POST counterparties: a company proposed by the portal becomes Партнер and Контрагент, once, by the portal's id."""

from integration.simulator.entities import PROPOSALS, blank
from integration.simulator.refs import ZERO, as_key, ref
from integration.simulator.rows import Row
from integration.simulator.service.checks import Refusal
from integration.simulator.store import Store

PARTNERS, COMPANIES, REGIONS = "Catalog_Партнеры", "Catalog_Контрагенты", "Catalog_БизнесРегионы"


def receive(store: Store, item: dict) -> dict:
    """One item of the batch → its result. A refused company leaves nothing behind."""
    key = as_key(item.get("id")) if isinstance(item.get("id"), str) else None
    version, data = item.get("version"), item.get("data")
    try:
        if key is None or not isinstance(version, int) or not isinstance(data, dict):
            raise Refusal("format", "Нужны id (UUID), version (целое) и data")
        with store.transaction():
            return take(store, key, version, data)
    except Refusal as refusal:
        error = {"code": refusal.code, "message": refusal.message}
        return result("rejected", item.get("id"), version, None, error)


def take(store: Store, key: str, version: int, data: dict) -> dict:
    known = store.get(PROPOSALS, key)
    if known and known.fields["portal_version"] >= version:
        return result("unchanged", key, known.fields["portal_version"], known)
    name, tax_id = (str(data.get(field) or "").strip() for field in ("name", "tax_id"))
    if not name or not tax_id:
        raise Refusal("required", "Не заполнены наименование и ИНН")
    company = by_tax_id(store, tax_id) or make(store, key, name, tax_id, data)
    partner = store.get(PARTNERS, company.fields["Партнер_Key"])
    fields = {
        "ref": partner.key,
        "number": partner.fields["Code"],
        "counterparty": company.key,
        "tax_id": tax_id,
        "portal_version": version,
    }
    return result("accepted", key, version, store.put(PROPOSALS, key, fields))


def by_tax_id(store: Store, tax_id: str) -> Row | None:
    """A company that 1C knows already is not made a second time."""
    alive = store.select("entity = ? AND deleted = 0 ORDER BY key", (COMPANIES,))
    return next((row for row in alive if row.fields["ИНН"] == tax_id), None)


def make(store: Store, key: str, name: str, tax_id: str, data: dict) -> Row:
    code = f"П0-{store.next('partner_number'):08d}"
    common = {"Code": code, "Description": name[:150], "НаименованиеПолное": name}
    region = as_key(data.get("region") or "")
    known = region if region and store.get(REGIONS, region) else ZERO
    partner = store.put(
        PARTNERS, ref("proposed partner", key), blank(PARTNERS) | common | {"БизнесРегион_Key": known, "Клиент": True}
    )
    fields = blank(COMPANIES) | common | {"ИНН": tax_id, "Партнер_Key": partner.key}
    return store.put(COMPANIES, ref("proposed company", key), fields)


def result(status: str, key: str | None, version, row: Row | None, error: dict | None = None) -> dict:
    """`version` is the portal's version that 1C holds after the call; `ref` and `number` are the partner's."""
    fields = row.fields if row else {"ref": None, "number": None}
    answer = {"id": key, "status": status, "version": version}
    return {**answer, "ref": fields["ref"], "number": fields["number"], "error": error}
