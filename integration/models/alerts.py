"""What somebody has to look at: opened and resolved by a task, told by mail once each."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AlertKind(models.TextChoices):
    """LATE: an entity is older than its target. AWAY: 1C does not answer. MESSAGES, ROWS: something is parked."""

    LATE = "late", _("data is older than agreed")
    AWAY = "away", _("1C does not answer")
    MESSAGES = "messages", _("deliveries are parked")
    ROWS = "rows", _("rows are parked")


class Alert(models.Model):
    """One trouble from its beginning to its end; at most one open of a kind and subject.

    `subject`: the entity's or topic's name, "onec" for the base itself. `count`: how many are parked. `since`: when the
    trouble began, not when it was noticed. `told_at` and `end_told_at`: when its letters were handed to the worker.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=AlertKind.choices)
    subject = models.CharField(_("subject"), max_length=40)
    count = models.PositiveIntegerField(_("count"), default=0)
    since = models.DateTimeField(_("since"))
    told_at = models.DateTimeField(_("told"), null=True, blank=True)
    resolved_at = models.DateTimeField(_("resolved"), null=True, blank=True)
    end_told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("alert of the exchange")
        verbose_name_plural = _("alerts of the exchange")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject"], condition=models.Q(resolved_at=None), name="one_open_alert"
            )
        ]
        indexes = [models.Index(fields=["-resolved_at"], name="alert_resolved")]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"


class AlertReader(models.Model):
    """Somebody who asked for the letters; they get them as long as they may see the exchange."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+")

    class Meta:
        verbose_name = _("reader of alerts")
        verbose_name_plural = _("readers of alerts")

    def __str__(self) -> str:
        return str(self.user_id)
