"""Shapes of the ordering API."""

import re
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from integration.outbox.shown import ExchangeSerializer, shown
from modules.ordering.models import Order
from modules.ordering.pricing import MOST_LINES, Wanted
from modules.ordering.states import OrderStatus
from modules.partners.api.serializers import ContractRefSerializer, RefSerializer

_QUANTITY = re.compile(r"[0-9]{1,9}(\.[0-9]{1,3})?")
_THREE_PLACES = Decimal("0.001")


class LineInput(serializers.Serializer):
    """A line as asked for; `packaging` null means the base unit."""

    product = serializers.IntegerField(min_value=1)
    packaging = serializers.IntegerField(min_value=1, allow_null=True, default=None)
    quantity = serializers.DecimalField(max_digits=12, decimal_places=3, min_value=Decimal("0.001"))

    def to_internal_value(self, data):
        """A line as the page sends it, at once; any other goes through the fields, which say what is wrong with it."""
        return _well_formed(data) or super().to_internal_value(data)


def _well_formed(data) -> dict | None:
    """The line where nothing can be wrong with it: whole positive keys, the quantity as text; else None."""
    if type(data) is not dict:
        return None
    product, packaging, quantity = data.get("product"), data.get("packaging"), data.get("quantity")
    if type(product) is not int or product < 1 or type(quantity) is not str or not _QUANTITY.fullmatch(quantity):
        return None
    if packaging is not None and (type(packaging) is not int or packaging < 1):
        return None
    number = Decimal(quantity).quantize(_THREE_PLACES)
    return {"product": product, "packaging": packaging, "quantity": number} if number else None


class OrderCheckInput(serializers.Serializer):
    agreement = serializers.IntegerField(min_value=1)
    lines = LineInput(many=True, min_length=1, max_length=MOST_LINES)

    @property
    def wanted(self) -> list[Wanted]:
        return [Wanted(**line) for line in self.validated_data["lines"]]


class OrderPlaceInput(OrderCheckInput):
    """`expected_total` is what the buyer was shown; a different total now is refused, not placed."""

    delivery_address = serializers.UUIDField(
        required=False, allow_null=True, help_text="A confirmed address of the client's, by its id."
    )
    requested_date = serializers.DateField(required=False, allow_null=True)
    client_reference = serializers.CharField(required=False, allow_blank=True, max_length=50)
    comment = serializers.CharField(required=False, allow_blank=True, max_length=2000)
    expected_total = serializers.DecimalField(max_digits=17, decimal_places=2, required=False, allow_null=True)

    def validate_requested_date(self, value):
        if value and value < timezone.localdate():
            raise serializers.ValidationError(_("The date is in the past."))
        return value


class CheckedLineSerializer(serializers.Serializer):
    """`available` is stock in base units as of `available_at` (null: never heard of); `available_live`: 1C was asked
    for it, a few minutes ago at most. `price` is of one packaging.
    """

    product = serializers.IntegerField()
    packaging = serializers.IntegerField(allow_null=True)
    name = serializers.CharField()
    article = serializers.CharField()
    unit = serializers.CharField()
    quantity = serializers.DecimalField(max_digits=15, decimal_places=3)
    price = serializers.DecimalField(max_digits=15, decimal_places=4)
    amount = serializers.DecimalField(max_digits=17, decimal_places=2)
    available = serializers.DecimalField(max_digits=15, decimal_places=3)
    available_at = serializers.DateTimeField(allow_null=True)
    available_live = serializers.BooleanField()


class WarningSerializer(serializers.Serializer):
    """Something the buyer should know; it does not stop the order. `line` counts from 0; null: the whole order."""

    line = serializers.IntegerField(allow_null=True)
    code = serializers.CharField()
    message = serializers.CharField()


class KnownLimitSerializer(serializers.Serializer):
    """The contract's credit limit as of `as_of` (null: never heard of); `is_live`: 1C was asked for it lately."""

    limit = serializers.DecimalField(max_digits=17, decimal_places=2)
    debt = serializers.DecimalField(max_digits=17, decimal_places=2)
    overdue = serializers.DecimalField(max_digits=17, decimal_places=2)
    available = serializers.DecimalField(max_digits=17, decimal_places=2)
    currency = serializers.CharField()
    as_of = serializers.DateTimeField(allow_null=True)
    is_live = serializers.BooleanField()


class OrderCheckSerializer(serializers.Serializer):
    """`limit` is null where the contract has none, or none that the caller may see."""

    currency = serializers.CharField(allow_null=True)
    limit = KnownLimitSerializer(allow_null=True)
    total = serializers.DecimalField(max_digits=17, decimal_places=2)
    lines = CheckedLineSerializer(many=True)
    warnings = WarningSerializer(many=True)


class OrderLineSerializer(serializers.Serializer):
    """`available` is the stock in base units that was known when the order was placed, as of `available_at`."""

    position = serializers.IntegerField()
    product = serializers.IntegerField(source="product_id")
    packaging = serializers.IntegerField(source="packaging_id", allow_null=True)
    name = serializers.CharField(source="product.name")
    article = serializers.CharField(source="product.article")
    unit = serializers.SerializerMethodField()
    quantity = serializers.DecimalField(max_digits=15, decimal_places=3)
    price = serializers.DecimalField(max_digits=15, decimal_places=4)
    amount = serializers.DecimalField(max_digits=17, decimal_places=2)
    available = serializers.DecimalField(max_digits=15, decimal_places=3, allow_null=True)
    available_at = serializers.DateTimeField(allow_null=True)
    available_live = serializers.BooleanField()

    def get_unit(self, line) -> str:
        """The packaging's name, or the base unit's."""
        if line.packaging:
            return line.packaging.name
        return line.product.unit.name if line.product.unit else ""


class HistorySerializer(serializers.Serializer):
    at = serializers.DateTimeField()
    was = serializers.CharField()
    became = serializers.CharField()
    label = serializers.CharField(source="get_became_display")
    by = serializers.SerializerMethodField()
    note = serializers.CharField()

    def get_by(self, move) -> str | None:
        """Who moved the order; null for 1C."""
        return move.user.name if move.user else None


class OrderSerializer(serializers.ModelSerializer):
    """An order in a list."""

    status = serializers.ChoiceField(OrderStatus.choices)
    status_label = serializers.CharField(source="get_status_display")
    exchange = serializers.SerializerMethodField()
    partner = RefSerializer()
    counterparty = RefSerializer(allow_null=True)
    contract = ContractRefSerializer(allow_null=True)
    agreement = RefSerializer()
    currency = serializers.CharField(source="currency.code")
    author = serializers.CharField(source="author.name")

    class Meta:
        model = Order
        fields = [
            "id", "number", "status", "status_label", "exchange", "onec_number", "partner", "counterparty", "contract",
            "agreement", "currency", "total", "requested_date", "client_reference", "comment", "placed_at", "author",
            "reason", "version",
        ]  # fmt: skip

    @extend_schema_field(ExchangeSerializer(allow_null=True))
    def get_exchange(self, order) -> dict | None:
        """Null for an order that never had to travel."""
        return shown(self.context["exchange"].get(str(order.pk)))


class OrderPlaceSerializer(serializers.Serializer):
    """Where the goods of an order go."""

    id = serializers.UUIDField(source="ref")
    line = serializers.CharField(source="__str__")
    consignee = serializers.CharField(source="consignee.name")


class OrderDetailSerializer(OrderSerializer):
    """An order with its lines and history; `delivery_address` is null where the client chose none."""

    delivery_address = OrderPlaceSerializer(allow_null=True)
    lines = OrderLineSerializer(many=True)
    history = HistorySerializer(many=True)

    class Meta(OrderSerializer.Meta):
        fields = [*OrderSerializer.Meta.fields, "delivery_address", "lines", "history"]
