"""Making the menu, the footer and banners for tests."""

from typing import Any

from wagtail.models import Locale

from content.models import Banner, SiteFrame
from tests.content.pages import items, stored


def link(title: str = "", page=None, url: str = "") -> dict[str, Any]:
    return {"title": title, "page": page.pk if page else None, "url": url}


def entry(*children, **fields) -> tuple[str, Any]:
    return "entry", {**link(**fields), "children": items(*children)}


def column(title: str, *links) -> tuple[str, Any]:
    return "column", {"title": title, "links": items(*links)}


def frame(header=(), footer=(), **fields) -> SiteFrame:
    """A published frame in Russian."""
    made = SiteFrame(
        locale=Locale.objects.get(language_code="ru"), header=stored(header), footer=stored(footer), **fields
    )
    return published(made)


def banner(text: str = "Склад закрыт", audience=("guest",), **fields) -> Banner:
    """A published banner in Russian."""
    return published(
        Banner(locale=Locale.objects.get(language_code="ru"), text=f"<p>{text}</p>", audience=list(audience), **fields)
    )


def published(made):
    made.save()
    made.save_revision().publish()
    made.refresh_from_db()
    return made
