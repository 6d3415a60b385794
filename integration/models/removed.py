"""Rows of registers that are no more: 1C removed them, or no longer lists them."""

from django.db import models


class Removed(models.Model):
    """In which version a row was removed, so that a push that comes late does not bring it back."""

    entity = models.CharField(max_length=40)
    ref = models.UUIDField()
    version = models.CharField(max_length=24, blank=True)
    removed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entity", "ref"], name="removed_once")]
        indexes = [models.Index(fields=["removed_at"], name="removed_by_age")]

    def __str__(self) -> str:
        return f"{self.entity} {self.ref}"
