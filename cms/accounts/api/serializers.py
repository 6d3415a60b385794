"""The session as the schema describes it."""

from django.conf import settings
from rest_framework import serializers

from cms.access.levels import Level
from cms.access.roles import SIDES


class RoleSerializer(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()


class UserSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    email = serializers.EmailField()
    name = serializers.CharField()
    language = serializers.ChoiceField(settings.LANGUAGES)
    roles = RoleSerializer(many=True)
    side = serializers.ChoiceField(SIDES)
    second_factor = serializers.ChoiceField(["on", "off", "missing"])  # missing: required, and not there
    second_factor_required = serializers.BooleanField()


class MenuEntrySerializer(serializers.Serializer):
    code = serializers.CharField()
    title = serializers.CharField()
    path = serializers.CharField()
    icon = serializers.CharField()


class ActingSerializer(serializers.Serializer):
    """Who really works in the user's cabinet, and until when it stays open."""

    name = serializers.CharField()
    email = serializers.EmailField()
    until = serializers.DateTimeField()


class SessionSerializer(serializers.Serializer):
    """Who is signed in (null: a guest) and what they may do; permissions at level none are left out."""

    user = UserSerializer(allow_null=True)
    acting = ActingSerializer(allow_null=True)
    permissions = serializers.DictField(
        child=serializers.ChoiceField([(level.name.lower(), level.label) for level in Level if level > Level.NONE])
    )
    modules = serializers.ListField(child=serializers.CharField())
    menu = MenuEntrySerializer(many=True)
    events_url = serializers.CharField()
    demo = serializers.BooleanField()


class SessionChangeSerializer(serializers.Serializer):
    language = serializers.ChoiceField(settings.LANGUAGES)


class PasswordRulesSerializer(serializers.Serializer):
    """What a password must be like, a sentence each, in the caller's language."""

    rules = serializers.ListField(child=serializers.CharField())
