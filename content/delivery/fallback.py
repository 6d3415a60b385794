"""What a reader gets who asks for a page in a language it is not translated into: the page as it is, and says so."""

from typing import Any

from content.delivery.documents import page_document
from content.delivery.finding import page_at
from content.delivery.public import LANGUAGES, normal, segments_of
from content.delivery.redirects import Moved


def fallback_at(path: str) -> dict[str, Any] | Moved | None:
    """The page at the same address of another language, under the address asked for and marked as not translated.

    A page that is translated, at an address of its own, is there: that is where the reader is sent.
    """
    segments = segments_of(path)
    if not segments or segments[0] not in LANGUAGES:
        return None
    language, *rest = segments
    for other in LANGUAGES:
        page = page_at("/".join(["", other, *rest, ""])) if other != language else None
        if page is not None:
            return _shown_or_moved(page_document(page), language, normal(path))
    return None


def _shown_or_moved(document: dict[str, Any], language: str, path: str) -> dict[str, Any] | Moved:
    own = next((each["path"] for each in document["translations"] if each["locale"] == language), None)
    return Moved(own, permanent=False) if own else {**document, "path": path, "translated": False}
