"""Answers of the catalogue kept, as they go out, until what they were made of changes.

The key holds the reader's access fingerprint, the generations and ages of all entities an answer is made of, the
question and the day (agreements begin and end with it), so a kept answer never has to be taken back.
"""

import hashlib
from collections.abc import Callable

from django.core.cache import cache
from django.utils import timezone

from cms.access.holder import holder_of
from cms.api.renderers import to_json
from integration.state import Snapshot, snapshot

SOURCES = (
    "agreements", "assortment", "clients", "contracts", "currencies", "packagings", "price_kinds", "prices",
    "product_groups", "product_lines", "products", "segments", "stock", "units",
)  # fmt: skip
SECONDS = 600


def sources() -> Snapshot:
    """Ages and state of everything the catalogue is made of; one query."""
    return snapshot(SOURCES)


def key_of(user, state: Snapshot, question: tuple) -> str | None:
    """What the answer to `question` is kept under; None while it cannot be kept."""
    if state.key is None:
        return None
    said = repr((holder_of(user).fingerprint, state, timezone.localdate(), question))
    return f"catalog:{hashlib.blake2b(said.encode(), digest_size=16).hexdigest()}"


def remembered(key: str | None, make: Callable[[], dict]) -> bytes:
    """The kept answer, or the one that `make` gives, which is then kept. JSON."""
    if key is None:
        return to_json(make())
    answer = cache.get(key)
    if answer is None:
        answer = to_json(make())
        cache.set(key, answer, SECONDS)
    return answer
