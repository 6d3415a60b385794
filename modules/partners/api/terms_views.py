"""Credit limits with their age, and the manufacturer's managers of the caller's clients."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from cms.access.checks import visible
from cms.api.pagination import page_of
from cms.api.schema import page_parameters, page_schema
from cms.api.views import PortalView
from integration.state import age_of
from modules.partners.api.serializers import ContractRefSerializer, RefSerializer
from modules.partners.models import AccountManager, CreditLimit, Partner


class LimitSerializer(serializers.ModelSerializer):
    """Sums in `currency`, as 1C calculated them at `calculated_at`; `checked_at` is when the portal last asked 1C."""

    partner = RefSerializer(source="contract.partner", allow_null=True)
    contract = ContractRefSerializer()
    currency = serializers.CharField(source="currency.code")
    checked_at = serializers.SerializerMethodField()

    class Meta:
        model = CreditLimit
        fields = [
            "partner", "contract", "currency", "limit", "debt", "overdue", "available", "calculated_at", "checked_at",
        ]  # fmt: skip

    def get_checked_at(self, _row) -> serializers.DateTimeField(allow_null=True):
        return self.context["checked_at"]


class LimitList(PortalView):
    permission = "partners.view_limit"

    @extend_schema(
        operation_id="partnersLimitsList", parameters=page_parameters(), responses=page_schema(LimitSerializer)
    )
    def get(self, request: Request) -> Response:
        """Limits of the contracts the caller sees, by partner and contract."""
        kept = CreditLimit.objects.filter(deleted=False, contract__deleted=False)
        limits = visible(kept, request.user, self.permission).select_related("contract__partner", "currency")
        by = ("contract__partner__name", "contract__name", "currency__code", "pk")
        rows, envelope = page_of(request, limits.order_by(*by))
        context = {"checked_at": age_of("limits")}
        return Response({**envelope, "results": LimitSerializer(rows, many=True, context=context).data})


class ManagerSerializer(serializers.ModelSerializer):
    """A manager of the manufacturer and the clients of the caller's that they look after."""

    clients = serializers.SerializerMethodField()

    class Meta:
        model = AccountManager
        fields = ["id", "name", "email", "phone", "clients"]

    def get_clients(self, manager) -> RefSerializer(many=True):
        return RefSerializer(self.context["clients"][manager.pk], many=True).data


class ManagerList(PortalView):
    permission = "partners.view_account_manager"

    @extend_schema(
        operation_id="partnersManagersList", parameters=page_parameters(), responses=page_schema(ManagerSerializer)
    )
    def get(self, request: Request) -> Response:
        """Whom the caller's clients turn to, by name; those who do not work any more are left out."""
        working = AccountManager.objects.filter(deleted=False, blocked=False)
        rows, envelope = page_of(request, visible(working, request.user, self.permission).order_by("name", "pk"))
        clients = clients_of(request.user, rows)
        return Response({**envelope, "results": ManagerSerializer(rows, many=True, context={"clients": clients}).data})


def clients_of(user, managers: list[AccountManager]) -> dict[int, list[Partner]]:
    """Manager's key → the clients they look after, of those the user sees."""
    found: dict[int, list[Partner]] = {manager.pk: [] for manager in managers}
    mine = visible(Partner.objects.filter(deleted=False), user, "partners.view_partner")
    for partner in mine.filter(account_manager__in=found).order_by("name"):
        found[partner.account_manager_id].append(partner)
    return found
