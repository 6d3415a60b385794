"""Refusals of the exchange service in the form of its contract: {"error": {"code", "message"}}."""

import logging
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback

from cms.api.errors import as_problem
from cms.api.problems import Problem
from cms.api.renderers import to_json

log = logging.getLogger("integration.api")

BUSY = "5"  # seconds after which a caller may come again


def handle(exception: Exception, context: dict) -> Response:
    """DRF's exception handler of this service: nothing leaves it in another form, a fault of ours neither."""
    problem = as_problem(exception)
    set_rollback()
    if problem is None:
        log.exception("exchange service: %s", exception, exc_info=exception)
        problem = Problem(_("The portal failed inside. Try again later."), code="failed", status=500)
    elif isinstance(exception, exceptions.ParseError):
        problem = Problem(problem.detail, code="format")
    headers = {"Retry-After": BUSY, **problem.headers} if problem.status_code in (429, 503) else problem.headers
    return Response(body(problem.code, problem.detail), problem.status_code, headers=headers)


def body(code: str, message: object) -> dict:
    return {"error": {"code": code, "message": str(message)}}


def no_such_address(request: HttpRequest, **kwargs) -> HttpResponse:
    """What lies below the service's address and is none of its own."""
    content = to_json(body("address", _("The exchange service has no such address.")))
    return HttpResponse(content, "application/json", HTTPStatus.NOT_FOUND)


def no_such_entity(name: str) -> Problem:
    message = _("The exchange has no entity “%(name)s”. The list stands at the root of the service.") % {"name": name}
    return Problem(message, code="entity", status=404)


def bad_parameter(name: str) -> Problem:
    return Problem(_("The parameter “%(name)s” is not right.") % {"name": name}, code="parameter")


def mark_too_old() -> Problem:
    return Problem(_("The mark is too old. Fetch everything, without “since”."), code="mark", status=410)
