"""A demo text's blocks as Wagtail stores them, and the plain strings in them, in order."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from content.demo.texts import Text

Pages = Mapping[str, int]  # name of a demo page, or of a file → its key
AS_STORED = {"questions": "group", "documents": "group"}


def stored_body(text: Text, language: str, pages: Pages) -> list[dict[str, Any]]:
    """Blocks have the same keys every time: that is how wagtail-localize knows one again."""
    return [
        {
            "type": AS_STORED.get(block["type"], block["type"]),
            "id": key(text, at),
            "value": _stored(text, block, at, language, pages),
        }
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
        case "questions":
            asked = [{"question": question, "answer": f"<p>{answer}</p>"} for question, answer in value["questions"]]
            return {"title": value["title"], "questions": _items(text, [at], asked)}
        case "documents":
            about = {"language": block["to"]["language"], "issued_on": block["to"]["issued_on"]}
            listed = zip(value["titles"], block["to"]["files"], strict=True)
            documents = [{"title": title, "document": pages[name], **about} for title, name in listed]
            return {"title": value["title"], "documents": _items(text, [at], documents)}
        case "office":
            lists = {name: _items(text, [at, name], block["to"][name]) for name in ("phones", "mails")}
            return {**value, **block["to"], **lists}
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
    "questions": lambda value: [value["title"], *(string for pair in value["questions"] for string in pair)],
    "documents": lambda value: [value["title"], *value["titles"]],
    "office": lambda value: [value["title"], value["address"], value["hours"]],
}
