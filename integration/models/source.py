"""The base of every row whose truth is in 1C."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FromOneC(models.Model):
    """`ref` is 1C's Ref_Key (channel A) or the item's id (channel B), the key a load goes by.

    `version` is DataVersion or the item's version, compared for equality only. `deleted` is 1C's mark:
    nothing is removed physically. `synced_at` is when the portal last heard that the row is so.
    """

    ref = models.UUIDField(_("1C reference"), unique=True, null=True, blank=True)
    version = models.CharField(_("1C version"), max_length=24, blank=True, db_default="")
    deleted = models.BooleanField(_("deleted in 1C"), default=False, db_default=False)
    synced_at = models.DateTimeField(_("synchronized at"), null=True, blank=True)

    class Meta:
        abstract = True
