"""What a cache answers with, and for whom."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils import timezone

from cms.access.holder import holder_of

EVERYBODY = "everybody"
"""The value is the same whoever reads it."""


class LoadFailed(Exception):
    """The supplier is away and nothing usable is held. `__cause__` is its error, where this caller met it."""


@dataclass(frozen=True)
class Held:
    """`as_of`: the value is true of this moment (its loading began then); `stale`: it is past its freshness."""

    value: Any
    as_of: datetime
    stale: bool = False

    @property
    def age(self) -> timedelta:
        return timezone.now() - self.as_of


def reader_of(user) -> str:
    """Equal for two users exactly when they may see the same; see cms.access.holder."""
    return holder_of(user).fingerprint


def moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
