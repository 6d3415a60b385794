"""Published documents, answered before a session, a user or a language is looked at: they are the same for everybody.

The address alone says what is asked for; nothing of the caller is read but the ETag it has. What makes no sense or is
not there goes on to the view, which refuses in the portal's way.
"""

from collections.abc import Callable
from functools import cache, lru_cache

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from cms.api.conditional import is_current
from cms.api.problems import Problem
from cms.api.views import SAFE
from content.api.views import BY_NAME, PublicDocument
from content.delivery import store
from content.delivery.store import Answer

CACHE_CONTROL = "public, no-cache"  # may be kept by anybody, asked about each time
LONGEST_REMEMBERED = 500  # letters of a query string


class PublishedDocumentsMiddleware:
    """Stands behind what guards every answer (its headers, HTTPS) and before everything that knows a caller."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        view = _views().get(request.path) if request.method in SAFE else None
        answer = _answer(view, request) if view else None
        return respond(request, answer) if answer else self.get_response(request)


def respond(request: HttpRequest, answer: Answer) -> HttpResponse:
    """200 with the answer, or 304 for who has it."""
    headers = {"ETag": answer.etag, "Cache-Control": CACHE_CONTROL, "Content-Type": "application/json"}
    if request.META.get("HTTP_IF_NONE_MATCH") == answer.etag or is_current(request, answer.etag):
        return HttpResponse(status=304, headers=headers)
    headers["Content-Length"] = str(len(answer.body))
    return HttpResponse(answer.body, headers=headers)


def _answer(view: PublicDocument, request: HttpRequest) -> Answer | None:
    request.get_host()  # refuses a name that is not ours
    query = request.META.get("QUERY_STRING", "")
    key = (_key if len(query) <= LONGEST_REMEMBERED else _key.__wrapped__)(view, query)
    return store.held_or_made(key, lambda: view.make(request)) if key else None


@lru_cache(maxsize=1000)
def _key(view: PublicDocument, query: str) -> str | None:
    """Key of the answer; None for parameters that make no sense."""
    asked = HttpRequest()
    asked.GET = QueryDict(query.encode("latin-1"))  # as WSGI hands it over
    try:
        return view.key(asked)
    except Problem:
        return None


@cache
def _views() -> dict[str, PublicDocument]:
    """By their address."""
    return {reverse(name): view() for name, view in BY_NAME.items()}
