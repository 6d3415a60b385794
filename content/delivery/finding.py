"""Finding the page at an address, with all that its document needs of it. One query."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from wagtail.models import Page

from cms.prepared import Prepared, number_slot, text_slot
from content.delivery.public import LANGUAGES, normal, path_of, public, segments_of
from content.models import PAGE_TYPES, PortalPage

LONGEST_PATH = 1000
OWN = ["pk", "title", "url_path", "locale__language_code", "seo_title", "search_description"]
OF_TYPE = ["lead", "body", "date", "cover_id", "cover_alt"]


@dataclass(frozen=True)
class Found:
    """A page as its document needs it. `body`: the blocks as stored. `date`, `cover`: of news only."""

    pk: int
    type: str
    title: str
    language: str
    path: str
    seo_title: str
    search_description: str
    lead: str
    body: list[dict[str, Any]]
    date: date | str | None = None
    cover: int | None = None
    cover_alt: str = ""


def page_at(path: str) -> Found | None:
    """The public page at `path`; None if there is none."""
    segments = segments_of(path)
    if not segments or segments[0] not in LANGUAGES or len(path) > LONGEST_PATH or "\0" in path:
        return None
    if len(segments) == 1:
        rows = _HOME.run(locale=segments[0])
    else:
        rows = _BELOW.run(locale=segments[0], depth=len(segments) + 1, slug=segments[-1])
    found = (_of_row(row) for row in rows)
    return next((page for page in found if page and page.path == normal(path)), None)


def found(page: PortalPage) -> Found:
    """The same of a page in memory, live or not."""
    language, body = page.locale.language_code, getattr(page, "body", None)
    return Found(
        pk=page.pk or 0,
        type=page._meta.label,
        title=page.title,
        language=language,
        path=path_of(language, page.url_path),
        seo_title=page.seo_title,
        search_description=page.search_description,
        lead=page.lead,
        body=list(body.raw_data) if body else [],
        date=getattr(page, "date", None),
        cover=getattr(page, "cover_id", None),
        cover_alt=getattr(page, "cover_alt", ""),
    )


@cache
def _columns() -> list[str]:
    """Of the page itself, then of each type: its key, and those of OF_TYPE that it has."""
    return OWN + [f"{model._meta.model_name}__{name}" for model in PAGE_TYPES for name in ["pk", *_fields(model)]]


@cache
def _fields(model: type[PortalPage]) -> list[str]:
    attributes = {field.attname for field in model._meta.get_fields() if hasattr(field, "attname")}
    return [name for name in OF_TYPE if name in attributes]


def _at(**where):
    return public(Page.objects).filter(locale__language_code=text_slot("locale"), **where).values_list(*_columns())


_HOME = Prepared(lambda: _at(depth=2))
_BELOW = Prepared(lambda: _at(depth=number_slot("depth"), slug=text_slot("slug")))


def _of_row(row: tuple) -> Found | None:
    """None for a page of no type of ours."""
    values = dict(zip(_columns(), row, strict=True))
    for model in PAGE_TYPES:
        prefix = model._meta.model_name
        if values[f"{prefix}__pk"] is not None:
            return _of_values(model, values, {name: values[f"{prefix}__{name}"] for name in _fields(model)})
    return None


def _of_values(model: type[PortalPage], values: dict, own: dict) -> Found:
    language, body = values["locale__language_code"], own.get("body") or "[]"
    return Found(
        pk=values["pk"],
        type=model._meta.label,
        title=values["title"],
        language=language,
        path=path_of(language, values["url_path"]),
        seo_title=values["seo_title"],
        search_description=values["search_description"],
        lead=own["lead"],
        body=json.loads(body) if isinstance(body, str) else body,
        date=own.get("date"),
        cover=own.get("cover_id"),
        cover_alt=own.get("cover_alt", ""),
    )
