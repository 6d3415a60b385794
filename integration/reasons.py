"""Why a row is parked: a code with its particulars, worded for the reader in their own language."""

from math import isfinite

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

REASONS = {
    "reference": gettext_noop(
        "“%(field)s” points to %(ref)s, which has not arrived (%(entity)s). It is tried again by itself; if it stays, "
        "check in 1C that this object exists and is not hidden from the portal's user."
    ),
    "required": gettext_noop("“%(field)s” is empty. Fill it in 1C."),
    "missing": gettext_noop("1C did not send the field “%(field)s”. Check its name in the profile."),
    "type": gettext_noop("“%(field)s” is %(value)s, which is not %(expected)s. Correct it in 1C."),
    "long": gettext_noop("“%(field)s” has %(length)s characters, the portal holds %(limit)s. Shorten it in 1C."),
    "digits": gettext_noop("“%(field)s” is %(value)s, which is more than the portal can hold. Correct it in 1C."),
    "choice": gettext_noop(
        "“%(field)s” is %(value)s, a value the portal does not know. Add it to the exchange of this module or correct "
        "it in 1C."
    ),
    "key": gettext_noop(
        "The row has no readable key: “%(field)s” is %(value)s, which is not a reference. Correct what sends it in 1C."
    ),
    "database": gettext_noop("The portal's database does not take the row: %(value)s"),
    "foreign": gettext_noop(
        "The row is not one of “%(entity)s”: its values are others than the profile's “where” asks for."
    ),
    "duplicate": gettext_noop(
        "Another row of 1C with a different reference says the same; the portal keeps only one. Find the two in 1C and "
        "delete one. (%(value)s)"
    ),
    "unsent": gettext_noop(
        "The portal has changed the row and 1C does not know yet. It is asked for again when 1C has answered."
    ),
    "handler": gettext_noop("The portal could not apply the row: %(value)s"),
}


# What a value should have been; the words of `expected` in a reason.
EXPECTED = [
    gettext_noop("a text"),
    gettext_noop("a number"),
    gettext_noop("a whole number"),
    gettext_noop("a reference"),
    gettext_noop("a date"),
    gettext_noop("a time"),
    gettext_noop("yes or no"),
    gettext_noop("a positive ratio"),
    gettext_noop("a simple value"),
    gettext_noop("a table part"),
]


class BadValue(ValueError):
    """A value the portal cannot keep. `code` is one of REASONS; `particulars` fill its wording."""

    def __init__(self, code: str, **particulars) -> None:
        super().__init__(code, particulars)
        self.code = code
        self.particulars = {name: shortened(value) for name, value in particulars.items()}

    def reason(self, field: str = "") -> dict:
        """What ParkedRow.reason keeps."""
        return {"code": self.code, "field": field, **self.particulars}


class NotYet(LookupError):
    """A reference to a row of `entity` that has not arrived; what bears it is parked and tried again when it has."""

    def __init__(self, entity: str, field: str, ref: object) -> None:
        super().__init__(f"{field} points to {ref}, which has not arrived ({entity})")
        self.entity, self.field, self.ref = entity, field, ref

    def reason(self) -> dict:
        """What ParkedRow.reason keeps."""
        return {"code": "reference", "field": self.field, "ref": str(self.ref), "entity": self.entity}


DEEPEST = 50  # levels of a value that are kept


def storable(value: object, depth: int = 0) -> object:
    """The same JSON without what PostgreSQL cannot keep in one: NUL, halves of surrogate pairs, NaN and infinity.

    What lies deeper than anything of use becomes "…".
    """
    if isinstance(value, str):
        return value.replace("\x00", "�").encode("utf-8", "replace").decode()
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    if isinstance(value, dict | list) and depth == DEEPEST:
        return "…"
    if isinstance(value, dict):
        return {storable(name): storable(inner, depth + 1) for name, inner in value.items()}
    if isinstance(value, list):
        return [storable(inner, depth + 1) for inner in value]
    return value


def shortened(value: object) -> str:
    """At most 200 printable characters of a value."""
    if isinstance(value, dict | list | tuple):
        value = storable(list(value) if isinstance(value, tuple) else value)
    text = "".join(c if c.isprintable() else "·" for c in str(value)[:201])
    return text if len(text) <= 200 else f"{text[:199]}…"


def worded(reason: dict) -> str:
    """The reason as a sentence in the active language."""
    wording = REASONS.get(reason.get("code", ""))
    expected = reason.get("expected", "")
    known = {"field": "", **reason, "expected": _(expected) if expected else ""}
    try:
        return _(wording) % known if wording else str(reason)
    except KeyError:  # kept by an earlier version, with other particulars
        return str(reason)
