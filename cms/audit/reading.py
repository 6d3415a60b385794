"""Entries made readable: every difference as "what: from → to"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.access import permissions
from cms.access.levels import Level

TITLES = {
    "carrier": _("carrier"),
    "base": _("copied from"),
    "code": _("code"),
    "contract": _("contract"),
    "device": _("device"),
    "filters": _("filters"),
    "format": _("format"),
    "levels": _("levels"),
    "organisation": _("organisation"),
    "partner": _("partner"),
    "product_line": _("product line"),
    "region": _("region"),
    "roles": _("roles"),
    "second_factor": _("second factor"),
    "session_address": _("address of the session"),
    "side": _("side"),
    "step": _("step"),
    "title_en": _("title in English"),
    "title_kk": _("title in Kazakh"),
    "title_ru": _("title in Russian"),
    "until": _("until"),
    "valid_from": _("valid from"),
    "valid_until": _("valid until"),
}


@dataclass(frozen=True)
class Difference:
    """One thing that changed; an empty text where there was nothing before or is nothing after."""

    what: str
    before: str
    after: str


def differences(entry) -> Iterator[Difference]:
    """The entry's values side by side, in the order they were recorded."""
    before, after = _as_dict(entry.before), _as_dict(entry.after)
    for key in dict.fromkeys([*before, *after]):
        was, now = before.get(key), after.get(key)
        if was != now:
            said = _level_said if key in permissions.names() else _said
            yield Difference(_what(key), said(was), said(now))


def in_one_line(entry) -> str:
    """The same for a cell of a spreadsheet."""
    return "; ".join(f"{d.what}: {d.before or '–'} → {d.after or '–'}" for d in differences(entry))


def _as_dict(value: Any) -> dict:
    return value if isinstance(value, dict) else {}


def _what(key: str) -> str:
    return str(permissions.get(key).title if key in permissions.names() else TITLES.get(key, key))


def _level_said(value: Any) -> str:
    """Levels are recorded by their names in lower case."""
    known = str(value).upper()
    return str(Level[known].label) if known in Level.__members__ else _said(value)


def _said(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if isinstance(value, list):
        return ", ".join(_said(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_said(item)}" for key, item in value.items())
    return str(value)
