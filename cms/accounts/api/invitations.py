"""What somebody who was invited sees and does before they have an account."""

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from cms.access.models import Role
from cms.accounts.api.serializers import RoleSerializer, SessionSerializer
from cms.accounts.api.views import session_of
from cms.accounts.invitations import NotOpen, invitation_accept, invitation_of
from cms.api.authentication import SessionAuthentication
from cms.api.problems import Invalid, Problem
from cms.api.views import PUBLIC, PortalView

GONE = {
    "invalid": _("This link does not work: it was used already, taken back, or a newer one was sent."),
    "expired": _("This link has expired. Ask whoever invited you to send it again."),
}


class InvitationSerializer(serializers.Serializer):
    email = serializers.EmailField()
    first_name = serializers.CharField()
    last_name = serializers.CharField()
    language = serializers.ChoiceField(settings.LANGUAGES)
    organisation = serializers.CharField()
    invited_by = serializers.CharField(help_text="Name of the person; empty when the portal itself invites.")
    roles = RoleSerializer(many=True)
    expires_at = serializers.DateTimeField()


class InvitationAcceptSerializer(serializers.Serializer):
    first_name = serializers.CharField(max_length=150)
    last_name = serializers.CharField(max_length=150)
    language = serializers.ChoiceField(settings.LANGUAGES)
    password = serializers.CharField(max_length=128, trim_whitespace=False)


class InvitationView(PortalView):
    permission = PUBLIC
    cache_control = "no-store"

    @extend_schema(operation_id="accountsInvitationsRetrieve", responses=InvitationSerializer)
    def get(self, request: Request, token: str) -> Response:
        """Who invites whom; 404 `invitation_invalid` or `invitation_expired` for a link that does not work."""
        invitation = opened(token)
        user, by = invitation.user, invitation.invited_by
        roles = Role.objects.filter(group__user=user).select_related("group").order_by("pk")
        values = {
            "email": user.email,
            "first_name": user.first_name,
            "last_name": user.last_name,
            "language": user.language,
            "organisation": invitation.organisation,
            "invited_by": by.name if by else "",
            "roles": [{"code": role.code, "name": role.title} for role in roles],
            "expires_at": invitation.expires_at,
        }
        return Response(InvitationSerializer(values).data)


class InvitationAcceptView(PortalView):
    permission = PUBLIC

    @extend_schema(
        operation_id="accountsInvitationsAccept", request=InvitationAcceptSerializer, responses=SessionSerializer
    )
    def post(self, request: Request, token: str) -> Response:
        """Open the account and sign in; the answer is the new session."""
        SessionAuthentication().enforce_csrf(request)
        given = InvitationAcceptSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        try:
            user = invitation_accept(token=token, **given.validated_data)
        except NotOpen as gone:
            raise no_longer(gone) from None
        except ValidationError as wrong:
            raise Invalid(errors={"password": wrong.messages}) from None
        perform_login(request._request, Login(user=user))
        return Response(session_of(request._request.user))


def opened(token: str):
    try:
        return invitation_of(token)
    except NotOpen as gone:
        raise no_longer(gone) from None


def no_longer(gone: NotOpen) -> Problem:
    return Problem(GONE[gone.reason], code=f"invitation_{gone.reason}", status=404)
