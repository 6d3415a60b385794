"""POST consignees: where a client has goods delivered to, as a company that signs for them."""

import re

from integration.simulator.options import Options
from integration.simulator.rows import Row
from integration.simulator.service.checks import Refusal, filled, optional, partner_of, plain
from integration.simulator.service.receive import Post, withdrawn
from integration.simulator.store import Store

CONSIGNEES = "consignees"
TAX_ID = re.compile(r"[0-9A-Z]{7,20}")


def take(store: Store, post: Post, options: Options) -> Row:
    """Refused without a known partner or a name, or with a tax id that no country gives out."""
    gone = withdrawn(store, post)
    if gone:
        return gone
    data = post.data
    partner = partner_of(store, data)
    texts = plain(data, "tax_id", "contact_person", "phone")
    if texts["tax_id"] and not TAX_ID.fullmatch(texts["tax_id"]):
        raise Refusal("tax_id", f"ИНН грузополучателя неизвестного вида: {texts['tax_id']}")
    company = optional(store, "Catalog_Контрагенты", data.get("counterparty"), "Контрагент", partner)
    head = {"partner": partner.key, "counterparty": company, "name": filled(data, "name", "наименование")}
    fields = {**head, **texts, "portal_version": post.version}
    return store.put(CONSIGNEES, post.key, fields, post.deleted)
