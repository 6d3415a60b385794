"""The blocks of a body as the API gives them: `[{"type", "id", "value"}]`.

They are read from their stored form and not through Wagtail's block values, which would query image by image.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from content.delivery.pictures import Pictures
from content.delivery.rich_text import linked_pages, reader_html

Body = Iterable[Mapping[str, Any]]  # blocks as stored: `{"type", "id", "value"}`


@dataclass(frozen=True)
class Surroundings:
    """What blocks point to, loaded beforehand. `paths`: page → its address in the body's language."""

    pictures: Pictures
    paths: Mapping[int, str]


@dataclass(frozen=True)
class BlockForm:
    """How one type of block is delivered, and which images and pages that takes."""

    value: Callable[[Any, Surroundings], Any]
    images: Callable[[Any], Iterable[int | None]] = field(default=lambda raw: ())
    pages: Callable[[Any], Iterable[int | None]] = field(default=lambda raw: ())


def blocks_of(body: Body, around: Surroundings) -> list[dict[str, Any]]:
    """The body's blocks; one with nothing to show (its image is gone) is left out."""
    delivered = []
    for raw in _known(body):
        value = FORMS[raw["type"]].value(raw["value"], around)
        if value not in (None, "", []):
            delivered.append({"type": raw["type"], "id": raw["id"], "value": value})
    return delivered


def images_in(body: Body) -> set[int]:
    """Keys of the images that the body shows."""
    return {pk for raw in _known(body) for pk in FORMS[raw["type"]].images(raw["value"]) if pk}


def pages_in(body: Body) -> set[int]:
    """Keys of the pages that the body links to."""
    return {pk for raw in _known(body) for pk in FORMS[raw["type"]].pages(raw["value"]) if pk}


def _known(body: Body) -> list[dict[str, Any]]:
    return [raw for raw in body if raw["type"] in FORMS]


def _items(raw: list) -> list:
    """Values of a stored ListBlock."""
    return [item["value"] if isinstance(item, dict) and item.get("type") == "item" else item for item in raw or ()]


def _picture(raw: dict, around: Surroundings) -> dict | None:
    picture = around.pictures.get(raw.get("image"), raw.get("alt") or "")
    return picture and {**picture, "caption": raw.get("caption") or ""}


def _pictures(raw: list, around: Surroundings) -> list[dict]:
    return [picture for item in _items(raw) if (picture := _picture(item, around))]


def _quote(raw: dict, around: Surroundings) -> dict:
    return {"text": raw.get("text") or "", "author": raw.get("author") or ""}


def _table(raw: dict, around: Surroundings) -> dict:
    rows = [_items(row) for row in _items(raw.get("rows"))]
    return {"caption": raw.get("caption") or "", "head": _items(raw.get("head")), "rows": rows}


def _links(raw: list, around: Surroundings) -> list[dict]:
    links = [(item, around.paths.get(item.get("page")) or item.get("url")) for item in _items(raw)]
    return [{"title": item.get("title") or "", "url": url} for item, url in links if url]


FORMS = {
    "heading": BlockForm(lambda raw, around: raw),
    "paragraph": BlockForm(lambda raw, around: reader_html(raw, around.paths), pages=linked_pages),
    "image": BlockForm(_picture, images=lambda raw: [raw.get("image")]),
    "quote": BlockForm(_quote),
    "gallery": BlockForm(_pictures, images=lambda raw: [item.get("image") for item in _items(raw)]),
    "table": BlockForm(_table),
    "links": BlockForm(_links, pages=lambda raw: [item.get("page") for item in _items(raw)]),
}
