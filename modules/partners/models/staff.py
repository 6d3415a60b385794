"""People of a client who have been asked to join."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.accounts.models import Invitation
from modules.partners.models.clients import Partner


class StaffInvitation(models.Model):
    """Which client an invitation is for; whoever sees the client's staff finds it by this."""

    invitation = models.OneToOneField(
        Invitation, verbose_name=_("invitation"), on_delete=models.CASCADE, related_name="staff"
    )
    partner = models.ForeignKey(
        Partner, verbose_name=_("partner"), on_delete=models.PROTECT, related_name="staff_invitations"
    )

    class Meta:
        ordering = ["-invitation__sent_at"]
        verbose_name = _("invitation of a client's colleague")
        verbose_name_plural = _("invitations of clients' colleagues")

    def __str__(self) -> str:
        return str(self.invitation)
