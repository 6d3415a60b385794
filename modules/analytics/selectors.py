"""Reads of sales plans."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from cms.access.checks import visible
from cms.access.choosers import contains
from integration import outbox
from modules.analytics.models import SalesPlan
from modules.analytics.services import TOPIC
from modules.catalog.models import Product


def plans_for(user) -> QuerySet[SalesPlan]:
    """Plans the reader may see, the latest period first. A draft counts although 1C does not list it yet."""
    known = Q(deleted=False) | Q(number="", author__isnull=False)
    plans = visible(SalesPlan.objects.filter(known), user, "analytics.view_plan")
    return plans.select_related("partner", "author").order_by("-period_start", "-pk")


def searched(plans: QuerySet[SalesPlan], text: str) -> QuerySet[SalesPlan]:
    return plans.filter(contains("number", text) | contains("partner__name", text) | contains("comment", text))


def products_of(plan: SalesPlan) -> dict[str, Product]:
    """Products of the plan's lines by their reference; one that the portal does not have is missing. One query."""
    refs = {line["product"] for line in plan.lines if line.get("product")}
    products = Product.objects.select_related("unit").filter(ref__in=refs)
    return {product.ref.hex: product for product in products}


def exchange_of(plans: Iterable[SalesPlan]) -> dict[object, object]:
    """Plan's reference → where it is on its way to 1C, for the portal's drafts; one query."""
    return outbox.status_of(TOPIC, [plan.ref for plan in plans if plan.ref])
