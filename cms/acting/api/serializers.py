"""Shapes of clients' cabinets."""

from rest_framework import serializers


class ClientSerializer(serializers.Serializer):
    """Somebody whose cabinet may be opened. `access` names what their grants are limited to."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    email = serializers.EmailField()
    roles = serializers.ListField(child=serializers.CharField())
    access = serializers.ListField(child=serializers.CharField())
    last_login = serializers.DateTimeField(allow_null=True)


class ActingInput(serializers.Serializer):
    user = serializers.IntegerField(min_value=1)
