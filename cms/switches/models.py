"""Which modules are switched off, and for whom."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class SwitchedOff(models.Model):
    """The module (its label) is off for one partner, or for everybody where `partner` is empty.

    A partner is named by its key: the platform knows no module.
    """

    module = models.CharField(_("module"), max_length=50)
    partner = models.BigIntegerField(_("partner"), null=True, blank=True)
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("switched-off module")
        verbose_name_plural = _("switched-off modules")
        constraints = [
            models.UniqueConstraint(fields=["module", "partner"], name="module_off_once", nulls_distinct=False)
        ]

    def __str__(self) -> str:
        return f"{self.module} / {self.partner or '*'}"
