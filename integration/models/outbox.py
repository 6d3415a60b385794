"""What the portal has to tell 1C: the truth about deliveries, written in the business transaction."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Delivery(models.TextChoices):
    """Where a delivery is. REJECTED, PARKED and DROPPED do not move by themselves."""

    WAITING = "waiting", _("waiting")
    IN_FLIGHT = "in_flight", _("being sent")
    DELIVERED = "delivered", _("delivered")
    REJECTED = "rejected", _("rejected by 1C")
    PARKED = "parked", _("parked")
    DROPPED = "dropped", _("dropped")


UNSETTLED = (Delivery.WAITING, Delivery.IN_FLIGHT, Delivery.PARKED)
"""1C does not know of the object's newest version yet and may still be told: what 1C gives is older."""


class OutboxMessage(models.Model):
    """The newest version of one object that 1C has to know. One row an object, hence order per object.

    The content is built from the object when it is sent, so it is always current. `failures` counts attempts that
    failed with 1C being there; being away is nobody's failure. `sent_at` is when it last left the portal.
    `request_id` is that of the request that enqueued it last. A dropped one says who dropped it and why.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    topic = models.CharField(_("topic"), max_length=40)
    key = models.UUIDField(_("object"))
    version = models.PositiveBigIntegerField(_("version"), default=1)
    delivered_version = models.PositiveBigIntegerField(_("delivered version"), default=0)
    priority = models.PositiveSmallIntegerField(_("priority"), default=5)
    status = models.CharField(_("status"), max_length=10, choices=Delivery.choices, default=Delivery.WAITING)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    failures = models.PositiveIntegerField(_("failures"), default=0)
    not_before = models.DateTimeField(_("not before"), default=timezone.now)
    lease_until = models.DateTimeField(null=True, blank=True)
    claim = models.UUIDField(null=True, blank=True)
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    enqueued_at = models.DateTimeField(_("changed"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    error_code = models.CharField(max_length=40, blank=True)
    last_error = models.TextField(_("last error"), blank=True)
    request_id = models.CharField(_("request"), max_length=64, blank=True)
    dropped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("dropped by")
    )
    drop_reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("message to 1C")
        verbose_name_plural = _("messages to 1C")
        constraints = [models.UniqueConstraint(fields=["topic", "key"], name="one_message_an_object")]
        indexes = [
            models.Index(
                fields=["priority", "not_before"],
                name="outbox_due",
                condition=models.Q(status__in=["waiting", "in_flight"]),
            ),
            models.Index(fields=["status", "-created_at"], name="outbox_by_status"),
            models.Index(fields=["-created_at"], name="outbox_newest"),
            models.Index(fields=["key"], name="outbox_by_object"),
            models.Index(fields=["-answered_at"], name="outbox_answered"),
            models.Index(fields=["topic", "enqueued_at", "key"], name="outbox_as_feed"),
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.key}"


class OutboxAttempt(models.Model):
    """One try to deliver a message: what was sent when, and what came of it."""

    message = models.ForeignKey(OutboxMessage, on_delete=models.CASCADE, related_name="history")
    version = models.PositiveBigIntegerField(_("version"))
    at = models.DateTimeField(_("at"), db_default=Now())
    seconds = models.FloatField(_("seconds"), default=0)
    outcome = models.CharField(_("outcome"), max_length=40)
    detail = models.TextField(_("detail"), blank=True)

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["-at"], name="outbox_attempt_newest")]

    def __str__(self) -> str:
        return f"{self.message_id} {self.outcome}"


class Breaker(models.Model):
    """Opens when 1C is away, so that nothing hammers it; `probe_at` is when one caller may knock again."""

    name = models.CharField(max_length=40, primary_key=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    probe_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        verbose_name = _("circuit breaker")
        verbose_name_plural = _("circuit breakers")

    def __str__(self) -> str:
        return f"{self.name}: {'open' if self.opened_at else 'closed'}"
