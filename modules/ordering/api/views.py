"""Check, place, list, show, export and resend orders."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.response import Response

from cms.access.checks import visible
from cms.api.idempotency import idempotent
from cms.api.pagination import TablePagination
from cms.api.problems import Conflict, Invalid
from cms.api.views import PortalView
from cms.exports import record_export
from integration.asking import Patience
from modules.ordering import selectors, services
from modules.ordering.api.answers import checked, placed
from modules.ordering.api.export import MOST_ROWS, workbook
from modules.ordering.api.filters import OrderFilter
from modules.ordering.api.serializers import (
    OrderCheckInput,
    OrderCheckSerializer,
    OrderDetailSerializer,
    OrderPlaceInput,
    OrderSerializer,
)
from modules.ordering.limit import limit_for
from modules.ordering.models import Order
from modules.ordering.pricing import BadLines, price_lines
from modules.ordering.stock import with_live_stock
from modules.ordering.terms import OrderTerms, terms_of
from modules.partners.models import AddressState, DeliveryAddress

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class OrderCheck(PortalView):
    permission = "ordering.place_order"

    @extend_schema(operation_id="orderingOrdersCheck", request=OrderCheckInput, responses=OrderCheckSerializer)
    def post(self, request):
        """What the order would cost now, and what the buyer should know; writes nothing.

        Stock and credit limit are asked of 1C where in doubt, two seconds at most, and say as of when they are.
        """
        asked = OrderCheckInput(data=request.data)
        asked.is_valid(raise_exception=True)
        terms = terms_in_force(request.user, asked.validated_data["agreement"])
        try:
            priced = price_lines(request.user, terms, asked.wanted)
        except BadLines as error:
            raise Invalid(errors=error.errors) from None
        patience = Patience()
        order = with_live_stock(priced, patience)
        return Response(checked(order, limit_for(request.user, order, patience)))


class OrderList(PortalView, ListAPIView):
    permission = {"GET": "ordering.view_order", "POST": "ordering.place_order"}
    serializer_class = OrderSerializer
    pagination_class = TablePagination
    filterset_class = OrderFilter
    queryset = Order.objects.none()

    def get_queryset(self):
        return selectors.orders_for(self.request.user)

    @extend_schema(operation_id="orderingOrdersList")
    def get(self, request):
        """Orders the caller may see, newest first."""
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        context = {"exchange": selectors.exchange_of(page)}
        return self.get_paginated_response(OrderSerializer(page, many=True, context=context).data)

    @extend_schema(operation_id="orderingOrdersCreate", request=OrderPlaceInput, responses={201: OrderDetailSerializer})
    @idempotent
    def post(self, request):
        """Place an order. 409 `price_changed`, with the order as it is now, when it costs something else."""
        asked = OrderPlaceInput(data=request.data)
        asked.is_valid(raise_exception=True)
        fields = dict(asked.validated_data)
        fields["terms"] = terms_in_force(request.user, fields.pop("agreement"))
        fields["lines"] = asked.wanted
        fields["delivery_address"] = address_of(request.user, fields["terms"], fields.get("delivery_address"))
        try:
            order = services.order_place(author=request.user, **fields)
        except BadLines as error:
            raise Invalid(errors=error.errors) from None
        except services.PriceChanged as error:
            message = _("The prices have changed since you saw them. Please check the order again.")
            raise Conflict(message, code="price_changed", current=checked(error.order)) from None
        return Response(placed(order), status=201)


class OrderDetail(PortalView):
    permission = "ordering.view_order"

    @extend_schema(operation_id="orderingOrdersRetrieve", responses=OrderDetailSerializer)
    def get(self, request, pk):
        """One order with its lines, history and exchange state."""
        return Response(shown(order_of(request.user, pk)))


class OrderResend(PortalView):
    permission = "ordering.resend_order"

    @extend_schema(operation_id="orderingOrdersResend", request=None, responses=OrderDetailSerializer)
    def post(self, request, pk):
        """Send the order to 1C now instead of at its next try; harmless for one that has arrived."""
        order = order_of(request.user, pk)
        services.order_resend(user=request.user, order=order)
        return Response(shown(order))


class OrderExport(PortalView):
    permission = "ordering.view_order"

    @extend_schema(operation_id="orderingOrdersExport", responses={(200, XLSX): OpenApiTypes.BINARY})
    def get(self, request):
        """The list as it is filtered, as an XLSX workbook."""
        chosen = OrderFilter(request.GET, selectors.orders_for(request.user))
        if not chosen.is_valid():
            raise Invalid(errors=chosen.errors)
        record_export(_("Orders"), "xlsx", {key: request.GET.getlist(key) for key in request.GET})
        name = f"orders-{timezone.localdate():%Y-%m-%d}.xlsx"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(workbook(chosen.qs[:MOST_ROWS]), content_type=XLSX, headers=headers)


def terms_in_force(user, agreement_id: int) -> OrderTerms:
    """The terms of the user's agreement; a foreign one looks like one that does not exist."""
    terms = terms_of(user, agreement_id)
    if terms is None:
        raise Invalid(errors={"agreement": [_("There is no such agreement.")]})
    return terms


def address_of(user, terms: OrderTerms, key: UUID | None) -> DeliveryAddress | None:
    """An address of the very client that 1C has confirmed; any other looks like one that does not exist."""
    if key is None:
        return None
    known = DeliveryAddress.objects.filter(ref=key, partner=terms.partner_id, deleted=False)
    confirmed = visible(known, user, "partners.view_address").filter(state=AddressState.CONFIRMED)
    if (found := confirmed.select_related("consignee").first()) is None:
        raise Invalid(errors={"delivery_address": [_("There is no such confirmed address.")]})
    return found


def order_of(user, pk) -> Order:
    """The order, or 404 when the user may not see it."""
    return get_object_or_404(selectors.orders_for(user).select_related("delivery_address__consignee"), pk=pk)


def shown(order: Order) -> dict:
    """The order as its page shows it."""
    context = {"exchange": selectors.exchange_of([order])}
    return OrderDetailSerializer(selectors.add_details(order), context=context).data
