"""Views of whole documents: pages of the site, the portal's own screens, and what is not there."""

import json

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cms.api.conditional import is_current
from content.delivery import answers, store
from content.delivery.documents import page_document
from content.delivery.finding import found
from content.delivery.public import normal
from content.delivery.store import Answer, answer_of, answer_of_bytes
from content.shell.bundle import bundle
from content.shell.document import MISSING, PAGE, SCREEN, WITHDRAWN, Look, html_of
from content.shell.state import state_of

CACHE_CONTROL = "public, no-cache"


@require_safe
def front_door(request: HttpRequest) -> HttpResponse:
    """The site's root leads to the reader's language: the one they chose, else the browser's, else the first."""
    response = HttpResponseRedirect(f"/{get_language()}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


class _MovedElsewhere(Exception):
    """There is no page; `document` says where it is now."""

    def __init__(self, document: dict) -> None:
        super().__init__(document["to"])
        self.document = document


@require_safe
def page(request: HttpRequest, path: str) -> HttpResponse:
    """The page at `path` below the language in the address; 404 in the same clothes when there is none."""
    if path and not path.endswith("/"):
        return HttpResponsePermanentRedirect(_with_slash(request))
    language = get_language()
    address = f"/{language}/{path}"
    built = bundle(language)
    key = f"content:html:{built.version if built else 0}:{answers.page_key(address)}"
    try:
        answer = store.held_or_made(key, lambda: _page_html(address, language))
    except _MovedElsewhere as moved:
        return _redirect(moved.document)
    return _respond(request, answer) if answer else missing(request)


@require_safe
def screen(request: HttpRequest) -> HttpResponse:
    """A screen that the front end draws by itself: sign-in, the cabinet."""
    language = get_language()
    html = html_of(state_of(request.path, language, None), language, SCREEN)
    response = HttpResponse(html)
    response["Cache-Control"] = "private, no-cache"
    return response


def missing(request: HttpRequest) -> HttpResponse:
    """404 that says so in the language of the address and offers the way back."""
    return _refusal(request, MISSING, 404)


def withdrawn(request: HttpRequest) -> HttpResponse:
    """410 for a link to a draft that was withdrawn or whose time is over."""
    return _refusal(request, WITHDRAWN, 410)


def _refusal(request: HttpRequest, look: Look, status: int) -> HttpResponse:
    language = get_language()
    return HttpResponse(html_of(state_of(request.path, language, None), language, look), status=status)


def page_response(page) -> HttpResponse:
    """`page` as it is in memory, whatever the store holds."""
    document = json.loads(answer_of(page_document(found(page))).body)
    language = page.locale.language_code
    return HttpResponse(html_of(state_of(document["path"], language, document), language, PAGE))


def _page_html(address: str, language: str) -> Answer | None:
    document = store.held_or_made(answers.page_key(address), lambda: answers.page_answer(address))
    if document is None:
        return None
    page = json.loads(document.body)
    if page["type"] == "redirect":
        raise _MovedElsewhere(page)
    state = state_of(normal(address), language, page)
    until = min((at for at in (document.until, state.until) if at), default=None)
    return answer_of_bytes(html_of(state, language, PAGE).encode(), until)


def _redirect(document: dict) -> HttpResponse:
    """An editor may change their mind, so nobody is to keep it without asking."""
    kind = HttpResponsePermanentRedirect if document["permanent"] else HttpResponseRedirect
    response = kind(document["to"])
    response["Cache-Control"] = CACHE_CONTROL
    return response


def _respond(request: HttpRequest, answer: Answer) -> HttpResponse:
    unchanged = is_current(request, answer.etag)
    response = HttpResponse(status=304) if unchanged else HttpResponse(answer.body)
    response["ETag"], response["Cache-Control"] = answer.etag, CACHE_CONTROL
    return response


def _with_slash(request: HttpRequest) -> str:
    query = request.META.get("QUERY_STRING", "")
    return f"{request.path}/" + (f"?{query}" if query else "")
