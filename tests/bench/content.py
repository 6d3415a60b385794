"""Content beside plain Wagtail, and on a site of many pages beside the same site while it was small."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from urllib.parse import quote

from tests.bench import many_pages, site
from tests.bench.asking import ask
from tests.bench.figures import Figure, Target
from tests.bench.load import Effort, Request, run, side_by_side
from tests.bench.people import session_of
from tests.bench.portal import PLAIN, UNCACHED, WARM, BenchPortal

LISTED = "type=content.NewsPage&locale=ru&limit=20"
NO_SLOWER = Target("ratio", 1.5, at_most=True)


@dataclass(frozen=True)
class Asked:
    """An address, and who asks."""

    name: str
    path: str
    headers: dict[str, str]


def measure(portal: BenchPortal, effort: Effort, pages: int) -> Iterator[Figure]:
    yield from beside_wagtail(portal, effort)
    yield from on_a_large_site(portal, effort, pages)


def beside_wagtail(portal: BenchPortal, effort: Effort) -> Iterator[Figure]:
    """The same pages of the same database by API v2 and v3, in turns with the portal's own answers and the floor."""
    from content.models import NewsPage

    item = NewsPage.objects.get(url_path__endswith="/item-7/").pk
    fields = "fields=lead,date,cover,cover_alt&order=-date"
    lists = {"v2": f"/api/v2/pages/?{LISTED}&{fields}", "v3": f"/api/v3/pages/?{LISTED}"}
    items = {"v2": f"/api/v2/pages/{item}/", "v3": f"/api/v3/pages/{item}/"}
    for name, path, plain in (("news list", site.LIST, lists), ("news item", site.ITEM, items)):
        yield from _beside(portal, effort, name, path, plain)


def _beside(portal: BenchPortal, effort: Effort, name: str, path: str, plain: dict[str, str]) -> Iterator[Figure]:
    warm, uncached = portal.request(WARM, path), portal.request(UNCACHED, path)
    floor = portal.floor_of(f"beside-{name.replace(' ', '-')}", ask(warm).body)
    asked = [portal.request(PLAIN, address) for address in plain.values()]
    *found, stored, anew, bare = side_by_side([*asked, warm, uncached, floor], effort)
    for version, load in zip(plain, found, strict=True):
        ours = f"ours: {anew.per_second / load.per_second:.0f} times as many uncached"
        note = f"{ours}, {stored.per_second / load.per_second:.0f} warm"
        yield Figure(f"{name} by Wagtail {version}", load.per_second, "req/s", bare.per_second, (), note)


def on_a_large_site(portal: BenchPortal, effort: Effort, pages: int) -> Iterator[Figure]:
    """Half of the requests take so long, made anew; the floor is the same request before the site grew."""
    from content.delivery.store import start_generation_after_commit
    from content.models import NewsIndexPage
    from tests.bench.database import know_the_data

    news_list = NewsIndexPage.objects.get(locale__language_code="ru")
    asked = _asked(news_list.pk)
    small = [_half_within(portal.request(UNCACHED, one.path, one.headers), effort) for one in asked]
    counted_small = _first_after_a_publication(portal)
    many_pages.add_news(news_list, pages)
    know_the_data()
    start_generation_after_commit()
    for one, before in zip(asked, small, strict=True):
        after = _half_within(portal.request(UNCACHED, one.path, one.headers), effort)
        yield Figure(f"{pages:,} pages: {one.name}", after, "ms", before, (NO_SLOWER,), "p50, floor: the small site")
    counted = _first_after_a_publication(portal)
    name, note = f"{pages:,} pages: first list after a publication", "p50, counts the news; floor: the small site"
    yield Figure(name, counted, "ms", counted_small, (), note)
    deep = portal.request(UNCACHED, f"{site.LIST[:-1]}{pages // 20}")
    yield Figure(f"{pages:,} pages: last page of the list", _half_within(deep, effort), "ms", None, (), "p50")
    section = portal.request(UNCACHED, "/sitemap-1.xml")
    addresses = ask(section).body.count(b"<loc>")
    note = f"p50, {addresses:,} addresses"
    yield Figure(f"{pages:,} pages: section of the sitemap", _half_within(section, effort), "ms", None, (), note)


def _half_within(request: Request, effort: Effort) -> float:
    """Milliseconds, one request at a time."""
    ask(request)
    return run(request, 1, effort.seconds).p50


def _first_after_a_publication(portal: BenchPortal) -> float:
    """Milliseconds, the median of eleven times that everything kept is stale."""
    from content.delivery.store import start_generation_after_commit

    request, took = portal.request(UNCACHED, site.LIST), []
    for _publication in range(11):
        start_generation_after_commit()
        began = time.perf_counter()
        ask(request)
        took.append((time.perf_counter() - began) * 1000)
    return median(took)


def _asked(news_list: int) -> list[Asked]:
    from cms.access.roles import PLATFORM_ADMIN

    editor = session_of(PLATFORM_ADMIN)
    return [
        Asked("news list", site.LIST, {}),
        Asked("second page of the list", site.LIST.replace("page=1", "page=2"), {}),
        Asked("news item", site.ITEM, {}),
        Asked("menu", "/api/v1/content/menu/?locale=ru", {}),
        Asked("document of the list", "/ru/news/", {}),
        Asked("search", f"/api/v1/content/search/?locale=ru&q={quote('главная')}", {}),
        Asked("search, every page found", f"/api/v1/content/search/?locale=ru&q={quote('склад')}", {}),
        Asked("feed of news", "/ru/news/feed/", {}),
        Asked("explorer of the admin", f"/admin/pages/{news_list}/", editor),
        Asked("search of the admin", "/admin/pages/search/?q=item", editor),
    ]
