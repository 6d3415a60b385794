"""Signed in by the session cookie; every unsafe request carries a CSRF token."""

from django.utils.translation import gettext_lazy as _
from rest_framework.authentication import CSRFCheck
from rest_framework.authentication import SessionAuthentication as BaseSessionAuthentication

from cms.api.problems import Problem


class SessionAuthentication(BaseSessionAuthentication):
    """DRF's own, but a guest is told 401, and a missing CSRF token has a code of its own."""

    def authenticate_header(self, request) -> str:
        return "Session"

    def enforce_csrf(self, request) -> None:
        check = CSRFCheck(lambda unused: None)
        check.process_request(request)
        if check.process_view(request, None, (), {}):
            raise csrf_failed()


def csrf_failed() -> Problem:
    """403 that tells the browser to ask for a new token."""
    return Problem(_("The page is out of date. Please reload it."), code="csrf_failed", status=403)
