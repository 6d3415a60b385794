"""Shapes of the notifications API."""

from rest_framework import serializers

from modules.notifications.models import Receipt
from modules.notifications.wordings import words_of


class NotificationSerializer(serializers.ModelSerializer):
    """A notification as its reader gets it, in their language if the portal worded it.

    `path`: the screen of what it is about, without the language; empty if there is none.
    """

    id = serializers.UUIDField(source="notification_id", read_only=True)
    kind = serializers.CharField(source="notification.kind", read_only=True)
    kind_label = serializers.CharField(source="notification.get_kind_display", read_only=True)
    subject = serializers.SerializerMethodField()
    text = serializers.SerializerMethodField()
    path = serializers.CharField(source="notification.path", read_only=True)
    created_at = serializers.DateTimeField(source="notification.created_at", read_only=True)

    class Meta:
        model = Receipt
        fields = ["id", "kind", "kind_label", "subject", "text", "path", "created_at", "read_at"]
        read_only_fields = fields

    def get_subject(self, receipt) -> str:
        return words_of(receipt.notification).subject

    def get_text(self, receipt) -> str:
        return words_of(receipt.notification).text


class UnreadNotificationsSerializer(serializers.Serializer):
    unread = serializers.IntegerField()


class PreferencesSerializer(serializers.Serializer):
    """`by_mail`: what was not read within a minute also comes as a letter."""

    by_mail = serializers.BooleanField()
