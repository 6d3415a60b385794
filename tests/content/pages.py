"""Making pages for tests."""

import json
from datetime import date
from io import BytesIO
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from PIL import Image as Drawing
from wagtail.images.models import Image
from wagtail.models import Locale, Page

from content.models import NewsIndexPage, NewsPage


def in_language(page: Page, language: str, *, live: bool = True, **fields) -> Page:
    """A translation of `page` that somebody wrote by hand, without wagtail-localize."""
    translation = page.copy_for_translation(Locale.objects.get(language_code=language))
    for name, value in fields.items():
        setattr(translation, name, value)
    translation.live = live
    translation.save()
    return translation


def news(parent: NewsIndexPage, slug: str, **fields) -> NewsPage:
    """A live news item; `body` as `[(type, value)]`."""
    body = stored(fields.pop("body", []))
    given = {"title": slug.title(), "lead": "Коротко о главном", "date": date(2026, 3, 1), **fields}
    return parent.add_child(instance=NewsPage(slug=slug, locale=parent.locale, body=body, **given))


def stored(blocks: list[tuple[str, Any]]) -> str:
    return json.dumps([{"type": kind, "value": value, "id": str(uuid4())} for kind, value in blocks])


def items(*values) -> list[dict]:
    """`values` as Wagtail stores a list block."""
    return [{"type": "item", "value": value, "id": str(uuid4())} for value in values]


def picture(title: str = "Barrel", size: tuple[int, int] = (2000, 1000)) -> Image:
    written = BytesIO()
    Drawing.new("RGB", size, "#f2a516").save(written, "PNG")
    return Image.objects.create(title=title, file=ContentFile(written.getvalue(), name=f"{uuid4()}.png"))
