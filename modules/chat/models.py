"""Conversations of clients with their managers. The portal is the truth: 1C changes no text."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integration.objects import TravelsBothWays
from modules.partners.models import Partner


class AuthorKind(models.TextChoices):
    """Which side wrote; the values are those of the exchange."""

    CLIENT = "client", _("client")
    MANAGER = "manager", _("manager")


class Chat(models.Model):
    """One conversation: of a client in general, or about one of its orders (the order's key in the portal).

    `version` grows with each change of what is said in it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.ForeignKey(Partner, verbose_name=_("partner"), on_delete=models.PROTECT, related_name="chats")
    order = models.UUIDField(_("order"), null=True, blank=True, editable=False)
    last_at = models.DateTimeField(_("last message"), default=timezone.now, db_index=True)
    version = models.PositiveBigIntegerField(default=0, db_default=0, editable=False)

    class Meta:
        ordering = ["-last_at"]
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")
        constraints = [
            models.UniqueConstraint(fields=["partner"], condition=Q(order=None), name="one_general_chat_a_client"),
            models.UniqueConstraint(fields=["partner", "order"], name="one_chat_an_order"),
        ]

    def __str__(self) -> str:
        return str(self.partner)


class Message(TravelsBothWays):
    """What somebody wrote. `author` is empty for a manager who wrote in 1C; name and e-mail are always as they were.

    `arrived_at`: when the portal got to know it, which is what "unread" goes by; `sent_at` may be earlier.
    """

    chat = models.ForeignKey(Chat, on_delete=models.CASCADE, related_name="messages")
    order = models.UUIDField(_("order"), null=True, blank=True, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("author"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    author_kind = models.CharField(_("side"), max_length=10, choices=AuthorKind.choices)
    author_name = models.CharField(_("author"), max_length=300, blank=True)
    author_email = models.CharField(_("e-mail"), max_length=254, blank=True)
    text = models.TextField(_("text"))
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)
    arrived_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["sent_at", "pk"]
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [
            models.Index(fields=["chat", "-sent_at"], name="message_by_chat"),
            models.Index(fields=["chat", "arrived_at"], name="message_by_arrival"),
        ]

    def __str__(self) -> str:
        return f"{self.author_name}, {self.sent_at:%Y-%m-%d %H:%M}"


class ChatReader(models.Model):
    """Up to when somebody has read a conversation."""

    chat = models.ForeignKey(Chat, on_delete=models.CASCADE, related_name="readers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    read_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chat", "user"], name="one_reading_a_person")]

    def __str__(self) -> str:
        return f"{self.user} {self.read_at}"
