"""Proposals as channel B takes them: references of 1C; `deleted` asks 1C to mark the row deleted."""

from uuid import UUID

from modules.partners.models import ClientContact, Consignee, DeliveryAddress


def consignee_payload(ref: UUID) -> dict | None:
    """None when there is no such consignee; so the others."""
    row = Consignee.objects.select_related("partner", "counterparty").filter(ref=ref).first()
    return row and {
        "partner": _ref(row.partner),
        "counterparty": _ref(row.counterparty),
        **_texts(row, "name", "tax_id", "contact_person", "phone"),
        "deleted": row.deleted,
    }


def address_payload(ref: UUID) -> dict | None:
    row = DeliveryAddress.objects.select_related("partner", "consignee").filter(ref=ref).first()
    return row and {
        "consignee": _ref(row.consignee),
        "partner": _ref(row.partner),
        **_texts(row, "country", "postcode", "city", "address", "working_hours", "comment"),
        "deleted": row.deleted,
    }


def contact_payload(ref: UUID) -> dict | None:
    row = ClientContact.objects.select_related("partner").filter(ref=ref).first()
    return row and {
        "partner": _ref(row.partner),
        **_texts(row, "name", "position", "email", "phone"),
        "deleted": row.deleted,
    }


def _texts(row, *names: str) -> dict[str, str]:
    return {name: getattr(row, name) for name in names}


def _ref(row) -> str | None:
    return str(row.ref) if row is not None and row.ref else None
