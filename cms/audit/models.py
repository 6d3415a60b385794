"""The log itself."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.audit.actions import title_of


class AppendOnly(Exception):
    """Somebody tried to change or delete an entry of the log."""


class EntryQuerySet(models.QuerySet):
    """Reads and adds; nothing else."""

    def update(self, **kwargs):
        raise AppendOnly("Entries of the audit log are never changed.")

    def delete(self):
        raise AppendOnly("Entries of the audit log are never deleted.")

    def bulk_update(self, *args, **kwargs):
        raise AppendOnly("Entries of the audit log are never changed.")


class Entry(models.Model):
    """One thing somebody did. People and target are kept by key and by name, for either may go."""

    at = models.DateTimeField(_("at"), default=timezone.now, editable=False, db_index=True)
    action = models.CharField(_("action"), max_length=80, editable=False)
    actor_id = models.BigIntegerField(null=True, editable=False)
    actor = models.CharField(_("who"), max_length=250, blank=True, editable=False)
    acting_as_id = models.BigIntegerField(null=True, editable=False)
    acting_as = models.CharField(_("acting as"), max_length=250, blank=True, editable=False)
    target_type = models.CharField(max_length=100, blank=True, editable=False)
    target_id = models.CharField(max_length=64, blank=True, editable=False)
    target = models.CharField(_("object"), max_length=250, blank=True, editable=False)
    before = models.JSONField(_("before"), null=True, editable=False)
    after = models.JSONField(_("after"), null=True, editable=False)
    address = models.CharField(_("address"), max_length=45, blank=True, editable=False)
    request_id = models.CharField(_("request"), max_length=64, blank=True, editable=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        ordering = ["-at", "-pk"]
        verbose_name = _("audit log entry")
        verbose_name_plural = _("audit log")
        indexes = [
            models.Index(fields=["action", "-at"], name="entry_by_action"),
            models.Index(fields=["actor_id", "-at"], name="entry_by_actor"),
            models.Index(fields=["target_type", "target_id", "-at"], name="entry_by_target"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action_title}"

    def save(self, *args, **kwargs) -> None:
        if not self._state.adding:
            raise AppendOnly("Entries of the audit log are never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnly("Entries of the audit log are never deleted.")

    @property
    def action_title(self) -> str:
        return title_of(self.action)
