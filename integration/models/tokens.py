"""Whom the portal's exchange service lets in: a token for each base or service, with what it may do."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

ALL = "*"


class ExchangeToken(models.Model):
    """The token itself is shown once and never kept: `hash` is its SHA-256, `hint` its first letters for people.

    `read`: entities it may fetch; `write`: entities it may push; "*" stands for all, future ones too.
    """

    name = models.CharField(_("name"), max_length=100)
    hash = models.CharField(max_length=64, unique=True, editable=False)
    hint = models.CharField(_("begins with"), max_length=12, editable=False)
    read = models.JSONField(_("may fetch"), default=list)
    write = models.JSONField(_("may push"), default=list)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("created by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("created"), db_default=Now())
    expires_at = models.DateTimeField(_("expires"), null=True, blank=True)
    last_used_at = models.DateTimeField(_("last used"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    class Meta:
        verbose_name = _("exchange token")
        verbose_name_plural = _("exchange tokens")

    def __str__(self) -> str:
        return self.name

    @property
    def expired(self) -> bool:
        return self.expires_at is not None and self.expires_at <= timezone.now()

    @property
    def works(self) -> bool:
        return self.revoked_at is None and not self.expired

    def may_read(self, entity: str) -> bool:
        return ALL in self.read or entity in self.read

    def may_write(self, entity: str) -> bool:
        return ALL in self.write or entity in self.write
