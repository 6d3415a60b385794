"""The manufacturer's managers whom clients turn to, and the clients' own people as 1C knows them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from modules.partners.models.clients import Named, Partner
from modules.partners.models.proposed import Proposed


class AccountManager(Named):
    """A manager of the manufacturer (менеджер заказчика): a user of 1C. `blocked`: does not work any more."""

    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=50, blank=True)
    blocked = models.BooleanField(_("does not work any more"), default=False, db_default=False)

    class Meta(Named.Meta):
        verbose_name = _("manufacturer's manager")
        verbose_name_plural = _("manufacturer's managers")


class ClientContact(Named, Proposed):
    """Somebody of a client (менеджер клиента) whom the manufacturer writes to or calls; not an account."""

    partner = models.ForeignKey(
        Partner, verbose_name=_("partner"), on_delete=models.PROTECT, related_name="client_contacts"
    )
    position = models.CharField(_("position"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=50, blank=True)

    CONTENT = ("partner_id", "name", "position", "email", "phone")

    class Meta(Named.Meta):
        verbose_name = _("contact person of a client")
        verbose_name_plural = _("contact persons of clients")
