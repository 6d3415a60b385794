"""Notifications to the people of a client, and who has read them."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integration.objects import TravelsBothWays
from modules.partners.models import Contract, Partner


class NotificationKind(models.TextChoices):
    """What it is about. The values of 1C and two of the portal's own, which 1C knows as "other"."""

    SHIPMENT = "shipment", _("Shipment")
    PAYMENT = "payment", _("Payment")
    DOCUMENTS = "documents", _("Documents")
    LIMIT = "limit", _("Credit limit")
    ORDER = "order", _("Order")
    CLAIM = "claim", _("Claim")
    OTHER = "other", _("Other")


class Notification(TravelsBothWays):
    """One notification. 1C's bears its text; the portal's own a `code` with `params`, worded for each reader.

    `subject` and `text` of the portal's own are its wording in the default language, for 1C and for a code whose
    module is gone. `path` leads to what it is about; `order` is an order's key in the portal. `read_at`: when the
    first of the client's people read it. `search`: what it says in all languages.
    """

    partner = models.ForeignKey(
        Partner, verbose_name=_("partner"), on_delete=models.PROTECT, related_name="notifications"
    )
    contract = models.ForeignKey(
        Contract, verbose_name=_("contract"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(_("kind"), max_length=12, choices=NotificationKind.choices)
    code = models.CharField(max_length=40, blank=True)
    params = models.JSONField(default=dict)
    subject = models.CharField(_("subject"), max_length=300)
    text = models.TextField(_("text"), blank=True)
    search = models.TextField(blank=True)
    order = models.UUIDField(_("order"), null=True, blank=True)
    path = models.CharField(max_length=200, blank=True)
    from_onec = models.BooleanField(_("from 1C"), default=False)
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")

    def __str__(self) -> str:
        return self.subject


class Receipt(models.Model):
    """Whom a notification was for, settled when it came; when they read it, and when they got a letter about it."""

    notification = models.ForeignKey(Notification, on_delete=models.CASCADE, related_name="receipts")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    told_at = models.DateTimeField(default=timezone.now, db_default=Now())
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["notification", "user"], name="one_receipt_a_person")]
        indexes = [
            models.Index(fields=["user"], name="receipt_unread", condition=models.Q(read_at=None)),
            models.Index(fields=["told_at"], name="receipt_unmailed", condition=models.Q(read_at=None, mailed_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.notification}"


class Preference(models.Model):
    """How somebody wants to be told; who never chose has no row and gets letters."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    by_mail = models.BooleanField(_("letters about notifications"), default=True)

    def __str__(self) -> str:
        return f"{self.user}: {self.by_mail}"
