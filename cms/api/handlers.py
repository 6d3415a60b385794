"""Django's own error answers: problems for the API, Django's pages for the rest."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views import defaults
from django.views.csrf import csrf_failure as csrf_page

from cms.api.authentication import csrf_failed
from cms.api.errors import plain_response_of
from cms.api.problems import Problem, TooLarge


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if not of_api(request):
        return defaults.bad_request(request, exception)
    return plain_response_of(TooLarge() if isinstance(exception, RequestDataTooBig) else Problem())


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    if not of_api(request):
        return defaults.permission_denied(request, exception)
    return plain_response_of(Problem(_("You may not do this."), code="permission_denied", status=403))


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if not of_api(request):
        return defaults.page_not_found(request, exception)
    return plain_response_of(Problem(_("There is no such thing here."), code="not_found", status=404))


def server_error(request: HttpRequest) -> HttpResponse:
    if not of_api(request):
        return defaults.server_error(request)
    detail = _("Something went wrong. It has been recorded; please try again later.")
    return plain_response_of(Problem(detail, code="error", status=500))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return plain_response_of(csrf_failed()) if of_api(request) else csrf_page(request, reason=reason)


def of_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")


def no_such_address(request: HttpRequest, **kwargs) -> HttpResponse:
    """What the API answers below /api/v1/ where nothing is; keeps Wagtail's catch-all from guessing a page."""
    return page_not_found(request, Exception())
