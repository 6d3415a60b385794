"""Numbers that never repeat within a test run."""

from itertools import count
from uuid import UUID, uuid5

_numbers = count(1)
_NAMESPACE = UUID("5f6f2a3c-7a51-4c0e-9d2b-0f5a3f2a9c11")


def number() -> int:
    """The next number."""
    return next(_numbers)


def ref() -> UUID:
    """A 1C reference that no other row has."""
    return uuid5(_NAMESPACE, str(number()))
