"""The three documents of the content API: a page, a list of news, a menu. Plain values, ready for JSON."""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import Count, Window
from wagtail.models import Page

from cms.prepared import Prepared, text_slot
from content.delivery.bodies import Surroundings, blocks_of, images_in, pages_in
from content.delivery.finding import Found
from content.delivery.kinds import kind_of
from content.delivery.pictures import Pictures
from content.delivery.public import absolute, path_of, public
from content.delivery.relations import relations_of
from content.models import NewsPage

NEWS_PAGE_SIZE = 20
MENU_DEPTH = 3  # the front page and those right below it


def page_document(page: Found) -> dict[str, Any]:
    """`ContentPage` of the schema. Two queries, one of them for images if there are any; a third if its kind loads."""
    kind = kind_of(page.type)
    loaded = kind.load(page)
    related = relations_of(page, {*pages_in(page.body), *kind.pages(page, loaded)})
    pictures = Pictures([page.cover, *images_in(page.body), *kind.images(page, loaded)], shares=[page.cover])
    around = Surroundings(pictures, related.paths)
    image = pictures.get(page.cover, page.cover_alt)
    return {
        "type": page.type,
        "title": page.title,
        "locale": page.language,
        "path": page.path,
        "translated": True,
        "seo": _seo(page, pictures.share(page.cover, page.cover_alt)),
        "translations": related.translations,
        "breadcrumbs": related.above,
        "updated": _moment(page.published),
        "date": page.date,
        "intro": page.lead,
        "image": image,
        "body": blocks_of(page.body, around),
        **kind.part(page, loaded, around),
    }


def _in_language(model: type[Page]):
    return public(model.objects).filter(locale__language_code=text_slot("locale"))


_NEWS = Prepared(
    lambda: (
        _in_language(NewsPage)
        .order_by("-date", "-pk")
        .annotate(count=Window(Count("*")))
        .values_list("title", "url_path", "date", "lead", "cover_id", "cover_alt", "count")
    ),
    in_pages=True,
)
_NEWS_COUNT = Prepared(
    lambda: _in_language(NewsPage).order_by().annotate(all=Window(Count("*"))).values_list("all")[:1]
)
_MENU = Prepared(
    lambda: (
        _in_language(Page)
        .filter(show_in_menus=True, depth__gt=1, depth__lte=MENU_DEPTH)
        .order_by("path")
        .values_list("title", "url_path")
    )
)


def news_document(locale: str, page: int, page_size: int = NEWS_PAGE_SIZE) -> dict[str, Any]:
    """`NewsList` of the schema, latest first; a page past the end is empty. Two queries."""
    rows = _NEWS.run(locale=locale, limit=page_size, offset=(page - 1) * page_size)
    pictures = Pictures(cards=(cover for _title, _url_path, _date, _lead, cover, _alt, _count in rows))
    return {
        "count": rows[0][-1] if rows else _news_count(locale),
        "page": page,
        "page_size": page_size,
        "results": [_news_item(locale, row, pictures) for row in rows],
    }


def menu_document(locale: str) -> list[dict[str, str]]:
    """`[MenuLink]` of the schema: pages an editor marked for the menu, in their order. One query."""
    return [{"title": title, "path": path_of(locale, url_path)} for title, url_path in _MENU.run(locale=locale)]


def _news_count(locale: str) -> int:
    rows = _NEWS_COUNT.run(locale=locale)
    return rows[0][0] if rows else 0


def _news_item(locale: str, row: tuple, pictures: Pictures) -> dict[str, Any]:
    title, url_path, date, lead, cover, cover_alt, _count = row
    return {
        "title": title,
        "path": path_of(locale, url_path),
        "date": date,
        "intro": lead,
        "image": pictures.card(cover, cover_alt),
    }


def _seo(page: Found, image: dict | None) -> dict[str, Any]:
    return {
        "title": page.seo_title or page.title,
        "description": page.search_description or page.lead,
        "canonical": absolute(page.path),
        "image": image and {**image, "src": urljoin(settings.PORTAL_URL, image["src"])},
    }


def _moment(value: datetime | str | None) -> str | None:
    """`value` as it comes from the database, with its offset."""
    if value is None:
        return None
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat(timespec="seconds")
