"""The documents as finished answers, each under its own key of the store."""

from datetime import datetime
from typing import Any
from urllib.parse import quote

from django.utils import timezone

from content.delivery.documents import menu_document, page_document
from content.delivery.fallback import fallback_at
from content.delivery.finding import LONGEST_PATH, page_at
from content.delivery.kinds import lifetime_of
from content.delivery.listed import Wanted
from content.delivery.news import news_document
from content.delivery.public import normal
from content.delivery.redirects import Moved, redirect_at
from content.delivery.site import site_document
from content.delivery.store import Answer, answer_of


def page_key(path: str) -> str:
    """Key of the page at `path`; the same for every way to write it. An endless path gets the key of no page."""
    return f"content:page:{quote(normal(path))}" if len(path) <= LONGEST_PATH else "content:page:"


def page_answer(path: str) -> Answer | None:
    """The page at `path`, else where it has gone, else the page of another language."""
    page = page_at(path)
    document = page_document(page) if page else _elsewhere(path)
    return answer_of(document, _until(document)) if document else None


def _until(document: dict[str, Any]) -> datetime | None:
    lifetime = lifetime_of(document["type"])
    return timezone.now() + lifetime if lifetime else None


def _elsewhere(path: str) -> dict[str, Any] | None:
    found = redirect_at(path) or fallback_at(path)
    return found.document(normal(path)) if isinstance(found, Moved) else found


def news_key(wanted: Wanted) -> str:
    """Key of the list; of one without words, which nobody asks for twice."""
    filters = [wanted.rubric, wanted.tag, wanted.year] if wanted.filters else []
    parts = [wanted.locale, wanted.page, wanted.page_size, *filters]
    return "content:news:" + ":".join(quote(str(part)) for part in parts)


def news_answer(wanted: Wanted) -> Answer:
    return answer_of(news_document(wanted))


def menu_key(locale: str) -> str:
    return f"content:menu:{locale}"


def menu_answer(locale: str) -> Answer:
    return answer_of(menu_document(locale))


def site_key(locale: str) -> str:
    return f"content:site:{locale}"


def site_answer(locale: str) -> Answer:
    document = site_document(locale)
    return answer_of(document.data, document.until)
