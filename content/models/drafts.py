"""Links that show a draft to a colleague who has no account."""

from datetime import datetime
from secrets import token_urlsafe

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision


class DraftLinkQuerySet(models.QuerySet):
    def working(self, now: datetime | None = None) -> "DraftLinkQuerySet":
        """Those that open: neither withdrawn nor past their time."""
        return self.filter(revoked_at=None, expires_at__gt=now or timezone.now())


class DraftLink(models.Model):
    """`key` is the unguessable part of the address. `revision` None: always the latest draft of `page`."""

    page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="draft_links")
    revision = models.ForeignKey(
        Revision, verbose_name=_("version"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    key = models.CharField(max_length=43, unique=True, default=token_urlsafe, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("made by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    expires_at = models.DateTimeField(_("works until"))
    revoked_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)
    opened_at = models.DateTimeField(_("last opened"), null=True, editable=False)
    opened = models.PositiveIntegerField(_("times opened"), default=0, editable=False)

    objects = DraftLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("link to a draft")
        verbose_name_plural = _("links to drafts")

    def __str__(self) -> str:
        return str(self.page)
