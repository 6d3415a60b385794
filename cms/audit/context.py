"""Who is acting, and from where, as far as the running request knows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

_request: ContextVar[HttpRequest | None] = ContextVar("audited_request", default=None)
_people: ContextVar["People | None"] = ContextVar("audited_people", default=None)


@dataclass(frozen=True)
class People:
    """`actor` is the person at the keyboard; `acting_as` the user in whose cabinet they work, if another's."""

    actor: Any = None
    acting_as: Any = None


class AuditMiddleware:
    """Remembers the request for whatever is recorded while it is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        before = _request.set(request)
        try:
            return self.get_response(request)
        finally:
            _request.reset(before)


@contextmanager
def acting(actor: Any, *, acting_as: Any = None) -> Iterator[None]:
    """Within the block entries name these people, whoever the session belongs to."""
    before = _people.set(People(actor, acting_as))
    try:
        yield
    finally:
        _people.reset(before)


def people() -> People:
    """Those named by `acting()`, else the request's user; nobody in a command or a task."""
    if named := _people.get():
        return named
    request = _request.get()
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return People()
    person = getattr(user, "acted_by", None)
    return People(user) if person is None else People(person, acting_as=user)


def address() -> str:
    """The caller's network address; empty outside of a request."""
    from cms.api.throttles import address_of  # not while the apps are being loaded

    request = _request.get()
    return address_of(request) if request is not None else ""
