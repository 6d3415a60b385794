"""What the views of consignees, addresses and contact persons share."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response

from cms.access.checks import visible
from cms.api.pagination import page_of
from cms.api.problems import Conflict, Invalid
from cms.api.schema import page_parameters
from cms.api.views import PortalView
from modules.partners.models import Partner
from modules.partners.models.proposed import Proposed
from modules.partners.proposals import keeping, selectors
from modules.partners.proposals.kinds import Kind

TWICE = {
    "name": _("There is such a consignee already."),
    "address": _("The consignee has this address already."),
    "email": _("Somebody of this client has this address already."),
}
LIST = [
    OpenApiParameter("search", str, description="Words, each of which is found somewhere."),
    OpenApiParameter("partner", int),
    *page_parameters(),
]


class ProposalView(PortalView):
    """A view of one kind of proposals; `serializer` tells a row."""

    kind: Kind
    serializer: type

    def listed(self, request: Request, rows) -> Response:
        """A page of the rows, searched and narrowed to a partner as the query asks."""
        if partner := request.GET.get("partner", ""):
            rows = rows.filter(partner=int(partner)) if partner.isdecimal() and len(partner) < 12 else rows.none()
        found, envelope = page_of(request, selectors.searched(self.kind, rows, request.GET.get("search", "")))
        return Response({**envelope, "results": self.told(request, found)})

    def row(self, request: Request, pk) -> Proposed:
        """The row, or 404 when the caller does not see it."""
        return get_object_or_404(selectors.rows_for(self.kind, request.user), ref=pk)

    def shown(self, request: Request, pk) -> dict:
        return self.told(request, [self.row(request, pk)])[0]

    def told(self, request: Request, rows: list) -> list[dict]:
        context = {
            "exchange": selectors.exchange_of(self.kind, rows),
            "changeable": selectors.changeable(self.kind, request.user, rows),
        }
        return self.serializer(rows, many=True, context=context).data

    def resent(self, request: Request, pk) -> Response:
        keeping.resend(self.kind, self.row(request, pk), request.user)
        return Response(self.shown(request, pk))

    @contextmanager
    def refusals(self, request: Request, pk=None) -> Iterator[None]:
        """What a service refuses with, as the API says it."""
        try:
            yield
        except keeping.Twice as twice:
            raise Invalid(errors={twice.field: [TWICE[twice.field]]}) from None
        except keeping.Outdated:
            message = _("This has been changed meanwhile. What you typed is kept; please compare and save again.")
            current = self.told(request, list(selectors.rows_for(self.kind, request.user).filter(ref=pk)))
            raise Conflict(message, code="outdated", current=current[0] if current else None) from None


def checked(given) -> dict:
    given.is_valid(raise_exception=True)
    return dict(given.validated_data)


def partner_of(request: Request, key: int) -> Partner:
    """A partner the caller sees; a foreign one looks like one that does not exist."""
    partner = visible(Partner.objects.filter(deleted=False), request.user, "partners.view_partner").filter(pk=key)
    if (found := partner.first()) is None:
        raise Invalid(errors={"partner": [_("There is no such client.")]})
    return found
