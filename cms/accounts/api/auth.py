"""Signing in and out, passwords, second factor and sessions: the part of django-allauth's API for browsers we use.

What is not listed here (sign-up, changing the e-mail address) does not exist. The answers have allauth's own form:
`{"status", "errors": [{"message", "code", "param"}]}`; 401 after signing out and after a reset means "done, and nobody
is signed in". Limits and CSRF answer as problems, like the rest of the API.
"""

from collections.abc import Callable
from functools import lru_cache, wraps

from allauth.headless.account import views
from allauth.headless.constants import Client
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from cms.accounts import limits
from cms.api.errors import plain_response_of
from cms.api.problems import Problem

OWN, MFA = "cms.accounts.api.security", "allauth.headless.mfa.views"


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


def _when_asked(view: str, prepare: Callable = lambda view: view) -> Callable:
    """A view by its dotted name, imported by its first request: those of second factors bring 12 MB with them."""

    @lru_cache
    def imported() -> Callable:
        return prepare(_browser(import_string(view)))

    return lambda request, *args, **kwargs: imported()(request, *args, **kwargs)


urlpatterns = [
    path("browser/v1/auth/session", _browser(views.SessionView)),
    path("browser/v1/auth/login", _browser(views.LoginView)),
    path("browser/v1/auth/password/request", limited(_browser(views.RequestPasswordResetView))),
    path("browser/v1/auth/password/reset", limited(_browser(views.ResetPasswordView))),
    path("browser/v1/auth/reauthenticate", _browser(views.ReauthenticateView)),
    path("browser/v1/auth/2fa/authenticate", _when_asked(f"{OWN}.AuthenticateView")),
    path("browser/v1/auth/2fa/reauthenticate", _when_asked(f"{OWN}.ReauthenticateView")),
    path("browser/v1/auth/sessions", _when_asked(f"{OWN}.SessionsView")),
    path("browser/v1/account/password/change", _when_asked(f"{OWN}.ChangePasswordView", limited)),
    path("browser/v1/account/authenticators", _when_asked(f"{MFA}.AuthenticatorsView")),
    path("browser/v1/account/authenticators/totp", _when_asked(f"{OWN}.TOTPView")),
    path("browser/v1/account/authenticators/recovery-codes", _when_asked(f"{MFA}.ManageRecoveryCodesView")),
]
