"""Claims and their history."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integration.objects import TravelsBothWays
from modules.claims.states import ClaimKind, ClaimStatus
from modules.ordering.models import Order
from modules.partners.models import Contract, Counterparty, Partner


class Claim(TravelsBothWays):
    """A client's claim (претензия). `author` is empty for one that was made in 1C.

    Kind, subject and text are their author's: 1C changes them only in a claim of its own. `number` is 1C's; empty
    until 1C has the claim. `reason`: why 1C did not take it.
    """

    partner = models.ForeignKey(Partner, verbose_name=_("partner"), on_delete=models.PROTECT, related_name="claims")
    counterparty = models.ForeignKey(
        Counterparty, verbose_name=_("counterparty"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    contract = models.ForeignKey(
        Contract, verbose_name=_("contract"), null=True, blank=True, on_delete=models.PROTECT, related_name="claims"
    )
    order = models.ForeignKey(
        Order, verbose_name=_("order"), null=True, blank=True, on_delete=models.PROTECT, related_name="claims"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("author"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="claims",
    )
    number = models.CharField(_("1C number"), max_length=30, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=ClaimKind.choices)
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("text"), blank=True)
    status = models.CharField(
        _("status"), max_length=15, choices=ClaimStatus.choices, default=ClaimStatus.REGISTERED, db_index=True
    )
    answer = models.TextField(_("answer"), blank=True)
    reason = models.TextField(_("reason"), blank=True)
    registered_at = models.DateTimeField(_("registered at"), default=timezone.now, db_index=True)

    class Meta:
        ordering = ["-registered_at"]
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        indexes = [models.Index(fields=["partner", "-registered_at"], name="claim_by_partner")]

    def __str__(self) -> str:
        return self.number or self.subject


class ClaimHistory(models.Model):
    """One event of a claim: a move, a correction or an answer; `user` is empty when 1C did it."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="history")
    at = models.DateTimeField(default=timezone.now)
    was = models.CharField(max_length=15, choices=ClaimStatus.choices, blank=True)
    became = models.CharField(max_length=15, choices=ClaimStatus.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.claim}: {self.get_became_display()}"
