"""The one place where a missing second factor is enforced.

Whoever needs a second factor and has not shown it is a guest on the site, is refused by the API and led away from the
Wagtail admin. What is left open is what it takes to set the factor up, to sign out and to learn who one is.
"""

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.accounts import activity, second_factor
from cms.api.errors import plain_response_of
from cms.api.problems import Problem

OPEN = ("/api/v1/auth/", "/api/v1/session/", "/api/v1/password-rules/", "/admin/logout/", "/static/")
FOR_GUESTS_TOO = ("/api/v1/content/",)


class SecondFactorMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._refusal(request) or self.get_response(request)

    def _refusal(self, request: HttpRequest) -> HttpResponse | None:
        path = request.path
        if not second_factor.is_ever_required() or not request.session.session_key or path.startswith(OPEN):
            return None
        if path.startswith(("/api/", "/admin/")) and not path.startswith(FOR_GUESTS_TOO):
            return refuse(request) if gap_of(request) else None
        request.user = SimpleLazyObject(lambda user=request.user: _guest_behind_a_gap(request, user))
        return None


def gap_of(request: HttpRequest) -> second_factor.Gap | None:
    return second_factor.gap(request.user, request.session)


def refuse(request: HttpRequest) -> HttpResponse:
    """A session that should have been asked for its code, but began before there was one, ends."""
    if gap_of(request) is second_factor.Gap.NOT_SHOWN:
        activity.forget(request)
    if request.path.startswith("/api/"):
        return plain_response_of(problem())
    return HttpResponseRedirect(enrolment_path(request.get_full_path()))


def problem() -> Problem:
    detail = _("Your account needs a second factor. Set it up on the page of security.")
    return Problem(detail, code="second_factor_required", status=403)


def enrolment_path(back: str) -> str:
    """The page that sets the factor up; it leads to sign-in where nobody is signed in."""
    return f"/{get_language()}/account/security?{urlencode({'next': back})}"


def _guest_behind_a_gap(request: HttpRequest, user):
    return AnonymousUser() if second_factor.gap(user, request.session) else user
