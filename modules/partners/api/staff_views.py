"""The staff of a client, run by its head."""

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from cms.access import axes
from cms.access.models import Role
from cms.api.idempotency import idempotent
from cms.api.pagination import page_of
from cms.api.problems import Conflict, Invalid
from cms.api.schema import page_parameters, page_schema
from cms.api.views import PortalView
from modules.partners.api.staff_answers import refusals, told
from modules.partners.api.staff_serializers import (
    STATES,
    StaffChangeInput,
    StaffInviteInput,
    StaffLeaveInput,
    StaffOptionsSerializer,
    StaffSerializer,
)
from modules.partners.models import Contract
from modules.partners.staff import services
from modules.partners.staff.members import ACTIVE, BLOCKED, EXPIRED, INVITED, MANAGE, members_for, partners_of

LIST = [
    OpenApiParameter("search", str, description="Part of a name or of an address."),
    OpenApiParameter("state", str, enum=[state for state, _title in STATES]),
    *page_parameters(),
]


class StaffList(PortalView):
    permission = MANAGE

    @extend_schema(operation_id="partnersStaffList", parameters=LIST, responses=page_schema(StaffSerializer))
    def get(self, request: Request) -> Response:
        """Colleagues at the caller's clients, blocked and invited ones too, by name."""
        found = in_state(searched(members_for(request.user), request.GET.get("search", "")), request.GET.get("state"))
        rows, envelope = page_of(request, found)
        return Response({**envelope, "results": StaffSerializer(told(request.user, rows), many=True).data})

    @extend_schema(operation_id="partnersStaffInvite", request=StaffInviteInput, responses={201: StaffSerializer})
    @idempotent
    def post(self, request: Request) -> Response:
        """Invite somebody by e-mail; they are listed at once, and in when they have chosen a password."""
        given = StaffInviteInput(data=request.data)
        given.is_valid(raise_exception=True)
        values = dict(given.validated_data)
        values["role"] = role_of(values["role"])
        values["limits"] = limits_of(request, values["limits"])
        with refusals():
            user = services.staff_invite(by=request.user, **values)
        return Response(shown(request, user.pk), status=201)


class StaffOptions(PortalView):
    permission = MANAGE

    @extend_schema(operation_id="partnersStaffOptions", responses=StaffOptionsSerializer)
    def get(self, request: Request) -> Response:
        """What the caller may give to a colleague."""
        partners = list(partners_of(request.user).order_by("name")[:200])
        contracts: dict[int, list[Contract]] = {partner.pk: [] for partner in partners}
        for contract in offered("contract", request.user).filter(partner__in=partners, deleted=False).order_by("name"):
            contracts[contract.partner_id].append(contract)
        options = {
            "roles": [{"code": role.code, "name": role.title} for role in services.roles_offered(request.user)],
            "partners": [{"id": p.pk, "name": p.name, "contracts": contracts[p.pk]} for p in partners],
            "product_lines": [{"id": line.pk, "name": str(line)} for line in lines_offered(request.user)],
        }
        return Response(StaffOptionsSerializer(options).data)


class StaffMember(PortalView):
    permission = MANAGE

    @extend_schema(operation_id="partnersStaffRetrieve", responses=StaffSerializer)
    def get(self, request: Request, pk: int) -> Response:
        return Response(shown(request, pk))

    @extend_schema(operation_id="partnersStaffChange", request=StaffChangeInput, responses=StaffSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        """Another role, other limits. 409 with the colleague as they are now when somebody was faster."""
        user = member_of(request, pk)
        given = StaffChangeInput(data=request.data)
        given.is_valid(raise_exception=True)
        values = dict(given.validated_data)
        if "role" in values:
            values["role"] = role_of(values["role"])
        if "limits" in values:
            values["limits"] = limits_of(request, values["limits"])
        try:
            with refusals():
                services.staff_change(by=request.user, user=user, **values)
        except services.Outdated:
            message = _("Somebody has changed this colleague meanwhile.")
            raise Conflict(message, code="outdated", current=shown(request, pk)) from None
        return Response(shown(request, pk))


class StaffAction(PortalView):
    """What is done to a colleague with one press; the answer is the colleague as they are then."""

    permission = MANAGE

    def done(self, request: Request, pk: int, service, **values) -> Response:
        user = member_of(request, pk)
        with refusals():
            service(by=request.user, user=user, **values)
        return Response(shown(request, pk))


class StaffBlock(StaffAction):
    @extend_schema(operation_id="partnersStaffBlock", request=None, responses=StaffSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """No sign-in any more, sessions end; roles and limits are kept."""
        return self.done(request, pk, services.staff_block)


class StaffUnblock(StaffAction):
    @extend_schema(operation_id="partnersStaffUnblock", request=None, responses=StaffSerializer)
    def post(self, request: Request, pk: int) -> Response:
        return self.done(request, pk, services.staff_unblock)


class StaffLeave(StaffAction):
    @extend_schema(operation_id="partnersStaffLeave", request=StaffLeaveInput, responses=StaffSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Block somebody who leaves and hand over to a successor."""
        given = StaffLeaveInput(data=request.data)
        given.is_valid(raise_exception=True)
        key = given.validated_data["successor"]
        successor = request.user if key == request.user.pk else members_for(request.user).filter(pk=key).first()
        if successor is None:
            raise Invalid(errors={"successor": [_("There is no such colleague.")]})
        return self.done(request, pk, services.staff_leave, successor=successor)


class StaffInviteAgain(StaffAction):
    @extend_schema(operation_id="partnersStaffInviteAgain", request=None, responses=StaffSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Mail a new link; the earlier one stops working. 409 once the invitation was accepted."""
        return self.done(request, pk, services.staff_invite_again)


class StaffRevoke(PortalView):
    permission = MANAGE

    @extend_schema(operation_id="partnersStaffRevoke", request=None, responses={204: None})
    def post(self, request: Request, pk: int) -> Response:
        """Take an invitation back. 409 once it was accepted."""
        with refusals():
            services.staff_revoke(by=request.user, user=member_of(request, pk))
        return Response(status=204)


def member_of(request: Request, pk: int):
    return get_object_or_404(members_for(request.user), pk=pk)


def shown(request: Request, pk: int) -> dict:
    return StaffSerializer(told(request.user, [member_of(request, pk)])[0]).data


def searched(members: QuerySet, words: str) -> QuerySet:
    for word in words.split()[:5]:
        members = members.filter(
            Q(first_name__icontains=word) | Q(last_name__icontains=word) | Q(email__icontains=word)
        )
    return members


def in_state(members: QuerySet, state: str | None) -> QuerySet:
    """The same states as `state_of` tells."""
    waiting, now = Q(is_active=False, invitation__isnull=False, invitation__accepted_at=None), timezone.now()
    wanted = {
        ACTIVE: Q(is_active=True),
        INVITED: waiting & Q(invitation__expires_at__gt=now),
        EXPIRED: waiting & Q(invitation__expires_at__lte=now),
        BLOCKED: Q(is_active=False) & (Q(invitation=None) | Q(invitation__accepted_at__isnull=False)),
    }
    return members.filter(wanted[state]) if state in wanted else members


def role_of(code: str) -> Role:
    role = Role.objects.select_related("group").filter(code=code).first()
    if role is None:
        raise Invalid(errors={"role": [_("There is no such role.")]})
    return role


def limits_of(request: Request, given: dict) -> services.Limits:
    """Among what the caller sees; anything else does not exist for them."""
    partner = partners_of(request.user).filter(pk=given["partner"]).first()
    if partner is None:
        raise Invalid(errors={"limits.partner": [_("There is no such client.")]})
    contracts, lines = frozenset(given["contracts"]), frozenset(given["product_lines"])
    if offered("contract", request.user).filter(partner=partner, pk__in=contracts).count() != len(contracts):
        raise Invalid(errors={"limits.contracts": [_("There is no such contract.")]})
    if lines and len({line.pk for line in lines_offered(request.user)} & lines) != len(lines):
        raise Invalid(errors={"limits.product_lines": [_("There is no such product line.")]})
    return services.Limits(partner, contracts, lines)


def offered(axis: str, user) -> QuerySet:
    return axes.get(axis).objects_for(user)


def lines_offered(user) -> list:
    """Product lines to choose from; none while no module has any."""
    try:
        return list(offered("product_line", user).order_by("name")[:500])
    except KeyError:
        return []
