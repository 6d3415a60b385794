"""Consignees and delivery addresses: listed, proposed, changed, withdrawn, sent again."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from cms.access.checks import visible
from cms.api.idempotency import idempotent
from cms.api.problems import Invalid
from cms.api.schema import page_schema
from cms.api.views import PortalView
from modules.partners.api.place_serializers import (
    AddressChangeInput,
    AddressProposeInput,
    AddressSerializer,
    ConsigneeChangeInput,
    ConsigneeOptionsSerializer,
    ConsigneeProposeInput,
    ConsigneeSerializer,
    VersionInput,
)
from modules.partners.api.proposal_views import LIST, ProposalView, checked, partner_of
from modules.partners.applications.countries import COUNTRIES, TAX_FORMS
from modules.partners.models import AddressState, Counterparty, Partner
from modules.partners.proposals import addresses, consignees, selectors
from modules.partners.proposals.kinds import ADDRESSES, CONSIGNEES

OF_ADDRESSES = [
    OpenApiParameter("consignee", UUID),
    OpenApiParameter("state", str, enum=AddressState.values),
    *LIST,
]
SEE = {"GET": CONSIGNEES.view, "POST": CONSIGNEES.propose, "PATCH": CONSIGNEES.propose}
SEE_ADDRESSES = {"GET": ADDRESSES.view, "POST": ADDRESSES.propose, "PATCH": ADDRESSES.propose}


class ConsigneeView(ProposalView):
    kind, serializer, permission = CONSIGNEES, ConsigneeSerializer, SEE


class ConsigneeList(ConsigneeView):
    @extend_schema(operation_id="partnersConsigneesList", parameters=LIST, responses=page_schema(ConsigneeSerializer))
    def get(self, request: Request) -> Response:
        """Consignees of the caller's clients, by name."""
        return self.listed(request, selectors.rows_for(CONSIGNEES, request.user).order_by("name", "pk"))

    @extend_schema(
        operation_id="partnersConsigneesPropose", request=ConsigneeProposeInput, responses={201: ConsigneeSerializer}
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Propose a consignee to 1C."""
        fields = checked(ConsigneeProposeInput(data=request.data))
        fields["partner"] = partner_of(request, fields["partner"])
        fields["counterparty"] = counterparty_of(request, fields["partner"], fields["counterparty"])
        with self.refusals(request):
            row = consignees.consignee_propose(by=request.user, **fields)
        return Response(self.shown(request, row.ref), status=201)


class ConsigneeOptions(PortalView):
    permission = CONSIGNEES.propose

    @extend_schema(operation_id="partnersConsigneesOptions", responses=ConsigneeOptionsSerializer)
    def get(self, request: Request) -> Response:
        """What the form of a consignee offers."""
        partners = visible(Partner.objects.filter(deleted=False), request.user, "partners.view_partner")
        clients = {partner.pk: partner for partner in partners.order_by("name")[:200]}
        companies: dict[int, list[Counterparty]] = {key: [] for key in clients}
        for one in seen_counterparties(request).filter(partner__in=clients).order_by("name"):
            companies[one.partner_id].append(one)
        options = {
            "partners": [
                {"id": key, "name": one.name, "counterparties": companies[key]} for key, one in clients.items()
            ],
            "countries": [
                {"code": code, "name": str(name), "tax_hint": str(TAX_FORMS[code].hint)} for code, name in COUNTRIES
            ],
        }
        return Response(ConsigneeOptionsSerializer(options).data)


class ConsigneeDetail(ConsigneeView):
    @extend_schema(operation_id="partnersConsigneesRetrieve", responses=ConsigneeSerializer)
    def get(self, request: Request, pk: UUID) -> Response:
        return Response(self.shown(request, pk))

    @extend_schema(operation_id="partnersConsigneesChange", request=ConsigneeChangeInput, responses=ConsigneeSerializer)
    def patch(self, request: Request, pk: UUID) -> Response:
        """The whole consignee as it shall be. 409 `outdated` with it as it is when somebody was faster."""
        row = self.row(request, pk)
        fields = checked(ConsigneeChangeInput(data=request.data))
        fields["counterparty"] = counterparty_of(request, row.partner, fields["counterparty"])
        with self.refusals(request, pk):
            consignees.consignee_change(by=request.user, consignee=row, edition=fields.pop("version"), **fields)
        return Response(self.shown(request, pk))


class ConsigneeResend(ConsigneeView):
    @extend_schema(operation_id="partnersConsigneesResend", request=None, responses=ConsigneeSerializer)
    def post(self, request: Request, pk: UUID) -> Response:
        """Send it to 1C now instead of at its next try; harmless for one that has arrived."""
        return self.resent(request, pk)


class AddressView(ProposalView):
    kind, serializer, permission = ADDRESSES, AddressSerializer, SEE_ADDRESSES


class AddressList(AddressView):
    @extend_schema(
        operation_id="partnersAddressesList", parameters=OF_ADDRESSES, responses=page_schema(AddressSerializer)
    )
    def get(self, request: Request) -> Response:
        """Addresses of the caller's clients, by consignee and city."""
        rows = selectors.rows_for(ADDRESSES, request.user).order_by("consignee__name", "city", "address", "pk")
        if consignee := request.GET.get("consignee"):
            rows = rows.filter(consignee__ref=consignee) if is_uuid(consignee) else rows.none()
        if (state := request.GET.get("state")) in AddressState.values:
            rows = rows.filter(state=state)
        return self.listed(request, rows)

    @extend_schema(
        operation_id="partnersAddressesPropose", request=AddressProposeInput, responses={201: AddressSerializer}
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Propose an address of a consignee; 1C confirms or rejects it."""
        fields = checked(AddressProposeInput(data=request.data))
        mine = selectors.rows_for(CONSIGNEES, request.user).filter(ref=fields["consignee"]).first()
        if mine is None:
            raise Invalid(errors={"consignee": [_("There is no such consignee.")]})
        with self.refusals(request):
            row = addresses.address_propose(by=request.user, **{**fields, "consignee": mine})
        return Response(self.shown(request, row.ref), status=201)


class AddressDetail(AddressView):
    @extend_schema(operation_id="partnersAddressesRetrieve", responses=AddressSerializer)
    def get(self, request: Request, pk: UUID) -> Response:
        return Response(self.shown(request, pk))

    @extend_schema(operation_id="partnersAddressesChange", request=AddressChangeInput, responses=AddressSerializer)
    def patch(self, request: Request, pk: UUID) -> Response:
        """The whole address as it shall be; 1C has to confirm it anew. 409 `outdated` when somebody was faster."""
        row = self.row(request, pk)
        fields = checked(AddressChangeInput(data=request.data))
        with self.refusals(request, pk):
            addresses.address_change(by=request.user, place=row, edition=fields.pop("version"), **fields)
        return Response(self.shown(request, pk))


class AddressResend(AddressView):
    @extend_schema(operation_id="partnersAddressesResend", request=None, responses=AddressSerializer)
    def post(self, request: Request, pk: UUID) -> Response:
        """Send it to 1C now instead of at its next try; harmless for one that has arrived."""
        return self.resent(request, pk)


class AddressWithdraw(AddressView):
    @extend_schema(operation_id="partnersAddressesWithdraw", request=VersionInput, responses={204: None})
    def post(self, request: Request, pk: UUID) -> Response:
        """No goods go there any more. 409 `outdated` when somebody was faster."""
        row = self.row(request, pk)
        edition = checked(VersionInput(data=request.data))["version"]
        with self.refusals(request, pk):
            addresses.address_withdraw(by=request.user, place=row, edition=edition)
        return Response(status=204)


def seen_counterparties(request: Request):
    return visible(Counterparty.objects.filter(deleted=False), request.user, "partners.view_counterparty")


def counterparty_of(request: Request, partner: Partner, key: int | None) -> Counterparty | None:
    """A legal entity of this very partner that the caller sees."""
    if key is None:
        return None
    found = seen_counterparties(request).filter(partner=partner, pk=key).first()
    if found is None:
        raise Invalid(errors={"counterparty": [_("There is no such legal entity.")]})
    return found


def is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
