"""How pages of product lines are delivered: with the line's products, public facts only."""

from collections import defaultdict
from datetime import timedelta
from typing import Any

from rest_framework import serializers

from cms.switches.reading import off
from content.api.serializers import PageSerializer
from content.delivery.kinds import Kind
from modules.catalog.models import Packaging, Product, ProductKind, ProductLinePage

MOST = 60  # products on one page; the others are in the catalogue


class LineProductSerializer(serializers.Serializer):
    """Names are as the accounting system has them, in its language."""

    name = serializers.CharField()
    article = serializers.CharField(allow_blank=True)
    group = serializers.CharField(allow_blank=True)
    packagings = serializers.ListField(child=serializers.CharField())


class ProductLinePageSerializer(PageSerializer):
    """`line`: its key in the catalogue's filter; `products`: its first by name; `more`: whether there are others."""

    line = serializers.IntegerField(allow_null=True)
    products = LineProductSerializer(many=True)
    more = serializers.BooleanField()


class ProductLineKind(Kind):
    """Loads of 1C do not start a new generation: prices come every few minutes. So an answer is kept half an hour."""

    model = ProductLinePage
    serializer = ProductLinePageSerializer
    columns = ("line_id",)
    lifetime = timedelta(minutes=30)
    template = "catalog/line_products.html"

    def is_open(self) -> bool:
        return "catalog" not in off().everywhere

    def load(self, page) -> list[dict[str, Any]]:
        """At most one more product than is shown. Two queries."""
        if not page.own["line_id"]:
            return []
        goods = Product.objects.filter(line_id=page.own["line_id"], deleted=False, kind=ProductKind.GOODS)
        rows = list(goods.order_by("name", "pk").values("pk", "name", "article", "group__name")[: MOST + 1])
        packagings = _packagings(row["pk"] for row in rows[:MOST])
        return [{**row, "packagings": packagings[row["pk"]]} for row in rows]

    def part(self, page, loaded, around) -> dict[str, Any]:
        products = [_shown(row) for row in loaded[:MOST]]
        return {"line": page.own["line_id"], "products": products, "more": len(loaded) > MOST}


def _packagings(products) -> dict[int, list[str]]:
    """Product → names of its packagings, the smallest first."""
    rows = Packaging.objects.filter(product_id__in=list(products), deleted=False).order_by("factor", "pk")
    found = defaultdict(list)
    for product, name in rows.values_list("product_id", "name"):
        found[product].append(name)
    return found


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": row["name"],
        "article": row["article"],
        "group": row["group__name"] or "",
        "packagings": row["packagings"],
    }
