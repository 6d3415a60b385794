"""Register, list, show, correct and resend claims."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.response import Response

from cms.access.checks import visible
from cms.api.idempotency import idempotent
from cms.api.pagination import TablePagination
from cms.api.problems import Conflict, Invalid
from cms.api.views import PortalView
from modules.claims import selectors, services
from modules.claims.api.filters import ClaimFilter
from modules.claims.api.serializers import (
    ClaimChangeInput,
    ClaimDetailSerializer,
    ClaimOptionsSerializer,
    ClaimRegisterInput,
    ClaimSerializer,
)
from modules.claims.models import Claim
from modules.ordering.models import Order
from modules.partners.models import Contract, Partner

MOST_OPTIONS = 300


class ClaimList(PortalView, ListAPIView):
    permission = {"GET": "claims.view_claim", "POST": "claims.register_claim"}
    serializer_class = ClaimSerializer
    pagination_class = TablePagination
    filterset_class = ClaimFilter
    queryset = Claim.objects.none()

    def get_queryset(self):
        return selectors.claims_for(self.request.user)

    @extend_schema(operation_id="claimsList")
    def get(self, request):
        """Claims the caller may see, newest first."""
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        context = {"exchange": selectors.exchange_of(page)}
        return self.get_paginated_response(ClaimSerializer(page, many=True, context=context).data)

    @extend_schema(operation_id="claimsRegister", request=ClaimRegisterInput, responses={201: ClaimDetailSerializer})
    @idempotent
    def post(self, request):
        """Register a claim about an order, about a contract or for a client."""
        asked = ClaimRegisterInput(data=request.data)
        asked.is_valid(raise_exception=True)
        fields = dict(asked.validated_data)
        about = about_of(request.user, *(fields.pop(name, None) for name in ("order", "contract", "partner")))
        claim = services.claim_register(author=request.user, about=about, **fields)
        return Response(shown(claim_of(request.user, claim.pk)), status=201)


class ClaimOptions(PortalView):
    permission = "claims.register_claim"

    @extend_schema(operation_id="claimsOptions", responses=ClaimOptionsSerializer)
    def get(self, request):
        """Clients and contracts in whose name the caller may register a claim; the first 300 of each."""
        partners = visible(Partner.objects.filter(deleted=False), request.user, "partners.view_partner")
        contracts = visible(Contract.objects.filter(deleted=False), request.user, "partners.view_contract")
        known = contracts.exclude(partner=None).select_related("partner").order_by("name", "pk")
        options = {"partners": partners.order_by("name")[:MOST_OPTIONS], "contracts": known[:MOST_OPTIONS]}
        return Response(ClaimOptionsSerializer(options).data)


class ClaimDetail(PortalView):
    permission = {"GET": "claims.view_claim", "PATCH": "claims.register_claim"}

    @extend_schema(operation_id="claimsRetrieve", responses=ClaimDetailSerializer)
    def get(self, request, pk):
        """One claim with its texts, history and exchange state."""
        return Response(shown(claim_of(request.user, pk)))

    @extend_schema(operation_id="claimsChange", request=ClaimChangeInput, responses=ClaimDetailSerializer)
    def patch(self, request, pk):
        """Correct a claim that nobody works on yet. Too late: 409 `claim_changed`, with the claim as it is."""
        claim = claim_of(request.user, pk)
        asked = ClaimChangeInput(data=request.data)
        asked.is_valid(raise_exception=True)
        try:
            services.claim_change(user=request.user, claim=claim, **asked.validated_data)
        except services.NotChangeable:
            message = _("This claim is being worked on or was changed meanwhile; it cannot be corrected any more.")
            raise Conflict(message, code="claim_changed", current=shown(claim_of(request.user, pk))) from None
        return Response(shown(claim_of(request.user, pk)))


class ClaimResend(PortalView):
    permission = "claims.resend_claim"

    @extend_schema(operation_id="claimsResend", request=None, responses=ClaimDetailSerializer)
    def post(self, request, pk):
        """Send the claim to 1C now instead of at its next try; harmless for one that has arrived."""
        claim = claim_of(request.user, pk)
        services.claim_resend(user=request.user, claim=claim)
        return Response(shown(claim))


def about_of(user, order, contract, partner) -> services.About:
    """Whom the claim is about, looked up among what the user sees; a foreign one looks like none at all."""
    if order:
        found = visible(Order.objects.filter(pk=order), user, "ordering.view_order").select_related("contract")
        return services.About(order=_only(found, "order", _("There is no such order.")))
    if contract:
        found = visible(Contract.objects.filter(pk=contract).exclude(partner=None), user, "partners.view_contract")
        return services.About(contract=_only(found, "contract", _("There is no such contract.")))
    found = visible(Partner.objects.filter(pk=partner), user, "partners.view_partner")
    return services.About(partner=_only(found, "partner", _("Say which client the claim is of.")))


def _only(found, field: str, message: str):
    row = found.first()
    if row is None:
        raise Invalid(errors={field: [message]})
    return row


def claim_of(user, pk) -> Claim:
    """The claim, or 404 when the user may not see it."""
    return get_object_or_404(selectors.claims_for(user), pk=pk)


def shown(claim: Claim) -> dict:
    """The claim as its page shows it."""
    context = {"exchange": selectors.exchange_of([claim])}
    return ClaimDetailSerializer(selectors.add_history(claim), context=context).data
