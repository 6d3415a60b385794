"""How the API shows where an object is on its way to 1C."""

from rest_framework import serializers

from integration.outbox.status import ExchangeStatus


class ExchangeSerializer(serializers.Serializer):
    """Where the object is on its way to 1C."""

    state = serializers.ChoiceField(["waiting", "sent", "accepted", "rejected", "parked"])
    since = serializers.DateTimeField(allow_null=True)
    attempts = serializers.IntegerField()
    message = serializers.CharField(allow_blank=True)


_shown = ExchangeSerializer().to_representation  # its fields are made once


def shown(status: ExchangeStatus | None) -> dict | None:
    """A status as the serializer shows it; None for what never had to travel."""
    return status and _shown(status)
