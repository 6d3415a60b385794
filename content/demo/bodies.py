"""A demo text's blocks as Wagtail stores them, and the plain strings in them, in order."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from content.demo.texts import Text

Pages = Mapping[str, int]  # name of a demo page → its key


def stored_body(text: Text, language: str, pages: Pages) -> list[dict[str, Any]]:
    """Blocks have the same keys every time: that is how wagtail-localize knows one again."""
    return [
        {"type": block["type"], "id": key(text, at), "value": _stored(text, block, at, language, pages)}
        for at, block in enumerate(text.body)
    ]


def strings(text: Text, language: str) -> list[str]:
    """Every string of the text that a translator would see."""
    given = [text.title[language], text.lead[language], text.cover_alt.get(language, "")]
    for block in text.body:
        given += STRINGS[block["type"]](block[language])
    return [string for string in given if string]


def translations(text: Text, source: str, target: str) -> dict[str, str]:
    """String of the `source` language → of the `target` language; the slug is the same in all."""
    return {text.slug: text.slug, **dict(zip(strings(text, source), strings(text, target), strict=True))}


def key(text: Text, *place: Any) -> str:
    return str(uuid5(NAMESPACE_URL, ":".join(["demo", text.name, *map(str, place)])))


def _stored(text: Text, block: dict, at: int, language: str, pages: Pages) -> Any:
    value = block[language]
    match block["type"]:
        case "paragraph":
            return "".join(_html(lines) for lines in _groups(value))
        case "table":
            rows = [_items(text, [at, "row", row], cells) for row, cells in enumerate(value["rows"])]
            head = _items(text, [at, "head"], value["head"])
            return {"caption": value["caption"], "head": head, "rows": _items(text, [at, "rows"], rows)}
        case "links":
            links = zip(value["titles"], block["to"]["pages"], strict=True)
            return _items(text, [at], [{"title": title, "page": pages[name], "url": ""} for title, name in links])
    return value


def _items(text: Text, place: list, values: list) -> list[dict[str, Any]]:
    """`values` as a stored ListBlock."""
    return [{"type": "item", "id": key(text, *place, at), "value": value} for at, value in enumerate(values)]


def _groups(paragraphs: str) -> list[list[str]]:
    """Lines of each paragraph; those of a list begin with "- "."""
    return [group.splitlines() for group in paragraphs.strip().split("\n\n")]


def _html(lines: list[str]) -> str:
    if lines[0].startswith("- "):
        return "<ul>" + "".join(f"<li>{line[2:]}</li>" for line in lines) + "</ul>"
    return f"<p>{' '.join(lines)}</p>"


def _paragraph_strings(value: str) -> list[str]:
    found = []
    for lines in _groups(value):
        found += [line[2:] for line in lines] if lines[0].startswith("- ") else [" ".join(lines)]
    return found


STRINGS: dict[str, Callable[[Any], list[str]]] = {
    "heading": lambda value: [value],
    "paragraph": _paragraph_strings,
    "quote": lambda value: [value["text"], value["author"]],
    "table": lambda value: [value["caption"], *value["head"], *(cell for row in value["rows"] for cell in row)],
    "links": lambda value: value["titles"],
}
