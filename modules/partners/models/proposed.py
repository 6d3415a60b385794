"""What rows share that clients propose and 1C keeps."""

import hashlib

import orjson
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Proposed(models.Model):
    """Either side makes such a row; one that the portal made has `ref` from its first moment and 1C keeps it.

    `portal_version` counts the portal's changes and travels with them; 0: the portal never changed the row.
    `changed_by` and `changed_at` tell of the portal's last change. `CONTENT`: the fields that people edit.
    """

    CONTENT: tuple[str, ...] = ()

    portal_version = models.PositiveIntegerField(_("changes by the portal"), default=0, db_default=0, editable=False)
    changed_at = models.DateTimeField(_("changed in the portal"), null=True, blank=True, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("changed by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        abstract = True

    @property
    def edition(self) -> str:
        """Another text whenever what people edit has changed, on either side; an answer of 1C alone keeps it."""
        content = [getattr(self, name) for name in (*self.CONTENT, "deleted")]
        return hashlib.sha256(orjson.dumps(content)).hexdigest()[:16]
