"""One id for all that one request causes: taken from X-Request-ID, given back in it, written into every log line."""

import logging
import re
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import orjson
from django.http import HttpRequest, HttpResponse

HEADER = "X-Request-ID"
_FORM = re.compile(r"[A-Za-z0-9._-]{8,64}")
NONE = "-"
_current: ContextVar[str] = ContextVar("request_id", default=NONE)


def current() -> str:
    """The id of the request this code runs for, also in a worker; "-" outside of one."""
    return _current.get()


def known() -> str:
    """The id, or "" outside of a request."""
    return "" if current() == NONE else current()


def go_on_for(known: str) -> None:
    """What follows in this thread is done for the request of this id."""
    _current.set(known or NONE)


@contextmanager
def of(known: str) -> Iterator[None]:
    """What is done inside is done for the request of this id, where there is one."""
    was = _current.set(known or current())
    try:
        yield
    finally:
        _current.reset(was)


class RequestIdMiddleware:
    """Outermost, so that what the others log has the id as well."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.META.get("HTTP_X_REQUEST_ID", "")
        own = given if _FORM.fullmatch(given) else uuid.uuid4().hex
        _current.set(own)  # stays until the next request: Django logs refusals after the middleware is done
        response = self.get_response(request)
        response.headers[HEADER] = own
        return response


class RequestIdFilter(logging.Filter):
    """Gives every record its `request_id`."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = current()
        return True


class JsonFormatter(logging.Formatter):
    """One JSON object a line, for whoever collects logs."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "request_id": record.request_id,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return orjson.dumps(line).decode()
