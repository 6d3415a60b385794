"""Which of two versions of 1C is the newer: the one order that pushes and loads go by.

Two forms are known. The portal service counts writes: a whole number. OData gives DataVersion: base64 of 8 bytes, which
grow with every write and are compared byte by byte. A version of no known form is older than any that has one.
"""

import binascii
from base64 import b64decode

LONGEST = 24  # characters; the columns hold no more
BYTES = 8
WIDTH = 10  # bytes that hold a number of LONGEST digits
UNKNOWN = (-1, b"")


def known_form(version: object) -> str | None:
    """The version as the portal writes it: 7 and "007" → "7", "AAAAAQAAAAA=" as it is; None for another form."""
    if isinstance(version, bool):
        return None
    text = str(version) if isinstance(version, int) else version
    if not isinstance(text, str) or not text.isascii() or len(text) > LONGEST:
        return None
    if text.isdigit():
        return str(int(text))
    return text if _bytes(text) is not None else None


def is_newer(version: str, held: str) -> bool:
    """Whether `version` comes after `held`. Equal ones, and two of unknown form, do not."""
    return place(version) > place(held)


def place(version: str) -> tuple[int, bytes]:
    """What versions are sorted by. Forms do not mix within an entity; if a release changes its form, the later wins."""
    if version.isascii() and version.isdigit():
        return 0, int(version).to_bytes(WIDTH)
    found = _bytes(version)
    return UNKNOWN if found is None else (1, found)


def _bytes(text: str) -> bytes | None:
    try:
        found = b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return found if len(found) == BYTES else None
