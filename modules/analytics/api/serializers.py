"""Shapes of the analytics API."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from integration.outbox.shown import ExchangeSerializer, shown
from modules.analytics.models import SalesPlan
from modules.partners.api.serializers import RefSerializer

MOST_LINES = 500


class PlanLineInput(serializers.Serializer):
    """`quantity` in base units of the product."""

    product = serializers.IntegerField(min_value=1)
    quantity = serializers.DecimalField(max_digits=12, decimal_places=3, min_value=Decimal("0.001"))
    amount = serializers.DecimalField(max_digits=14, decimal_places=2, min_value=Decimal(0), default=Decimal(0))


class PlanDraftInput(serializers.Serializer):
    partner = serializers.IntegerField(min_value=1)
    period_start = serializers.DateField()
    period_end = serializers.DateField()
    comment = serializers.CharField(required=False, allow_blank=True, max_length=1000)
    lines = PlanLineInput(many=True, min_length=1, max_length=MOST_LINES)

    def validate(self, attrs: dict) -> dict:
        if attrs["period_end"] < attrs["period_start"]:
            raise serializers.ValidationError({"period_end": _("The period ends before it begins.")})
        products = [line["product"] for line in attrs["lines"]]
        if len(set(products)) < len(products):
            raise serializers.ValidationError({"lines": _("A product is there twice.")})
        return attrs


class PlanLineSerializer(serializers.Serializer):
    """`product` and `article` are empty for goods that the portal does not have."""

    product = serializers.CharField(allow_blank=True)
    article = serializers.CharField(allow_blank=True)
    unit = serializers.CharField(allow_blank=True)
    quantity = serializers.CharField()
    amount = serializers.CharField()


class PlanSerializer(serializers.ModelSerializer):
    """A plan in a list; `status` is a value of PlanStatus."""

    status = serializers.CharField(read_only=True)
    status_label = serializers.CharField(source="get_status_display", read_only=True)
    partner = RefSerializer(allow_null=True, read_only=True)
    author = serializers.CharField(source="author.name", default=None, allow_null=True, read_only=True)
    line_count = serializers.SerializerMethodField()
    exchange = serializers.SerializerMethodField()

    class Meta:
        model = SalesPlan
        fields = [
            "id", "number", "date", "period_start", "period_end", "partner", "status", "status_label", "author",
            "comment", "reason", "line_count", "exchange",
        ]  # fmt: skip
        read_only_fields = fields

    def get_line_count(self, plan) -> int:
        return len(plan.lines)

    @extend_schema_field(ExchangeSerializer(allow_null=True))
    def get_exchange(self, plan) -> dict | None:
        """Null for a plan made in 1C."""
        return shown(self.context["exchange"].get(plan.ref))


class PlanDetailSerializer(PlanSerializer):
    lines = serializers.SerializerMethodField()

    class Meta(PlanSerializer.Meta):
        fields = [*PlanSerializer.Meta.fields, "lines"]
        read_only_fields = fields

    @extend_schema_field(PlanLineSerializer(many=True))
    def get_lines(self, plan) -> list[dict]:
        return [self._line(line) for line in plan.lines]

    def _line(self, line: dict) -> dict:
        product = self.context["products"].get(line["product"])
        known = {"product": product.name, "article": product.article} if product else {"product": "", "article": ""}
        unit = product.unit.name if product and product.unit else ""
        return {**known, "unit": unit, "quantity": line["quantity"], "amount": line["amount"]}


class PlanProductSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    name = serializers.CharField()
    article = serializers.CharField(allow_blank=True)
    unit = serializers.CharField(source="unit.name", default="")


class PlanOptionsSerializer(serializers.Serializer):
    """For whom the caller may draft a plan, and products found by `search`; the first of each."""

    partners = RefSerializer(many=True)
    products = PlanProductSerializer(many=True)
