"""What is shown of a page that was found: parts of its text, those that match marked. Never HTML.

`[{"text": "Новые ", "match": false}, {"text": "масла", "match": true}]`
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from content.delivery.finding import Found

BEFORE, AFTER = 60, 180  # letters around the first match
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")
_NOT_TEXT = ("id", "type", "image", "page", "url", "document", "file")  # of a block: what no reader reads

Parts = list[dict[str, Any]]


def marked(text: str, beginnings: Iterable[str]) -> Parts:
    """All of `text` in parts."""
    parts: Parts = []
    at = 0
    for match in _matches(beginnings).finditer(text):
        parts += [_part(text[at : match.start()], False), _part(match[0], True)]
        at = match.end()
    return [part for part in [*parts, _part(text[at:], False)] if part["text"]]


def excerpt(page: Found, beginnings: list[str]) -> Parts:
    """What stands around the first match, else how the page begins."""
    text = _SPACE.sub(" ", " · ".join(piece for piece in _texts(page) if piece)).strip()
    match = _matches(beginnings).search(text)
    start = max(0, match.start() - BEFORE) if match else 0
    if start:
        start = text.find(" ", start) + 1  # never in the middle of a word
    end = text.rfind(" ", start, start + BEFORE + AFTER) if len(text) > start + BEFORE + AFTER else len(text)
    shown = text[start:end]
    return marked(f"{'…' if start else ''}{shown}{'…' if end < len(text) else ''}", beginnings)


def _matches(beginnings: Iterable[str]) -> re.Pattern:
    either = "|".join(re.escape(beginning) for beginning in beginnings)
    return re.compile(rf"\b(?:{either})\w*", re.IGNORECASE)


def _texts(page: Found) -> Iterator[str]:
    yield page.lead
    yield from _strings(page.body)
    for value in page.own.values():
        if isinstance(value, list):
            yield from _strings(value)


def _strings(value: Any) -> Iterator[str]:
    """Texts of stored blocks, in their order, without tags."""
    if isinstance(value, str):
        yield unescape(_TAG.sub(" ", value))
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            if name not in _NOT_TEXT:
                yield from _strings(item)


def _part(text: str, match: bool) -> dict[str, Any]:
    return {"text": text, "match": match}
