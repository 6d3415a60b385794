"""Draft, list, show and resend sales plans."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.response import Response

from cms.access.checks import visible
from cms.access.choosers import contains
from cms.api.idempotency import idempotent
from cms.api.pagination import TablePagination
from cms.api.problems import Invalid
from cms.api.views import PortalView
from modules.analytics import selectors, services
from modules.analytics.api.filters import PlanFilter
from modules.analytics.api.serializers import (
    PlanDetailSerializer,
    PlanDraftInput,
    PlanOptionsSerializer,
    PlanSerializer,
)
from modules.analytics.models import SalesPlan
from modules.analytics.services import PlanLine
from modules.catalog.models import Product
from modules.partners.models import Partner

MOST_PARTNERS, MOST_PRODUCTS = 300, 30


class PlanList(PortalView, ListAPIView):
    permission = {"GET": "analytics.view_plan", "POST": "analytics.draft_plan"}
    serializer_class = PlanSerializer
    pagination_class = TablePagination
    filterset_class = PlanFilter
    queryset = SalesPlan.objects.none()

    def get_queryset(self):
        return selectors.plans_for(self.request.user)

    @extend_schema(operation_id="analyticsPlansList")
    def get(self, request):
        """Sales plans the caller may see, the latest period first."""
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        context = {"exchange": selectors.exchange_of(page)}
        return self.get_paginated_response(PlanSerializer(page, many=True, context=context).data)

    @extend_schema(operation_id="analyticsPlansDraft", request=PlanDraftInput, responses={201: PlanDetailSerializer})
    @idempotent
    def post(self, request):
        """Propose a plan; somebody in 1C approves it."""
        asked = PlanDraftInput(data=request.data)
        asked.is_valid(raise_exception=True)
        fields = dict(asked.validated_data)
        partners = visible(Partner.objects.filter(deleted=False), request.user, "partners.view_partner")
        fields["partner"] = partners.filter(pk=fields["partner"]).first()
        if fields["partner"] is None:
            raise Invalid(errors={"partner": [_("There is no such client.")]})
        fields["lines"] = lines_of(request.user, fields["lines"])
        plan = services.plan_draft(author=request.user, **fields)
        return Response(shown(plan_of(request.user, plan.pk)), status=201)


class PlanOptions(PortalView):
    permission = "analytics.draft_plan"

    @extend_schema(
        operation_id="analyticsPlansOptions",
        parameters=[OpenApiParameter("search", str)],
        responses=PlanOptionsSerializer,
    )
    def get(self, request):
        """Clients for whom the caller may draft a plan, and products whose name or article contains `search`."""
        partners = visible(Partner.objects.filter(deleted=False), request.user, "partners.view_partner")
        products = goods_of(request.user)
        if search := request.GET.get("search", "").strip():
            products = products.filter(contains("name", search) | contains("article", search))
        options = {
            "partners": partners.order_by("name")[:MOST_PARTNERS],
            "products": products.select_related("unit").order_by("name", "pk")[:MOST_PRODUCTS],
        }
        return Response(PlanOptionsSerializer(options).data)


class PlanDetail(PortalView):
    permission = "analytics.view_plan"

    @extend_schema(operation_id="analyticsPlansRetrieve", responses=PlanDetailSerializer)
    def get(self, request, pk):
        """One plan with its lines and exchange state."""
        return Response(shown(plan_of(request.user, pk)))


class PlanResend(PortalView):
    permission = "analytics.draft_plan"

    @extend_schema(operation_id="analyticsPlansResend", request=None, responses=PlanDetailSerializer)
    def post(self, request, pk):
        """Send the draft to 1C now instead of at its next try; harmless for one that has arrived."""
        plan = plan_of(request.user, pk)
        services.plan_resend(user=request.user, plan=plan)
        return Response(shown(plan))


def goods_of(user):
    return visible(Product.objects.filter(deleted=False, ref__isnull=False), user, "catalog.view_product")


def lines_of(user, asked: list[dict]) -> list[PlanLine]:
    """The lines with their products, which the user may see; Invalid names the first that is not there."""
    products = goods_of(user).in_bulk([line["product"] for line in asked])
    for at, line in enumerate(asked):
        if line["product"] not in products:
            raise Invalid(errors={f"lines.{at}.product": [_("There is no such product.")]})
    return [PlanLine(products[line["product"]], line["quantity"], line["amount"]) for line in asked]


def plan_of(user, pk) -> SalesPlan:
    """The plan, or 404 when the user may not see it."""
    return get_object_or_404(selectors.plans_for(user), pk=pk)


def shown(plan: SalesPlan) -> dict:
    """The plan as its page shows it."""
    context = {"exchange": selectors.exchange_of([plan]), "products": selectors.products_of(plan)}
    return PlanDetailSerializer(plan, context=context).data
