"""How much a client may still order on credit."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from integration.models import FromOneC
from modules.partners.models.clients import Contract, Currency


class CreditLimit(FromOneC):
    """The limit of a contract in a currency, as 1C calculated it at `calculated_at`; all sums are in the currency."""

    contract = models.ForeignKey(
        Contract, verbose_name=_("contract"), on_delete=models.CASCADE, related_name="credit_limits"
    )
    currency = models.ForeignKey(Currency, verbose_name=_("currency"), on_delete=models.PROTECT, related_name="+")
    limit = models.DecimalField(_("limit"), max_digits=17, decimal_places=2)
    debt = models.DecimalField(_("debt"), max_digits=17, decimal_places=2)
    overdue = models.DecimalField(_("overdue"), max_digits=17, decimal_places=2)
    available = models.DecimalField(_("available"), max_digits=17, decimal_places=2)
    calculated_at = models.DateTimeField(_("calculated at"), null=True, blank=True)

    class Meta:
        ordering = ["contract", "currency"]
        verbose_name = _("credit limit")
        verbose_name_plural = _("credit limits")

    def __str__(self) -> str:
        return f"{self.contract}, {self.currency}"
