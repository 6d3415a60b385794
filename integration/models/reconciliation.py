"""Reports of the comparison of what the portal holds with what 1C holds."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Compared(models.TextChoices):
    """ROWS: an entity's rows with 1C's. DELIVERIES: what a topic has delivered with what 1C holds of it."""

    ROWS = "rows", _("rows")
    DELIVERIES = "deliveries", _("deliveries")


class Reconciliation(models.Model):
    """One comparison of one entity or topic. Counts are rows.

    `missing`: 1C has them, the portal does not (of deliveries: the portal delivered them, 1C does not have them);
    `extra`: the portal has them, 1C does not; `different`: both have them, not alike (of deliveries: 1C holds an older
    version). `samples`: up to twenty of [{"ref", "kind", "fields": {field: [portal, 1C]}}]. With an `error` nothing
    was found out. `repaired_at` is when a repair of what was found was begun.
    """

    name = models.CharField(_("entity"), max_length=40)
    compared = models.CharField(_("compared"), max_length=10, choices=Compared.choices, default=Compared.ROWS)
    at = models.DateTimeField(_("at"), db_default=Now())
    seconds = models.FloatField(_("seconds"), default=0)
    in_onec = models.PositiveBigIntegerField(_("rows in 1C"), default=0)
    here = models.PositiveBigIntegerField(_("rows here"), default=0)
    missing = models.PositiveBigIntegerField(_("missing"), default=0)
    extra = models.PositiveBigIntegerField(_("extra"), default=0)
    different = models.PositiveBigIntegerField(_("different"), default=0)
    samples = models.JSONField(_("samples"), default=list)
    error = models.TextField(_("error"), blank=True)
    repaired_at = models.DateTimeField(_("repaired"), null=True, blank=True)
    repaired_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("repaired by"),
    )

    class Meta:
        verbose_name = _("reconciliation")
        verbose_name_plural = _("reconciliations")
        indexes = [models.Index(fields=["compared", "name", "-at"], name="reconciliation_latest")]

    def __str__(self) -> str:
        return f"{self.name}, {self.at:%Y-%m-%d %H:%M}"

    @property
    def differences(self) -> int:
        return self.missing + self.extra + self.different

    @property
    def is_clean(self) -> bool:
        return not self.differences and not self.error
