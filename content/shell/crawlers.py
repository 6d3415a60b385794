"""Documents for search engines and readers of feeds: robots.txt, the site's map, RSS."""

import json
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cms.api.conditional import is_current
from content.delivery import answers, sitemap, store
from content.delivery.feed import feed_of
from content.delivery.listed import Wanted
from content.delivery.public import LANGUAGES, absolute
from content.delivery.store import Answer, answer_of_bytes

CACHE_CONTROL = "public, no-cache"
NOT_FOR_ROBOTS = ("account", "cabinet", "draft", "invitation", "reset-password", "search", "sign-in", "style")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Pages and what they are drawn from may be read; what is behind a door, or is no page, need not be."""
    lines = ["User-agent: *", "Allow: /api/v1/content/", "Disallow: /admin/", "Disallow: /api/"]
    lines += [f"Disallow: /{language}/{name}" for language in LANGUAGES for name in NOT_FOR_ROBOTS]
    lines += ["", f"Sitemap: {absolute('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    return _kept(request, "content:sitemap", sitemap.whole, "application/xml")


@require_safe
def site_map_section(request: HttpRequest, number: int) -> HttpResponse:
    return _kept(request, f"content:sitemap:{number}", lambda: sitemap.section(number), "application/xml")


@require_safe
def feed(request: HttpRequest, rubric: str = "") -> HttpResponse:
    """The latest news of the language in the address, or of one rubric of theirs; 404 for a rubric without news."""
    wanted = Wanted(get_language(), rubric=rubric)
    key = f"content:feed:{wanted.locale}:{rubric}"
    return _kept(request, key, lambda: _feed(wanted, request.path), "application/rss+xml")


def _feed(wanted: Wanted, address: str) -> bytes | None:
    held = store.held_or_made(answers.news_key(wanted), lambda: answers.news_answer(wanted))
    news = json.loads(held.body)
    return None if wanted.rubric and not news["results"] else feed_of(wanted, news, address)


def _kept(request: HttpRequest, key: str, make: Callable[[], bytes | None], content_type: str) -> HttpResponse:
    """What `make` makes, from the store while nothing was published since; None is a 404."""

    def made() -> Answer | None:
        body = make()
        return None if body is None else answer_of_bytes(body)

    if (answer := store.held_or_made(key, made)) is None:
        raise Http404
    headers = {"ETag": answer.etag, "Cache-Control": CACHE_CONTROL}
    if is_current(request, answer.etag):
        return HttpResponse(status=304, headers=headers)
    return HttpResponse(answer.body, content_type=f"{content_type}; charset=utf-8", headers=headers)
