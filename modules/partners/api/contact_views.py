"""Contact persons of clients: listed, added, changed, removed, sent again."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from cms.api.idempotency import idempotent
from cms.api.schema import page_schema
from modules.partners.api.place_serializers import ProposedSerializer, VersionInput
from modules.partners.api.proposal_views import LIST, ProposalView, checked, partner_of
from modules.partners.models import ClientContact
from modules.partners.proposals import contacts, selectors
from modules.partners.proposals.kinds import CONTACTS


class ContactSerializer(ProposedSerializer):
    class Meta:
        model = ClientContact
        fields = [*ProposedSerializer.COMMON, "name", "position", "email", "phone"]


class ContactFields(serializers.Serializer):
    name = serializers.CharField(max_length=150)
    position = serializers.CharField(max_length=100, allow_blank=True, default="")
    email = serializers.EmailField(max_length=100, allow_blank=True, default="")
    phone = serializers.CharField(max_length=20, allow_blank=True, default="")


class ContactAddInput(ContactFields):
    partner = serializers.IntegerField(min_value=1)


class ContactChangeInput(ContactFields, VersionInput):
    pass


class ContactView(ProposalView):
    kind, serializer = CONTACTS, ContactSerializer
    permission = {"GET": CONTACTS.view, "POST": CONTACTS.propose, "PATCH": CONTACTS.propose}


class ContactList(ContactView):
    @extend_schema(operation_id="partnersContactsList", parameters=LIST, responses=page_schema(ContactSerializer))
    def get(self, request: Request) -> Response:
        """Contact persons of the caller's clients, by name."""
        return self.listed(request, selectors.rows_for(CONTACTS, request.user).order_by("name", "pk"))

    @extend_schema(operation_id="partnersContactsAdd", request=ContactAddInput, responses={201: ContactSerializer})
    @idempotent
    def post(self, request: Request) -> Response:
        """Name a contact person to the manufacturer."""
        fields = checked(ContactAddInput(data=request.data))
        fields["partner"] = partner_of(request, fields["partner"])
        with self.refusals(request):
            row = contacts.contact_add(by=request.user, **fields)
        return Response(self.shown(request, row.ref), status=201)


class ContactDetail(ContactView):
    @extend_schema(operation_id="partnersContactsRetrieve", responses=ContactSerializer)
    def get(self, request: Request, pk: UUID) -> Response:
        return Response(self.shown(request, pk))

    @extend_schema(operation_id="partnersContactsChange", request=ContactChangeInput, responses=ContactSerializer)
    def patch(self, request: Request, pk: UUID) -> Response:
        """The whole person as they shall be known. 409 `outdated` when somebody was faster."""
        row = self.row(request, pk)
        fields = checked(ContactChangeInput(data=request.data))
        with self.refusals(request, pk):
            contacts.contact_change(by=request.user, contact=row, edition=fields.pop("version"), **fields)
        return Response(self.shown(request, pk))


class ContactRemove(ContactView):
    @extend_schema(operation_id="partnersContactsRemove", request=VersionInput, responses={204: None})
    def post(self, request: Request, pk: UUID) -> Response:
        """The manufacturer shall not turn to them any more. 409 `outdated` when somebody was faster."""
        row = self.row(request, pk)
        edition = checked(VersionInput(data=request.data))["version"]
        with self.refusals(request, pk):
            contacts.contact_remove(by=request.user, contact=row, edition=edition)
        return Response(status=204)


class ContactResend(ContactView):
    @extend_schema(operation_id="partnersContactsResend", request=None, responses=ContactSerializer)
    def post(self, request: Request, pk: UUID) -> Response:
        """Send it to 1C now instead of at its next try; harmless for one that has arrived."""
        return self.resent(request, pk)
