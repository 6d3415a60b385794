"""Proposals as channel B takes them: references of 1C; `deleted` asks 1C to mark the row deleted."""

from uuid import UUID

from modules.partners.models import ClientContact, Consignee, DeliveryAddress


def consignee_payload(ref: UUID) -> dict | None:
    """None when there is no such consignee; so the others."""
    return consignee_payloads([ref]).get(ref)


def consignee_payloads(refs: list[UUID]) -> dict[UUID, dict]:
    found = Consignee.objects.select_related("partner", "counterparty").filter(ref__in=refs)
    return {row.ref: _consignee(row) for row in found}


def _consignee(row: Consignee) -> dict:
    return {
        "partner": _ref(row.partner),
        "counterparty": _ref(row.counterparty),
        **_texts(row, "name", "tax_id", "contact_person", "phone"),
        "deleted": row.deleted,
    }


def address_payload(ref: UUID) -> dict | None:
    return address_payloads([ref]).get(ref)


def address_payloads(refs: list[UUID]) -> dict[UUID, dict]:
    found = DeliveryAddress.objects.select_related("partner", "consignee").filter(ref__in=refs)
    return {row.ref: _address(row) for row in found}


def _address(row: DeliveryAddress) -> dict:
    return {
        "consignee": _ref(row.consignee),
        "partner": _ref(row.partner),
        **_texts(row, "country", "postcode", "city", "address", "working_hours", "comment"),
        "deleted": row.deleted,
    }


def contact_payload(ref: UUID) -> dict | None:
    return contact_payloads([ref]).get(ref)


def contact_payloads(refs: list[UUID]) -> dict[UUID, dict]:
    found = ClientContact.objects.select_related("partner").filter(ref__in=refs)
    return {row.ref: _contact(row) for row in found}


def _contact(row: ClientContact) -> dict:
    return {
        "partner": _ref(row.partner),
        **_texts(row, "name", "position", "email", "phone"),
        "deleted": row.deleted,
    }


def _texts(row, *names: str) -> dict[str, str]:
    return {name: getattr(row, name) for name in names}


def _ref(row) -> str | None:
    return str(row.ref) if row is not None and row.ref else None
