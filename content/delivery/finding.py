"""Finding the page at an address, with all that its document needs of it. One query."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, reduce
from typing import Any

from django.db.models import Model
from django.db.models.expressions import Combinable
from wagtail.models import Page

from cms.prepared import Prepared, PreparedFor, number_slot, text_slot
from content.delivery.kinds import Kind, kind_of, kinds
from content.delivery.public import LANGUAGES, normal, path_of, public, segments_of
from content.models import PortalPage

LONGEST_PATH = 1000
OF_PAGE = ["pk", "title", "url_path", "path", "seo_title", "search_description", "last_published_at"]
OWN = [*OF_PAGE, "locale__language_code"]
OF_EVERY_KIND = ["lead", "body", "date", "cover_id", "cover_alt"]  # those of them that its model has


@dataclass(frozen=True)
class Found:
    """A page as its document needs it. `body`: the blocks as stored. `date`, `cover`: of news only.

    `tree`: its place in the tree of pages; `published`: when it was published last, None if never.

    `own`: the columns and streams of its kind, and what is computed for it. `draft`: the page in memory, where it is
    not read from the database.
    """

    pk: int
    type: str
    title: str
    language: str
    path: str
    tree: str
    published: datetime | str | None
    seo_title: str
    search_description: str
    lead: str
    body: list[dict[str, Any]]
    date: date | str | None = None
    cover: int | None = None
    cover_alt: str = ""
    own: Mapping[str, Any] = field(default_factory=dict)
    draft: PortalPage | None = None


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
    return next((page for page in found if page and page.path == normal(path) and kind_of(page.type).is_open()), None)


def pages_found(keys: Sequence[int]) -> list[Found]:
    """The public ones of the pages with these keys, in their order. One query."""
    found = {page.pk: page for row in _BY_KEY.run(keys) if (page := _of_row(row))}
    return [found[key] for key in keys if key in found]


def found(page: PortalPage) -> Found:
    """The same of a page in memory, live or not."""
    kind = kind_of(page._meta.label)
    values = {name: getattr(page, name) for name in OF_PAGE}
    values["locale__language_code"] = page.locale.language_code
    own = {name: _in_memory(page, name) for name in _fields(kind)}
    own.update({name: kind.of_draft(name, page) for name in kind.computed})
    return _of_values(kind, values, own, draft=page)


def _in_memory(page: PortalPage, path: str) -> Any:
    """The value at "rubric__name" as the database would give it."""
    value = reduce(lambda holder, name: getattr(holder, name, None), path.split("__"), page)
    return list(value.raw_data) if hasattr(value, "raw_data") else value


@cache
def _columns() -> list[str]:
    """Of the page itself, then of each kind: its key, its fields, and what is computed for it."""
    columns = list(OWN)
    for kind in kinds():
        columns += [f"{_prefix(kind)}{name}" for name in ["pk", *_fields(kind)]]
        columns += [_alias(kind, name) for name in kind.computed]
    return columns


def _prefix(kind: Kind) -> str:
    return f"{kind.model._meta.model_name}__"


def _alias(kind: Kind, name: str) -> str:
    return f"{kind.model._meta.model_name}_{name}_computed"


def _computed() -> dict[str, Combinable]:
    return {_alias(kind, name): kind.expression(name, _prefix(kind)) for kind in kinds() for name in kind.computed}


@cache
def _fields(kind: Kind) -> list[str]:
    attributes = _attributes(kind.model)
    return [*(name for name in OF_EVERY_KIND if name in attributes), *kind.columns, *kind.streams]


def _attributes(model: type[Model]) -> set[str]:
    return {field.attname for field in model._meta.get_fields() if hasattr(field, "attname")}


_BY_KEY = PreparedFor(
    lambda keys: public(Page.objects).filter(pk__in=keys, depth__gt=1).annotate(**_computed()).values_list(*_columns())
)


def _at(**where):
    pages = public(Page.objects).filter(locale__language_code=text_slot("locale"), **where)
    return pages.annotate(**_computed()).values_list(*_columns())


_HOME = Prepared(lambda: _at(depth=2))
_BELOW = Prepared(lambda: _at(depth=number_slot("depth"), slug=text_slot("slug")))


def _of_row(row: tuple) -> Found | None:
    """None for a page of no kind of ours."""
    values = dict(zip(_columns(), row, strict=True))
    for kind in kinds():
        if values[f"{_prefix(kind)}pk"] is not None:
            own = {name: values[f"{_prefix(kind)}{name}"] for name in _fields(kind)}
            own.update({name: values[_alias(kind, name)] for name in kind.computed})
            return _of_values(kind, values, own)
    return None


def _of_values(kind: Kind, values: dict, own: dict, draft: PortalPage | None = None) -> Found:
    language = values["locale__language_code"]
    return Found(
        pk=values["pk"] or 0,
        type=kind.model._meta.label,
        title=values["title"],
        language=language,
        path=path_of(language, values["url_path"]),
        tree=values["path"],
        published=values["last_published_at"],
        seo_title=values["seo_title"],
        search_description=values["search_description"],
        lead=own["lead"],
        body=_blocks(own.get("body")),
        date=own.get("date"),
        cover=own.get("cover_id"),
        cover_alt=own.get("cover_alt", ""),
        own={
            **{name: own[name] for name in (*kind.columns, *kind.computed)},
            **{name: _blocks(own[name]) for name in kind.streams},
        },
        draft=draft,
    )


def _blocks(stored: str | list | None) -> list[dict[str, Any]]:
    return json.loads(stored or "[]") if isinstance(stored, str) else stored or []
