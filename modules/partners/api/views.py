"""Agreements a buyer may order by."""

from django.db.models import Q
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.generics import ListAPIView

from cms.access.checks import visible
from cms.api.pagination import TablePagination
from cms.api.views import PortalView
from modules.partners.api.serializers import AgreementSerializer
from modules.partners.models import Agreement


class AgreementList(PortalView, ListAPIView):
    """Agreements in force that the caller may see, by name; `search` looks in names and numbers."""

    permission = "partners.view_agreement"
    serializer_class = AgreementSerializer
    pagination_class = TablePagination
    queryset = Agreement.objects.none()

    @extend_schema(operation_id="partnersAgreementsList", parameters=[OpenApiParameter("search", str)])
    def get(self, request):
        return self.list(request)

    def get_queryset(self):
        agreements = visible(Agreement.objects.in_force(timezone.localdate()), self.request.user, self.permission)
        if search := self.request.GET.get("search", "").strip():
            agreements = agreements.filter(
                Q(name__icontains=search) | Q(number__icontains=search) | Q(partner__name__icontains=search)
            )
        related = ("partner", "counterparty", "contract", "currency", "price_kind__currency")
        return agreements.select_related(*related).order_by("name", "pk")
