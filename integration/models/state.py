"""Where the exchange of each entity stands, what its loads did, and the rows that wait."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from integration.reasons import worded


class ExchangeState(models.Model):
    """One row an entity. `generation` grows whenever rows of the entity changed, so caches know to forget.

    `mark` is what the feed is asked "changed since?" with; `checked_at` is when the portal last heard all there is,
    even if nothing had changed. `reader` and `lease_until` are the lock that keeps one reader an entity.
    """

    entity = models.CharField(_("entity"), max_length=40, primary_key=True)
    mark = models.CharField(_("mark"), max_length=200, blank=True)
    generation = models.PositiveBigIntegerField(_("generation"), default=0)
    rows = models.PositiveBigIntegerField(_("rows"), default=0)
    last_full_at = models.DateTimeField(_("last full load"), null=True, blank=True)
    last_change_at = models.DateTimeField(_("last change"), null=True, blank=True)
    checked_at = models.DateTimeField(_("checked at"), null=True, blank=True)
    running_since = models.DateTimeField(_("running since"), null=True, blank=True)
    reader = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    error = models.TextField(_("error"), blank=True)
    error_code = models.CharField(max_length=20, blank=True)
    error_at = models.DateTimeField(_("failed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("exchange state")
        verbose_name_plural = _("exchange states")

    def __str__(self) -> str:
        return self.entity


class LoadKind(models.TextChoices):
    FULL = "full", _("full")
    CHANGES = "changes", _("changes")


class LoadStatus(models.TextChoices):
    """Where a load is. STOPPED: its process was told to end; what was asked for by a person is queued again."""

    QUEUED = "queued", _("queued")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    CANCELLED = "cancelled", _("cancelled")
    STOPPED = "stopped", _("interrupted")


class LoadRun(models.Model):
    """One load of one entity and what it did.

    While it runs, `read` and `progress_at` are brought up to date about every second, beside the transactions that
    keep the rows; `expected` is how many rows 1C said there are, where it says so. `cancel_asked` ends it at its next
    page. A load that a person asked for bears their name and waits as QUEUED until a worker takes it.
    """

    entity = models.CharField(_("entity"), max_length=40)
    kind = models.CharField(_("kind"), max_length=10, choices=LoadKind.choices)
    status = models.CharField(
        _("status"), max_length=10, choices=LoadStatus.choices, default=LoadStatus.RUNNING, db_index=True
    )
    started = models.DateTimeField(_("started"), db_default=Now())
    finished = models.DateTimeField(_("finished"), null=True, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("asked by")
    )
    cancel_asked = models.BooleanField(default=False)
    progress_at = models.DateTimeField(null=True, blank=True)
    expected = models.PositiveBigIntegerField(_("expected"), null=True, blank=True)
    read = models.PositiveBigIntegerField(_("read"), default=0)
    changed = models.PositiveBigIntegerField(_("changed"), default=0)
    parked = models.PositiveBigIntegerField(_("parked"), default=0)
    removed = models.PositiveBigIntegerField(_("removed"), default=0)
    ignored = models.PositiveBigIntegerField(_("ignored"), default=0)
    error = models.TextField(_("error"), blank=True)

    class Meta:
        verbose_name = _("load")
        verbose_name_plural = _("loads")
        indexes = [
            models.Index(fields=["entity", "-started"], name="load_run_by_entity"),
            models.Index(fields=["-started"], name="load_run_newest"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["entity"], condition=models.Q(status="queued"), name="one_load_queued")
        ]

    def __str__(self) -> str:
        return f"{self.entity}, {self.kind}, {self.started:%Y-%m-%d %H:%M:%S}"

    @property
    def seconds(self) -> float:
        """How long it took, or has been running so far; 0 while it waits."""
        if self.status == LoadStatus.QUEUED:
            return 0.0
        return ((self.finished or self.progress_at or self.started) - self.started).total_seconds()

    @property
    def rate(self) -> float:
        """Rows read a second."""
        return self.read / self.seconds if self.seconds else 0.0

    @property
    def share(self) -> float | None:
        """How much of the expected rows has been read, 0 to 1; None when 1C did not say how many there are."""
        return min(1.0, self.read / self.expected) if self.expected else None


class ParkedRow(models.Model):
    """A row of 1C that cannot be kept yet: its reference has not arrived (`waits_for`) or a value is bad.

    Never dropped: it is tried again after loads of what it waits for, and leaves when a good version arrives.
    """

    entity = models.CharField(_("entity"), max_length=40)
    ref = models.UUIDField(_("1C reference"))
    version = models.CharField(_("1C version"), max_length=24, blank=True)
    payload = models.JSONField(_("row"))
    reason = models.JSONField(_("reason"))
    waits_for = models.CharField(_("waits for"), max_length=40, blank=True, db_index=True)
    since = models.DateTimeField(_("since"), db_default=Now())
    attempts = models.PositiveIntegerField(_("attempts"), default=1)

    class Meta:
        verbose_name = _("parked row")
        verbose_name_plural = _("parked rows")
        constraints = [models.UniqueConstraint(fields=["entity", "ref"], name="parked_once")]

    def __str__(self) -> str:
        return f"{self.entity} {self.ref}"

    @property
    def explanation(self) -> str:
        """Why it is parked and what to do, in the reader's language."""
        return worded(self.reason)
