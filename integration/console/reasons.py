"""Short names of why rows are parked, to choose from."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from integration.reasons import REASONS

TITLES = {
    "reference": gettext_noop("waits for another object"),
    "required": gettext_noop("an empty field"),
    "missing": gettext_noop("a field that 1C does not send"),
    "type": gettext_noop("a value of a wrong type"),
    "long": gettext_noop("a text that is too long"),
    "digits": gettext_noop("a number that is too large"),
    "choice": gettext_noop("an unknown value"),
    "key": gettext_noop("no readable key"),
    "database": gettext_noop("refused by the database"),
    "duplicate": gettext_noop("two rows that say the same"),
    "foreign": gettext_noop("not one of these rows"),
    "handler": gettext_noop("could not be applied"),
}


def choices() -> list[tuple[str, str]]:
    return [(code, title(code)) for code in REASONS]


def title(code: str) -> str:
    return _(TITLES[code]) if code in TITLES else code
