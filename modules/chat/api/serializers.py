"""Shapes of the chat API."""

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from integration.outbox.shown import ExchangeSerializer, shown
from modules.partners.api.serializers import RefSerializer


class ChatSerializer(serializers.Serializer):
    """A conversation in a list. `order`: the portal's key of the order it is about, and the number people know."""

    id = serializers.UUIDField()
    partner = RefSerializer()
    order = serializers.UUIDField(allow_null=True)
    order_number = serializers.CharField(allow_null=True)
    last_at = serializers.DateTimeField()
    last_text = serializers.CharField(allow_null=True)
    last_author = serializers.CharField(allow_null=True)
    unread = serializers.IntegerField()


class ChatOpenInput(serializers.Serializer):
    """Either a client, or one of its orders."""

    partner = serializers.IntegerField(min_value=1, required=False)
    order = serializers.UUIDField(required=False)

    def validate(self, data: dict) -> dict:
        if len(data) != 1:
            raise serializers.ValidationError({"partner": [_("Say either the client or the order.")]})
        return data


class ChatPartnersSerializer(serializers.Serializer):
    """Clients with whom, or for whom, the caller may speak; the first 50 that match."""

    partners = RefSerializer(many=True)


class MessageInput(serializers.Serializer):
    text = serializers.CharField(max_length=4000)


class MessageSerializer(serializers.Serializer):
    """`exchange` null: it was written in 1C."""

    id = serializers.UUIDField()
    mine = serializers.SerializerMethodField()
    side = serializers.CharField(source="author_kind")
    author = serializers.CharField(source="author_name")
    text = serializers.CharField()
    sent_at = serializers.DateTimeField()
    exchange = serializers.SerializerMethodField()

    def get_mine(self, message) -> bool:
        return message.author_id == self.context["user"].pk

    @extend_schema_field(ExchangeSerializer(allow_null=True))
    def get_exchange(self, message) -> dict | None:
        return shown(self.context["exchange"].get(str(message.id)))


class UnreadSerializer(serializers.Serializer):
    unread = serializers.IntegerField()
