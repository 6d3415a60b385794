"""Answers of the catalogue kept until what they were made of changes.

The key holds the reader's access fingerprint, the generations of all entities an answer is made of, the
question and the day (agreements begin and end with it), so a kept answer never has to be taken back.
"""

import hashlib
from collections.abc import Callable

from django.core.cache import cache
from django.utils import timezone

from cms.access.holder import holder_of
from integration.state import Snapshot, snapshot

SOURCES = (
    "agreements", "assortment", "clients", "contracts", "currencies", "packagings", "price_kinds", "prices",
    "product_groups", "product_lines", "products", "segments", "stock", "units",
)  # fmt: skip
SECONDS = 600


def sources() -> Snapshot:
    """Ages and state of everything the catalogue is made of; one query."""
    return snapshot(SOURCES)


def remembered(user, state: Snapshot, question: tuple, make: Callable[[], dict]) -> dict:
    """The kept answer to `question`, or the one that `make` gives, which is then kept."""
    if state.key is None:
        return make()
    said = repr((holder_of(user).fingerprint, state.key, timezone.localdate(), question))
    key = f"catalog:{hashlib.sha256(said.encode()).hexdigest()}"
    answer = cache.get(key)
    if answer is None:
        answer = make()
        cache.set(key, answer, SECONDS)
    return answer
