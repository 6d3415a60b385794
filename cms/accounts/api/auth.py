"""Signing in and out, passwords, second factor and sessions: the part of django-allauth's API for browsers we use.

What is not listed here (sign-up, changing the e-mail address) does not exist. The answers have allauth's own form:
`{"status", "errors": [{"message", "code", "param"}]}`; 401 after signing out and after a reset means "done, and nobody
is signed in". Limits and CSRF answer as problems, like the rest of the API.
"""

from collections.abc import Callable
from functools import wraps

from allauth.headless.account import views
from allauth.headless.constants import Client
from allauth.headless.mfa.views import AuthenticatorsView, ManageRecoveryCodesView
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from cms.accounts import limits
from cms.accounts.api import security
from cms.api.errors import plain_response_of
from cms.api.problems import Problem


def limited(view: Callable) -> Callable:
    """429 for an address that asks for resets too often."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method != "GET" and not limits.may_ask_for_reset(request):
            wait = {"Retry-After": str(limits.MINUTE)}
            detail = _("Too many requests. Please wait a little.")
            return plain_response_of(Problem(detail, code="throttled", status=429, headers=wait))
        return view(request, *args, **kwargs)

    return guarded


def _browser(view: type) -> Callable:
    return view.as_api_view(client=Client.BROWSER)


urlpatterns = [
    path("browser/v1/auth/session", _browser(views.SessionView)),
    path("browser/v1/auth/login", _browser(views.LoginView)),
    path("browser/v1/auth/password/request", limited(_browser(views.RequestPasswordResetView))),
    path("browser/v1/auth/password/reset", limited(_browser(views.ResetPasswordView))),
    path("browser/v1/auth/reauthenticate", _browser(views.ReauthenticateView)),
    path("browser/v1/auth/2fa/authenticate", _browser(security.AuthenticateView)),
    path("browser/v1/auth/2fa/reauthenticate", _browser(security.ReauthenticateView)),
    path("browser/v1/auth/sessions", _browser(security.SessionsView)),
    path("browser/v1/account/password/change", limited(_browser(security.ChangePasswordView))),
    path("browser/v1/account/authenticators", _browser(AuthenticatorsView)),
    path("browser/v1/account/authenticators/totp", _browser(security.TOTPView)),
    path("browser/v1/account/authenticators/recovery-codes", _browser(ManageRecoveryCodesView)),
]
