"""Which roles were given their shipped permissions as editors."""

from django.db import models


class OpenedRole(models.Model):
    """The role `code` got its permissions once; whatever was changed since is an administrator's decision."""

    code = models.SlugField(unique=True)
    opened_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.code
