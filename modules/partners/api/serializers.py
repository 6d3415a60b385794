"""Shapes of the partners API."""

from rest_framework import serializers

from modules.partners.models import Agreement


class RefSerializer(serializers.Serializer):
    """A row by its key and name."""

    id = serializers.IntegerField()
    name = serializers.CharField()


class ContractRefSerializer(RefSerializer):
    number = serializers.CharField()
    date = serializers.DateField(allow_null=True)


class AgreementSerializer(serializers.ModelSerializer):
    partner = RefSerializer(allow_null=True)
    counterparty = RefSerializer(allow_null=True)
    contract = ContractRefSerializer(allow_null=True)
    currency = serializers.CharField(source="price_currency.code", default=None, allow_null=True)

    class Meta:
        model = Agreement
        fields = ["id", "number", "name", "partner", "counterparty", "contract", "currency", "with_vat", "valid_until"]
