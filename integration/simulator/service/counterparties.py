"""POST counterparties: a company proposed by the portal becomes Партнер and Контрагент, once, by the portal's id."""

from integration.simulator.entities import PROPOSALS, blank
from integration.simulator.options import Options
from integration.simulator.refs import ZERO, as_key, ref
from integration.simulator.rows import Row
from integration.simulator.service.checks import Refusal
from integration.simulator.service.receive import Post
from integration.simulator.store import Store

PARTNERS, COMPANIES, REGIONS = "Catalog_Партнеры", "Catalog_Контрагенты", "Catalog_БизнесРегионы"


def take(store: Store, post: Post, options: Options) -> Row:
    """`ref` and `number` of what is kept are the partner's."""
    name, tax_id = (str(post.data.get(field) or "").strip() for field in ("name", "tax_id"))
    if not name or not tax_id:
        raise Refusal("required", "Не заполнены наименование и ИНН")
    company = by_tax_id(store, tax_id) or make(store, post.key, name, tax_id, post.data)
    partner = store.get(PARTNERS, company.fields["Партнер_Key"])
    fields = {
        "ref": partner.key,
        "number": partner.fields["Code"],
        "counterparty": company.key,
        "tax_id": tax_id,
        "portal_version": post.version,
    }
    return store.put(PROPOSALS, post.key, fields)


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
