"""Shapes of the catalogue API. Answers are built by `pages.py`; these describe them in the schema."""

from rest_framework import serializers

from modules.partners.api.serializers import RefSerializer


class MoneySerializer(serializers.Serializer):
    """A decimal string with its currency's ISO 4217 letters."""

    amount = serializers.DecimalField(max_digits=15, decimal_places=4)
    currency = serializers.CharField(allow_null=True)


class OfferSerializer(serializers.Serializer):
    """One way to buy a product: `id` null is the base unit; `factor` base units in one; weight kg."""

    id = serializers.IntegerField(allow_null=True)
    name = serializers.CharField()
    factor = serializers.DecimalField(max_digits=15, decimal_places=4)
    weight = serializers.DecimalField(max_digits=15, decimal_places=4, allow_null=True)
    price = MoneySerializer(allow_null=True)


class StockSerializer(serializers.Serializer):
    """Base units that can be sold, and when 1C calculated it."""

    available = serializers.DecimalField(max_digits=15, decimal_places=3)
    unit = serializers.CharField()
    at = serializers.DateTimeField(allow_null=True)


class ProductSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    article = serializers.CharField()
    name = serializers.CharField()
    group = RefSerializer(allow_null=True)
    line = RefSerializer(allow_null=True)
    unit = serializers.CharField()
    packagings = OfferSerializer(many=True)
    stock = StockSerializer()


class WarehouseStockSerializer(serializers.Serializer):
    warehouse = serializers.CharField()
    available = serializers.DecimalField(max_digits=15, decimal_places=3)
    at = serializers.DateTimeField(allow_null=True)


class ProductDetailSerializer(ProductSerializer):
    full_name = serializers.CharField()
    description = serializers.CharField()
    vat_rate = serializers.DecimalField(max_digits=5, decimal_places=2, allow_null=True)
    warehouses = WarehouseStockSerializer(many=True)


class CatalogAgreementSerializer(RefSerializer):
    number = serializers.CharField()
    currency = serializers.CharField(allow_null=True)


class CatalogPageSerializer(serializers.Serializer):
    """A page of products; `prices_at` and `stock_at`: when the portal last asked 1C."""

    count = serializers.IntegerField()
    page = serializers.IntegerField()
    page_size = serializers.IntegerField()
    agreement = CatalogAgreementSerializer(allow_null=True)
    prices_at = serializers.DateTimeField(allow_null=True)
    stock_at = serializers.DateTimeField(allow_null=True)
    results = ProductSerializer(many=True)


class FacetSerializer(RefSerializer):
    count = serializers.IntegerField()


class FacetsSerializer(serializers.Serializer):
    groups = FacetSerializer(many=True)
    lines = FacetSerializer(many=True)


class CatalogQuery(serializers.Serializer):
    """What a reader asks of the catalogue."""

    agreement = serializers.IntegerField(required=False, allow_null=True)
    search = serializers.CharField(required=False, allow_blank=True, max_length=200)
    group = serializers.IntegerField(required=False)
    line = serializers.IntegerField(required=False)


class CatalogPageQuery(CatalogQuery):
    ordering = serializers.ChoiceField(["name", "-name", "article", "-article"], default="name")
    page = serializers.IntegerField(min_value=1, default=1)
    page_size = serializers.IntegerField(min_value=1, max_value=100, default=24)
