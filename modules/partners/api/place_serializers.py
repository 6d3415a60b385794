"""Shapes of consignees and delivery addresses."""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from integration.outbox.shown import ExchangeSerializer, shown
from modules.partners.api.serializers import RefSerializer
from modules.partners.applications.countries import COUNTRIES, BadTaxId, tax_id_of
from modules.partners.models import AddressState, Consignee, DeliveryAddress


class PlaceRefSerializer(serializers.Serializer):
    """A consignee by its key and name."""

    id = serializers.UUIDField(source="ref")
    name = serializers.CharField()


class ProposedSerializer(serializers.ModelSerializer):
    """What proposals share. `version` goes back with a change; `exchange` is null for what the portal never changed."""

    id = serializers.UUIDField(source="ref")
    partner = RefSerializer()
    version = serializers.CharField(source="edition")
    changed_by = serializers.CharField(source="changed_by.name", default=None, allow_null=True)
    exchange = serializers.SerializerMethodField()
    may_change = serializers.SerializerMethodField()

    COMMON = ["id", "partner", "version", "changed_at", "changed_by", "exchange", "may_change"]

    @extend_schema_field(ExchangeSerializer(allow_null=True))
    def get_exchange(self, row) -> dict | None:
        return shown(self.context["exchange"].get(row.ref))

    def get_may_change(self, row) -> bool:
        return row.pk in self.context["changeable"]


class ConsigneeSerializer(ProposedSerializer):
    """`country` is where the tax id is from; empty for a consignee that 1C made."""

    counterparty = RefSerializer(allow_null=True)

    class Meta:
        model = Consignee
        fields = [
            *ProposedSerializer.COMMON, "counterparty", "name", "country", "tax_id", "contact_person", "phone",
        ]  # fmt: skip


class AddressSerializer(ProposedSerializer):
    """`state` is what 1C says of it, `reason` why it was rejected; `line` is the address in one line."""

    consignee = PlaceRefSerializer()
    state = serializers.ChoiceField(AddressState.choices)
    line = serializers.CharField(source="__str__")

    class Meta:
        model = DeliveryAddress
        fields = [
            *ProposedSerializer.COMMON, "consignee", "country", "postcode", "city", "address", "line",
            "working_hours", "comment", "state", "reason",
        ]  # fmt: skip


class VersionInput(serializers.Serializer):
    """`version` is the one that was shown; another one by now is answered with 409 and the row as it is."""

    version = serializers.CharField(max_length=32)


class ConsigneeFields(serializers.Serializer):
    counterparty = serializers.IntegerField(min_value=1, allow_null=True, default=None)
    name = serializers.CharField(max_length=250)
    country = serializers.ChoiceField(COUNTRIES, allow_blank=True, default="")
    tax_id = serializers.CharField(max_length=30, allow_blank=True, default="")
    contact_person = serializers.CharField(max_length=150, allow_blank=True, default="")
    phone = serializers.CharField(max_length=50, allow_blank=True, default="")

    def validate(self, values: dict) -> dict:
        """A tax id has the form of its country."""
        if values["tax_id"] and not values["country"]:
            raise serializers.ValidationError({"country": [_("Say which country the tax id is from.")]})
        if values["tax_id"]:
            try:
                values["tax_id"] = tax_id_of(values["country"], values["tax_id"])
            except BadTaxId as wrong:
                raise serializers.ValidationError({"tax_id": [str(wrong)]}) from None
        return values


class ConsigneeProposeInput(ConsigneeFields):
    partner = serializers.IntegerField(min_value=1)


class ConsigneeChangeInput(ConsigneeFields, VersionInput):
    pass


class AddressFields(serializers.Serializer):
    country = serializers.ChoiceField(COUNTRIES)
    postcode = serializers.CharField(max_length=20, allow_blank=True, default="")
    city = serializers.CharField(max_length=100)
    address = serializers.CharField(max_length=500)
    working_hours = serializers.CharField(max_length=200, allow_blank=True, default="")
    comment = serializers.CharField(max_length=500, allow_blank=True, default="")


class AddressProposeInput(AddressFields):
    consignee = serializers.UUIDField()


class AddressChangeInput(AddressFields, VersionInput):
    pass


class ConsigneeClientSerializer(RefSerializer):
    counterparties = RefSerializer(many=True)


class ConsigneeCountrySerializer(serializers.Serializer):
    """`tax_hint` says what a tax id looks like there."""

    code = serializers.CharField()
    name = serializers.CharField()
    tax_hint = serializers.CharField()


class ConsigneeOptionsSerializer(serializers.Serializer):
    """For whom the caller may propose, and what they may choose from."""

    partners = ConsigneeClientSerializer(many=True)
    countries = ConsigneeCountrySerializer(many=True)
