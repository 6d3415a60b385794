"""The blocks of a body as the API gives them: `[{"type", "id", "value"}]`.

They are read from their stored form and not through Wagtail's block values, which would query image by image.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from wagtail.whitelist import check_url

from content.blocks.videos import video_at
from content.delivery.pictures import Pictures
from content.delivery.rich_text import linked_pages, reader_html

Body = Iterable[Mapping[str, Any]]  # blocks as stored: `{"type", "id", "value"}`


@dataclass(frozen=True)
class Surroundings:
    """What blocks point to, loaded beforehand.

    `paths`: page → its address in the body's language. `files`: document → `{"url", "size", "extension"}`.
    """

    pictures: Pictures
    paths: Mapping[int, str]
    files: Mapping[int, dict[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class BlockForm:
    """How one type of block is delivered, and which images, pages and documents that takes."""

    value: Callable[[Any, Surroundings], Any]
    images: Callable[[Any], Iterable[int | None]] = field(default=lambda raw: ())
    pages: Callable[[Any], Iterable[int | None]] = field(default=lambda raw: ())
    files: Callable[[Any], Iterable[int | None]] = field(default=lambda raw: ())


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


def files_in(body: Body) -> set[int]:
    """Keys of the documents that the body offers."""
    return {pk for raw in _known(body) for pk in FORMS[raw["type"]].files(raw["value"]) if pk}


def _known(body: Body) -> list[dict[str, Any]]:
    return [raw for raw in body if raw["type"] in FORMS]


def items_of(raw: list | None) -> list:
    """Values of a stored ListBlock."""
    return [item["value"] if isinstance(item, dict) and item.get("type") == "item" else item for item in raw or ()]


def picture_of(raw: dict, around: Surroundings) -> dict | None:
    """`CaptionedImage` of the schema; None if the image is gone."""
    picture = around.pictures.get(raw.get("image"), raw.get("alt") or "")
    return picture and {**picture, "caption": raw.get("caption") or ""}


def _pictures(raw: list, around: Surroundings) -> list[dict]:
    return [picture for item in items_of(raw) if (picture := picture_of(item, around))]


def _quote(raw: dict, around: Surroundings) -> dict:
    return {"text": raw.get("text") or "", "author": raw.get("author") or ""}


def _table(raw: dict, around: Surroundings) -> dict:
    rows = [items_of(row) for row in items_of(raw.get("rows"))]
    return {"caption": raw.get("caption") or "", "head": items_of(raw.get("head")), "rows": rows}


def _links(raw: list, around: Surroundings) -> list[dict]:
    links = [(item, around.paths.get(item.get("page")) or check_url(item.get("url") or "")) for item in items_of(raw)]
    return [{"title": item.get("title") or "", "url": url} for item, url in links if url]


def _note(raw: dict, around: Surroundings) -> dict:
    text = reader_html(raw.get("text") or "", around.paths)
    return {"tone": raw.get("tone") or "info", "title": raw.get("title") or "", "text": text}


def questions_of(raw: list | None, around: Surroundings) -> list[dict]:
    """`[Question]` of the schema. The answer is HTML of a few safe tags."""
    return [
        {"question": item.get("question") or "", "answer": reader_html(item.get("answer") or "", around.paths)}
        for item in items_of(raw)
    ]


def _steps(raw: list, around: Surroundings) -> list[dict]:
    steps = items_of(raw)
    return [
        {"title": step.get("title") or "", "text": reader_html(step.get("text") or "", around.paths)} for step in steps
    ]


def _file(raw: dict, around: Surroundings) -> dict | None:
    file = around.files.get(raw.get("document"))
    return file and {"title": raw.get("title") or "", **file}


def _video(raw: dict, around: Surroundings) -> dict | None:
    video = video_at(raw.get("url") or "")
    return video and {"provider": video.provider, "id": video.id, "title": raw.get("title") or ""}


def html_pages(name: str) -> Callable[[list | None], set[int]]:
    """Keys of the pages that the texts called `name` of a list's items link to."""
    return lambda raw: {pk for item in items_of(raw) for pk in linked_pages(item.get(name) or "")}


FORMS = {
    "heading": BlockForm(lambda raw, around: raw),
    "paragraph": BlockForm(lambda raw, around: reader_html(raw, around.paths), pages=linked_pages),
    "image": BlockForm(picture_of, images=lambda raw: [raw.get("image")]),
    "quote": BlockForm(_quote),
    "gallery": BlockForm(_pictures, images=lambda raw: [item.get("image") for item in items_of(raw)]),
    "table": BlockForm(_table),
    "note": BlockForm(_note, pages=lambda raw: linked_pages(raw.get("text") or "")),
    "questions": BlockForm(questions_of, pages=html_pages("answer")),
    "steps": BlockForm(_steps, pages=html_pages("text")),
    "file": BlockForm(_file, files=lambda raw: [raw.get("document")]),
    "video": BlockForm(_video),
    "links": BlockForm(_links, pages=lambda raw: [item.get("page") for item in items_of(raw)]),
}
