"""Puts the client in place of the person at the keyboard, for the API of the cabinet alone.

The Wagtail admin stays the person's own. What concerns an account itself, its password, second factor and sessions, is
nobody's but the client's.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from cms import audit
from cms.acting.services import DID, KEY, client_of
from cms.api.errors import plain_response_of
from cms.api.problems import Problem

API, ACCOUNT, SIGN_OUT, OWN = "/api/v1/", "/api/v1/auth/", "/auth/session", "/api/v1/acting/"
READS = ("GET", "HEAD", "OPTIONS")


class ActingMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        client = self._client(request)
        if client is None or _leaves(request):
            return self.get_response(request)
        if request.path.startswith(ACCOUNT):
            return plain_response_of(not_while_acting())
        request.user = client
        response = self.get_response(request)
        if request.method not in READS and not request.path.startswith(OWN):
            audit.record(DID, target=client, label=_said(request), after={"status": response.status_code})
        return response

    def _client(self, request: HttpRequest):
        if not request.path.startswith(API) or not request.session.session_key or KEY not in request.session:
            return None
        return client_of(request.user, request.session)


def not_while_acting() -> Problem:
    detail = _("You are in a client's cabinet. Close it to work with your own account.")
    return Problem(detail, code="not_while_acting", status=403)


def _leaves(request: HttpRequest) -> bool:
    """Signing out ends the person's own session, and with it the client's cabinet."""
    return request.method == "DELETE" and request.path.startswith(ACCOUNT) and request.path.endswith(SIGN_OUT)


def _said(request: HttpRequest) -> str:
    return f"{request.method} {request.path}"
