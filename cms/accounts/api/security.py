"""allauth's views of the second factor and of sessions, as the portal's page of security needs them."""

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.headless.account import views as account
from allauth.headless.base.response import AuthenticationResponse, ConflictResponse
from allauth.headless.internal.restkit.response import APIResponse, ErrorResponse
from allauth.headless.mfa import views as mfa
from allauth.headless.usersessions import views as usersessions
from allauth.headless.usersessions.response import SessionsResponse
from allauth.mfa.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from cms.accounts import devices
from cms.accounts.api.inputs import AuthenticateInput, ChangePasswordInput, ReauthenticateInput
from cms.accounts.sessions import open_sessions, sessions_end, sessions_end_all


class AuthenticateView(mfa.AuthenticateView):
    input_class = AuthenticateInput


class ReauthenticateView(mfa.ReauthenticateView):
    input_class = ReauthenticateInput


class ChangePasswordView(account.ChangePasswordView):
    input_class = ChangePasswordInput


class TOTPView(mfa.ManageTOTPView):
    """GET: a new secret to scan (404, in `meta`), POST: its first code, DELETE: without a second factor again."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """The password is asked for before somebody takes their telephone out, not after."""
        if self._get_authenticator() is None:
            raise_if_reauthentication_required(request, app="allauth.mfa")
        return super().get(request, *args, **kwargs)

    def handle(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        if request.method == "POST" and self._get_authenticator():
            return ConflictResponse(request)
        return super().handle(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """The code that confirms it counts for this session; those that began without one end."""
        answer = super().post(request, *args, **kwargs)
        record_authentication(request, request.user, "mfa", type="totp")
        sessions_end_all(user=request.user, by=request.user, but=request.session.session_key)
        return answer

    def delete(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        authenticator, adapter = self._get_authenticator(), get_adapter()
        if authenticator and not adapter.can_delete_authenticator(authenticator):
            return ErrorResponse(request, exception=adapter.validation_error("cannot_delete_authenticator"))
        return super().delete(request, *args, **kwargs)


class SessionsView(usersessions.SessionsView):
    """One's own sessions, named by device. DELETE ends those in `sessions`; this one among them: signed out."""

    def delete(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        chosen = list(self.input.cleaned_data["sessions"])
        others = [session for session in chosen if not session.is_current()]
        sessions_end(sessions=others, by=request.user)
        if len(others) < len(chosen):
            get_account_adapter().logout(request)
            return AuthenticationResponse(request)
        return self._respond_session_list()

    def _respond_session_list(self) -> APIResponse:
        return NamedSessionsResponse(self.request, open_sessions(self.request.user))


class NamedSessionsResponse(SessionsResponse):
    def _session_data(self, session: UserSession) -> dict:
        return {**super()._session_data(session), "device": devices.named(session.user_agent)}
