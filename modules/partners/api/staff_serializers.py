"""Shapes of the staff API."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from cms.accounts.api.serializers import RoleSerializer
from modules.partners.api.serializers import ContractRefSerializer, RefSerializer
from modules.partners.staff.members import ACTIVE, BLOCKED, EXPIRED, INVITED

STATES = [
    (ACTIVE, _("works")),
    (INVITED, _("invited")),
    (EXPIRED, _("invitation expired")),
    (BLOCKED, _("blocked")),
]


class StaffPlaceSerializer(serializers.Serializer):
    """Where a colleague works; no contracts or lines: all of the client's."""

    partner = RefSerializer()
    contracts = RefSerializer(many=True)
    product_lines = RefSerializer(many=True)


class StaffInvitationSerializer(serializers.Serializer):
    sent_at = serializers.DateTimeField()
    expires_at = serializers.DateTimeField()


class StaffSerializer(serializers.Serializer):
    """A colleague. `version` goes back with a change; `may_change` false: only the manufacturer's staff decide."""

    id = serializers.IntegerField()
    email = serializers.EmailField()
    name = serializers.CharField()
    first_name = serializers.CharField()
    last_name = serializers.CharField()
    roles = RoleSerializer(many=True)
    state = serializers.ChoiceField(STATES)
    places = StaffPlaceSerializer(many=True)
    last_login = serializers.DateTimeField(allow_null=True)
    invitation = StaffInvitationSerializer(allow_null=True)
    is_me = serializers.BooleanField()
    may_change = serializers.BooleanField()
    version = serializers.IntegerField()


class StaffClientSerializer(RefSerializer):
    contracts = ContractRefSerializer(many=True)


class StaffOptionsSerializer(serializers.Serializer):
    """What the caller may give: roles at most equal to their own, and places among theirs."""

    roles = RoleSerializer(many=True)
    partners = StaffClientSerializer(many=True)
    product_lines = RefSerializer(many=True)


class StaffLimitsInput(serializers.Serializer):
    partner = serializers.IntegerField(min_value=1)
    contracts = serializers.ListField(child=serializers.IntegerField(min_value=1), max_length=200, default=list)
    product_lines = serializers.ListField(child=serializers.IntegerField(min_value=1), max_length=200, default=list)


class StaffInviteInput(serializers.Serializer):
    email = serializers.EmailField(max_length=254)
    first_name = serializers.CharField(max_length=150)
    last_name = serializers.CharField(max_length=150)
    language = serializers.ChoiceField(settings.LANGUAGES)
    role = serializers.SlugField()
    limits = StaffLimitsInput()


class StaffChangeInput(serializers.Serializer):
    version = serializers.IntegerField(min_value=0)
    role = serializers.SlugField(required=False)
    limits = StaffLimitsInput(required=False)


class StaffLeaveInput(serializers.Serializer):
    successor = serializers.IntegerField(min_value=1, help_text="A colleague, or the caller.")
