"""Where a client's goods go: who receives them, and at which addresses."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from integration.models import FromOneC
from modules.partners.applications.countries import COUNTRIES
from modules.partners.models.clients import Counterparty, Named, Partner
from modules.partners.models.proposed import Proposed


class Consignee(Named, Proposed):
    """Who receives goods of a client (грузополучатель): a firm of the client's own or another one.

    `country` is where its tax id is from, as the client said; 1C does not tell it.
    """

    partner = models.ForeignKey(Partner, verbose_name=_("partner"), on_delete=models.PROTECT, related_name="consignees")
    counterparty = models.ForeignKey(
        Counterparty,
        verbose_name=_("counterparty"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="consignees",
    )
    country = models.CharField(_("country"), max_length=2, blank=True, db_default="", choices=COUNTRIES)
    tax_id = models.CharField(_("tax id"), max_length=20, blank=True, db_index=True)
    contact_person = models.CharField(_("contact person"), max_length=150, blank=True)
    phone = models.CharField(_("telephone"), max_length=50, blank=True)

    CONTENT = ("partner_id", "counterparty_id", "name", "tax_id", "contact_person", "phone")

    class Meta(Named.Meta):
        verbose_name = _("consignee")
        verbose_name_plural = _("consignees")


class AddressState(models.TextChoices):
    """What 1C says of an address."""

    PROPOSED = "proposed", _("proposed")
    CONFIRMED = "confirmed", _("confirmed")
    REJECTED = "rejected", _("turned down")


class DeliveryAddress(FromOneC, Proposed):
    """An address of a consignee (адрес грузополучателя). `reason`: why 1C refused it.

    `told_state`: what people were told last of an address that the portal proposed; loads do not touch it.
    """

    consignee = models.ForeignKey(
        Consignee, verbose_name=_("consignee"), on_delete=models.PROTECT, related_name="addresses"
    )
    partner = models.ForeignKey(Partner, verbose_name=_("partner"), on_delete=models.PROTECT, related_name="addresses")
    country = models.CharField(_("country"), max_length=2)
    postcode = models.CharField(_("postcode"), max_length=20, blank=True)
    city = models.CharField(_("city"), max_length=100, blank=True)
    address = models.CharField(_("address"), max_length=500)
    working_hours = models.CharField(_("working hours"), max_length=200, blank=True)
    comment = models.CharField(_("comment"), max_length=500, blank=True)
    state = models.CharField(
        _("status"), max_length=10, choices=AddressState.choices, default=AddressState.PROPOSED, db_index=True
    )
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    told_state = models.CharField(
        max_length=10, default=AddressState.PROPOSED, db_default=AddressState.PROPOSED, editable=False
    )

    CONTENT = ("consignee_id", "country", "postcode", "city", "address", "working_hours", "comment")

    class Meta:
        ordering = ["city", "address"]
        verbose_name = _("delivery address")
        verbose_name_plural = _("delivery addresses")

    def __str__(self) -> str:
        """In one line."""
        return ", ".join(part for part in (self.postcode, self.city, self.address) if part)
