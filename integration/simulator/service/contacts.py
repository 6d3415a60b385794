"""POST contacts: people of a client become Catalog_КонтактныеЛицаПартнеров under the portal's ids."""

from integration.simulator.entities import CONTACTS, blank
from integration.simulator.options import Options
from integration.simulator.rows import Row, encode_item
from integration.simulator.service.checks import filled, partner_of, plain
from integration.simulator.service.receive import Post
from integration.simulator.store import Store

EMAIL, PHONE = "АдресЭлектроннойПочты", "Телефон"


def take(store: Store, post: Post, options: Options) -> Row:
    """A person that 1C has already, its own too, is rewritten; one that is withdrawn is only marked deleted."""
    data, held = post.data, store.get(CONTACTS, post.key)
    kept = {"portal_version": post.version}
    if held and data.get("deleted"):
        store.put(CONTACTS, post.key, held.fields, deleted=True)
        return store.put("contacts", post.key, kept)
    partner = partner_of(store, data)
    fields = (held.fields if held else blank(CONTACTS)) | {
        "Owner_Key": partner.key,
        "Description": filled(data, "name", "имя")[:150],
        "ДолжностьПоВизитке": plain(data, "position")["position"],
        "КонтактнаяИнформация": contact_information(**plain(data, "email", "phone")),
    }
    store.put(CONTACTS, post.key, fields, bool(data.get("deleted", bool(held and held.deleted))))
    return store.put("contacts", post.key, kept)


def contact_information(email: str = "", phone: str = "") -> list[dict]:
    """The table part of a person: a line for what there is of the two."""
    given = [(EMAIL, email, email, "")] * bool(email) + [(PHONE, phone, "", phone)] * bool(phone)
    names = ("Тип", "Представление", "АдресЭП", "НомерТелефона")
    return [{"LineNumber": str(n), **dict(zip(names, line, strict=True))} for n, line in enumerate(given, 1)]


def find(store: Store, key: str) -> bytes | None:
    """The person as 1C has it now, whoever wrote it."""
    row, kept = store.get(CONTACTS, key), store.get("contacts", key)
    if row is None:
        return None
    lines = {line["Тип"]: line for line in row.fields["КонтактнаяИнформация"]}
    data = {
        "partner": row.fields["Owner_Key"],
        "name": row.fields["Description"],
        "position": row.fields["ДолжностьПоВизитке"],
        "email": lines.get(EMAIL, {}).get("АдресЭП", ""),
        "phone": lines.get(PHONE, {}).get("НомерТелефона", ""),
        "portal_version": kept.fields["portal_version"] if kept else None,
    }
    return encode_item(key, row.seq, row.deleted, data)
