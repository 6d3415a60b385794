"""How the API shows where an object is on its way to 1C."""

from rest_framework import serializers


class ExchangeSerializer(serializers.Serializer):
    """Where the object is on its way to 1C."""

    state = serializers.ChoiceField(["waiting", "sent", "accepted", "rejected", "parked"])
    since = serializers.DateTimeField(allow_null=True)
    attempts = serializers.IntegerField()
    message = serializers.CharField(allow_blank=True)
