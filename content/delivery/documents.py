"""Two documents of the content API: a page and a menu; lists of news: news.py. Plain values, ready for JSON."""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from wagtail.models import Page

from cms.prepared import Prepared
from content.delivery.bodies import Surroundings, blocks_of, files_in, images_in, pages_in
from content.delivery.files import files_of
from content.delivery.finding import Found
from content.delivery.kinds import kind_of
from content.delivery.pictures import Pictures
from content.delivery.public import absolute, in_language, path_of
from content.delivery.relations import relations_of

MENU_DEPTH = 3  # the front page and those right below it


def page_document(page: Found) -> dict[str, Any]:
    """`ContentPage` of the schema. Two queries, one of them for images if there are any; one more
    for what its kind loads, and one for documents to download.
    """
    kind = kind_of(page.type)
    loaded = kind.load(page)
    related = relations_of(page, {*pages_in(page.body), *kind.pages(page, loaded)})
    images = [page.cover, *images_in(page.body), *kind.images(page, loaded)]
    pictures = Pictures(images, cards=kind.cards(page, loaded), shares=[page.cover])
    around = Surroundings(pictures, related.paths, files_of({*files_in(page.body), *kind.files(page)}))
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


_MENU = Prepared(
    lambda: (
        in_language(Page)
        .filter(show_in_menus=True, depth__gt=1, depth__lte=MENU_DEPTH)
        .order_by("path")
        .values_list("title", "url_path")
    )
)


def menu_document(locale: str) -> list[dict[str, str]]:
    """`[MenuLink]` of the schema: pages an editor marked for the menu, in their order. One query."""
    return [{"title": title, "path": path_of(locale, url_path)} for title, url_path in _MENU.run(locale=locale)]


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
