"""Every refusal of the API as application/problem+json (RFC 9457).

`{"type", "title", "status", "code", "detail", "errors": {"lines.0.quantity": ["…"]}}`; `errors` is there for wrong
values only. Texts are in the caller's language, `code` and `type` are stable.
"""

import logging
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.core.exceptions import ValidationError as DjangoValidationError
from django.db import OperationalError
from django.http import Http404, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback

from cms.access.checks import Refused
from cms.api.conditional import NotModified
from cms.api.problems import Invalid, Problem, TooLarge, Unavailable
from cms.api.renderers import to_json

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
WHOLE = "non_field_errors"  # the key of messages that belong to no field of the request

TITLES = {
    400: _("The request is not right"),
    401: _("You are not signed in"),
    403: _("Not allowed"),
    404: _("Not found"),
    405: _("Method not allowed"),
    406: _("Not acceptable"),
    409: _("Conflict"),
    412: _("Changed meanwhile"),
    413: _("Too large"),
    415: _("Unsupported media type"),
    422: _("Cannot be carried out"),
    429: _("Too many requests"),
    500: _("An error on our side"),
    503: _("Not available"),
}


def exception_handler(exception: Exception, context: dict) -> Response | HttpResponse | None:
    """DRF's EXCEPTION_HANDLER. None (an unexpected exception) goes on to Django's handler500."""
    if isinstance(exception, NotModified):
        return exception.response
    problem = as_problem(exception)
    if problem is None:
        return None
    set_rollback()
    return response_of(problem)


def as_problem(exception: Exception) -> Problem | None:
    """The problem that stands for an exception; None when it is nothing the caller did."""
    match exception:
        case Problem():
            return exception
        case Refused():
            return refused(exception)
        case Http404() | exceptions.NotFound():
            return Problem(_("There is no such thing here."), code="not_found", status=404)
        case RequestDataTooBig():
            return TooLarge()
        case PermissionDenied():
            return Problem(_("You may not do this."), code="permission_denied", status=403)
        case exceptions.ValidationError():
            return Invalid(errors=flat(exception.detail))
        case DjangoValidationError():
            return Invalid(errors=flat(_by_field(exception)))
        case exceptions.APIException():
            return _of_framework(exception)
        case OperationalError() if _is_busy(exception):
            log.warning("The database is busy: %s", exception)
            return Unavailable(code="busy", headers={"Retry-After": "1"})
    return None


def _is_busy(exception: OperationalError) -> bool:
    """Others held a lock longer than we wait for one; the same request may succeed a moment later."""
    return "locked" in str(exception) or "lock timeout" in str(exception)


def refused(exception: Refused) -> Problem:
    """403 that names the missing right."""
    reason = gettext("You have no right to do this: %(action)s.") % {"action": exception.permission.title}
    return Problem(reason, code="permission_denied", status=403, permission=exception.permission.name)


def response_of(problem: Problem) -> Response:
    """The answer with the problem's body, status and headers."""
    return Response(body_of(problem), problem.status_code, headers=problem.headers, content_type=MEDIA_TYPE)


def plain_response_of(problem: Problem) -> HttpResponse:
    """The same for code outside DRF: middleware, error handlers, plain views."""
    content = to_json(body_of(problem))
    return HttpResponse(content, MEDIA_TYPE, problem.status_code, headers=problem.headers)


def body_of(problem: Problem) -> dict[str, Any]:
    """The members of the problem, texts in the language that is active now."""
    body = {
        "type": f"urn:kabinet:problem:{problem.code}",
        "title": TITLES.get(problem.status_code, TITLES[400]),
        "status": problem.status_code,
        "code": problem.code,
        "detail": problem.detail,
        **problem.members,
    }
    if problem.errors:
        body["errors"] = problem.errors
    return body


def flat(detail: Any) -> dict[str, list[str | Promise]]:
    """Nested messages of a serializer as dotted path → messages; list positions are numbers from 0."""
    found: dict[str, list[str | Promise]] = {}
    for path, message in _walk(detail, ()):
        found.setdefault(".".join(path) or WHOLE, []).append(message)
    return found


def _walk(detail: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str | Promise]]:
    if isinstance(detail, dict):
        for key, inner in detail.items():
            here = path if key in (WHOLE, "__all__") else (*path, str(key))
            yield from _walk(inner, here)
    elif isinstance(detail, list | tuple):
        for position, inner in enumerate(detail):
            nested = isinstance(inner, dict | list | tuple)
            yield from _walk(inner, (*path, str(position)) if nested else path)
    else:
        yield path, detail


def _by_field(exception: DjangoValidationError) -> dict | list:
    return exception.message_dict if hasattr(exception, "error_dict") else exception.messages


def _of_framework(exception: exceptions.APIException) -> Problem:
    headers = {}
    if auth_header := getattr(exception, "auth_header", None):
        headers["WWW-Authenticate"] = auth_header
    if wait := getattr(exception, "wait", None):
        headers["Retry-After"] = f"{wait:.0f}"
    code = getattr(exception.detail, "code", exception.default_code)
    return Problem(exception.detail, code=code, status=exception.status_code, headers=headers)
