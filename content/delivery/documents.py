"""The three documents of the content API: a page, a list of news, a menu. Plain values, ready for JSON."""

from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from wagtail.models import Page

from content.delivery.bodies import Surroundings, blocks_of, images_in, pages_in
from content.delivery.finding import absolute, path_of, public
from content.delivery.pictures import Pictures
from content.delivery.relations import relations_of
from content.models import NewsPage, PortalPage

NEWS_PAGE_SIZE = 20
MENU_DEPTH = 3  # the front page and those right below it


def page_document(page: PortalPage) -> dict[str, Any]:
    """`ContentPage` of the schema. `page.locale` is loaded. Two queries, one of them for images if there are any."""
    body, cover = getattr(page, "body", None), getattr(page, "cover_id", None)
    related = relations_of(page, pages_in(body))
    pictures = Pictures([cover, *images_in(body)])
    image = pictures.get(cover, getattr(page, "cover_alt", ""))
    return {
        "type": page._meta.label,
        "title": page.title,
        "locale": page.locale.language_code,
        "path": path_of(page),
        "seo": _seo(page, image),
        "translations": related.translations,
        "date": getattr(page, "date", None),
        "intro": page.lead,
        "image": image,
        "body": blocks_of(body, Surroundings(pictures, related.paths)),
    }


def news_document(locale: str, page: int, page_size: int = NEWS_PAGE_SIZE) -> dict[str, Any]:
    """`NewsList` of the schema, latest first; a page past the end is empty. Three queries."""
    news = public(NewsPage.objects).filter(locale__language_code=locale)
    start = (page - 1) * page_size
    rows = list(_for_list(news)[start : start + page_size])
    pictures = Pictures(row.cover_id for row in rows)
    return {
        "count": news.count(),
        "page": page,
        "page_size": page_size,
        "results": [_news_item(row, pictures) for row in rows],
    }


def menu_document(locale: str) -> list[dict[str, str]]:
    """`[MenuLink]` of the schema: pages an editor marked for the menu, in their order. One query."""
    marked = {"show_in_menus": True, "depth__gt": 1, "depth__lte": MENU_DEPTH}
    pages = public(Page.objects).filter(locale__language_code=locale, **marked)
    return [{"title": page.title, "path": path_of(page)} for page in pages.select_related("locale").order_by("path")]


def _for_list(news):
    fields = ["title", "url_path", "locale__language_code", "date", "lead", "cover_id", "cover_alt"]
    return news.select_related("locale").only(*fields).order_by("-date", "-pk")


def _news_item(page: NewsPage, pictures: Pictures) -> dict[str, Any]:
    return {
        "title": page.title,
        "path": path_of(page),
        "date": page.date,
        "intro": page.lead,
        "image": pictures.get(page.cover_id, page.cover_alt),
    }


def _seo(page: PortalPage, image: dict | None) -> dict[str, Any]:
    return {
        "title": page.seo_title or page.title,
        "description": page.search_description or page.lead,
        "canonical": absolute(path_of(page)),
        "image": urljoin(settings.PORTAL_URL, image["src"]) if image else None,
    }
