"""Which permissions the roles of editors were ever given as shipped."""

from django.db import models


class OpenedRole(models.Model):
    """The role `code` got each permission of `given` once; what was changed since is an administrator's decision."""

    code = models.SlugField(unique=True)
    opened_at = models.DateTimeField(auto_now_add=True)
    given = models.JSONField(default=list)  # names, as content/permissions.py writes them

    def __str__(self) -> str:
        return self.code
