"""The three kinds of rows that clients propose, with their topic of the outbox and their permissions."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from cms import audit
from cms.audit import Action
from modules.partners.models import ClientContact, Consignee, DeliveryAddress


@dataclass(frozen=True, eq=False)  # by identity: titles differ by language, and so would a hash of them
class Kind:
    topic: str
    model: type
    view: str
    propose: str
    proposed: Action
    changed: Action
    withdrawn: Action


def kind(topic: str, model: type, name: str, *said) -> Kind:
    """`said`: what the audit log calls a proposal, a change and a withdrawal."""
    codes = (f"partners.{name}_{what}" for what in ("proposed", "changed", "withdrawn"))
    actions = (audit.action(code, words) for code, words in zip(codes, said, strict=True))
    return Kind(topic, model, f"partners.view_{name}", f"partners.propose_{name}", *actions)


CONSIGNEES = kind(
    "consignees", Consignee, "consignee", _("Consignee proposed"), _("Consignee changed"), _("Consignee withdrawn")
)
ADDRESSES = kind(
    "addresses",
    DeliveryAddress,
    "address",
    _("Delivery address proposed"),
    _("Delivery address changed"),
    _("Delivery address withdrawn"),
)
CONTACTS = kind(
    "contacts",
    ClientContact,
    "contact",
    _("Contact person added"),
    _("Contact person changed"),
    _("Contact person removed"),
)
KINDS = {one.topic: one for one in (CONSIGNEES, ADDRESSES, CONTACTS)}
