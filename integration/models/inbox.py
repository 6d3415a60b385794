"""What 1C pushed: stored before it is applied, so that nothing is lost with a process, and once an object."""

import uuid

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Taken(models.TextChoices):
    """What became of a pushed object. Only PENDING moves by itself."""

    PENDING = "pending", _("waits to be applied")
    APPLIED = "applied", _("applied")
    UNCHANGED = "unchanged", _("the portal has it so")
    OLDER = "older", _("the portal has a newer version")
    WAITING = "waiting", _("parked until what it points to arrives")
    REJECTED = "rejected", _("parked with a fault")
    FOREIGN = "foreign", _("not an object of the portal")


class InboxItem(models.Model):
    """The newest version of one object that 1C pushed: one row an object, in which doubled and late pushes meet.

    The row stays after it was applied: it is how a late push of an older version is known, also of an object that is no
    more. `known_version`: the newer one that the portal had instead. `failures`: how often applying it broke.
    """

    entity = models.CharField(_("entity"), max_length=40)
    ref = models.UUIDField(_("1C reference"))
    version = models.CharField(_("1C version"), max_length=24, blank=True)
    deleted = models.BooleanField(_("deleted in 1C"), default=False)
    data = models.JSONField(_("data"))
    status = models.CharField(_("status"), max_length=10, choices=Taken.choices, default=Taken.PENDING)
    reason = models.JSONField(_("reason"), null=True, blank=True)
    known_version = models.CharField(_("version the portal has"), max_length=24, blank=True)
    failures = models.PositiveSmallIntegerField(_("failures"), default=0)
    received_at = models.DateTimeField(_("received"), db_default=Now())
    settled_at = models.DateTimeField(_("applied"), null=True, blank=True)

    class Meta:
        verbose_name = _("object pushed by 1C")
        verbose_name_plural = _("objects pushed by 1C")
        constraints = [models.UniqueConstraint(fields=["entity", "ref"], name="pushed_once")]
        indexes = [
            models.Index(fields=["entity", "id"], name="inbox_pending", condition=models.Q(status="pending")),
            models.Index(fields=["entity", "settled_at"], name="inbox_settled"),
        ]

    def __str__(self) -> str:
        return f"{self.entity} {self.ref}"


class ExchangeJob(models.Model):
    """A push that is applied after its request was answered.

    `verdicts`: [[id, version, status, error or None]], status "stored" for what the inbox answers for.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token = models.ForeignKey("integration.ExchangeToken", on_delete=models.CASCADE, related_name="+")
    entity = models.CharField(_("entity"), max_length=40)
    verdicts = models.JSONField()
    created_at = models.DateTimeField(_("created"), db_default=Now())

    class Meta:
        verbose_name = _("push under way")
        verbose_name_plural = _("pushes under way")
        indexes = [models.Index(fields=["created_at"], name="job_by_age")]

    def __str__(self) -> str:
        return f"{self.entity} {self.id}"
