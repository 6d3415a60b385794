"""Sales plans."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from integration.models import FromOneC
from modules.partners.models import Partner


class PlanStatus(models.TextChoices):
    """What 1C says of a plan; NOT_TAKEN: it did not take the portal's draft."""

    PENDING = "pending", _("awaiting approval")
    APPROVED = "approved", _("approved")
    CANCELLED = "cancelled", _("cancelled")
    NOT_TAKEN = "not_taken", _("not accepted by 1C")


class SalesPlan(FromOneC):
    """What a client is to buy in a period. `author`: who drafted it in the portal; empty for one made in 1C.

    A draft has its reference from the first moment, and 1C keeps it; it has a `number` when 1C has it. `lines`:
    [{"product": reference of 1C (32 hexadecimal digits), "quantity": text, "amount": text}], quantities in base units.
    """

    number = models.CharField(_("1C number"), max_length=30, blank=True)
    date = models.DateTimeField(_("date"), null=True, blank=True, db_index=True)
    period_start = models.DateField(_("period from"))
    period_end = models.DateField(_("period to"))
    partner = models.ForeignKey(
        Partner, verbose_name=_("partner"), null=True, blank=True, on_delete=models.PROTECT, related_name="plans"
    )
    status = models.CharField(
        _("status"), max_length=10, choices=PlanStatus.choices, default=PlanStatus.PENDING, db_index=True
    )
    comment = models.TextField(_("comment"), blank=True)
    lines = models.JSONField(_("lines"), default=list)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("author"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        ordering = ["-period_start", "-date"]
        verbose_name = _("sales plan")
        verbose_name_plural = _("sales plans")

    def __str__(self) -> str:
        return f"{self.number or '—'} {self.period_start:%d.%m.%Y}–{self.period_end:%d.%m.%Y}"
