"""What the API remembers of answers it has given."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class IdempotentReply(models.Model):
    """The first answer to a creating POST; a repeat with the same key gets it again.

    The row is written in the transaction of the work itself, so that there is an answer exactly when there is a
    result. `id` is made by the request that claims the key. `body` is the answer as it went out.
    """

    id = models.UUIDField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    method = models.CharField(max_length=10)
    path = models.CharField(max_length=500)
    key = models.CharField(max_length=200)
    request_hash = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    body = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("remembered answer")
        verbose_name_plural = _("remembered answers")
        constraints = [
            models.UniqueConstraint(fields=["user", "method", "path", "key"], name="one_reply_a_key"),
        ]

    def __str__(self) -> str:
        return f"{self.method} {self.path} {self.key}"
