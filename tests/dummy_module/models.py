from django.conf import settings
from django.db import models

from content.models import PortalPage


class Note(models.Model):
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    text = models.CharField(max_length=100)

    def __str__(self) -> str:
        return self.text


class NotePage(PortalPage):
    """A page of the site that a module brings along."""

    motto = models.CharField(max_length=100, blank=True)

    parent_page_types = ["content.HomePage"]
