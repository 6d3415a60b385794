"""Answers of the catalogue kept, as they go out, until what they were made of changes.

A synchronized cache whose mark each request learns in passing: the generations and ages of all entities an answer is
made of, and the day (agreements begin and end with it). The key is the question; the reader is part of it.
"""

import hashlib
from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.api.renderers import to_json
from integration.cache import RAW, Synchronized, reader_of
from integration.state import Snapshot, snapshot

SOURCES = (
    "agreements", "assortment", "clients", "contracts", "currencies", "packagings", "price_kinds", "prices",
    "product_groups", "product_lines", "products", "segments", "stock", "units",
)  # fmt: skip
ANSWERS = Synchronized(
    name="catalogue", title=_("Pages of the catalogue"), entities=SOURCES, fresh=timedelta(minutes=10), codec=RAW
)


def sources() -> Snapshot:
    """Ages and state of everything the catalogue is made of; one query."""
    return snapshot(SOURCES)


def mark_of(state: Snapshot) -> str | None:
    """Changes whenever an answer might; None while nothing says when that is."""
    if state.key is None:
        return None
    return hashlib.blake2b(repr((state, timezone.localdate())).encode(), digest_size=16).hexdigest()


def etag_of(user, mark: str | None, question: tuple) -> str | None:
    """What an answer is told apart by; None while nothing says when it changes."""
    return mark and f"{reader_of(user)} {mark} {question}"


def remembered(user, mark: str | None, question: tuple, make: Callable[[], dict]) -> bytes:
    """The answer that is kept of the mark, or the one that `make` gives, which is then kept. JSON."""
    if mark is None:
        return to_json(make())
    return ANSWERS.at(mark, question, lambda: to_json(make()), reader=reader_of(user)).value
