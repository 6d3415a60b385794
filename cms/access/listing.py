"""Grants as the screens show them: names instead of keys, and how long they last."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from cms.access import axes
from cms.access.forms import last_day
from cms.access.grants import grants_for
from cms.access.models import Grant

SOON = timedelta(days=7)


@dataclass(frozen=True)
class ShownGrant:
    """`limits`: (title of the axis, name). `state`: "future", "soon" (it lapses within a week), "over" or "" ."""

    grant: Grant
    limits: list[tuple[str, str]]
    state: str
    last_day: datetime | None


def shown(grants: Iterable[Grant]) -> list[ShownGrant]:
    """One query for each axis that occurs, however many grants there are."""
    grants = list(grants)
    names = axes.names_of(grant.limits for grant in grants)
    titles = {axis.name: str(axis.title) for axis in axes.declared()}
    return [
        ShownGrant(
            grant,
            [(titles.get(axis, axis), name) for axis, name in axes.told(grant.limits, names).items()],
            _state(grant),
            grant.valid_until and last_day(grant.valid_until),
        )
        for grant in grants
    ]


def lapsing_soon(user) -> list[ShownGrant]:
    """Grants that the administrator sees and that lapse within a week, the first to lapse first."""
    soon = grants_for(user).in_force().filter(valid_until__lte=timezone.now() + SOON)
    return shown(soon.select_related("user").order_by("valid_until")[:20])


def _state(grant: Grant) -> str:
    now = timezone.now()
    if grant.valid_until and grant.valid_until <= now:
        return "over"
    if grant.valid_from and grant.valid_from > now:
        return "future"
    return "soon" if grant.valid_until and grant.valid_until <= now + SOON else ""
