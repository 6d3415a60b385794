"""How the console writes lengths of time and numbers."""

from datetime import datetime, timedelta

from django import template
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cms.access.checks import allows
from integration.console.sections import SECTIONS

register = template.Library()

UNITS = [
    (86_400, gettext_noop("%(number)s d")),
    (3600, gettext_noop("%(number)s h")),
    (60, gettext_noop("%(number)s min")),
    (1, gettext_noop("%(number)s s")),
]


@register.inclusion_tag("integration/sections.html", takes_context=True)
def exchange_sections(context) -> dict:
    """The tabs that the reader may open; the page's own is marked: its `section`, or else its address."""
    request = context["request"]
    return {
        "sections": [one for one in SECTIONS if allows(request.user, one.permission)],
        "section": context.get("section") or request.resolver_match.url_name,
    }


@register.filter
def span(length: timedelta | float | None) -> str:
    """A timedelta or seconds in the largest unit of which it has at least two, or is exactly one; a blank for None."""
    if length is None:
        return ""
    seconds = length.total_seconds() if isinstance(length, timedelta) else float(length)
    if seconds < 10:
        return _(UNITS[-1][1]) % {"number": formats.number_format(round(seconds, 1), use_l10n=True)}
    size, words = next(unit for unit in UNITS if seconds >= 2 * unit[0] or unit[0] in (1, seconds))
    return _(words) % {"number": int(seconds // size)}


@register.filter
def age(moment: datetime | None) -> str:
    """How long ago; an empty text for None."""
    return span(max(timezone.now() - moment, timedelta())) if moment else ""


@register.filter
def rate(value: float | None) -> str:
    """Rows a second, with a decimal place while there are few."""
    if not value:
        return ""
    return formats.number_format(round(value) if value >= 10 else round(value, 1), use_l10n=True, force_grouping=True)
