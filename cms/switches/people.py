"""Whom a module that is off for partners is off for."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.contrib.auth import get_user_model
from django.db.models import Q

from cms.access.models import Grant
from cms.access.roles import STAFF
from cms.access.scopes import AXES
from cms.switches.places import partners_of


def only_of(users: Iterable[int], partners: Collection[int]) -> set[int]:
    """Those of the users whose grants all lie with the partners; never staff. Three queries at the most."""
    asked = set(users)
    staff = Q(is_superuser=True) | Q(groups__role__side=STAFF)
    asked -= set(get_user_model().objects.filter(staff, pk__in=asked).values_list("pk", flat=True))
    rows = list(Grant.objects.in_force().filter(user__in=asked).values("user", *AXES))
    limits = [{axis: row[axis] for axis in AXES if row[axis] is not None} for row in rows]
    places = defaultdict(set)
    for row, place in zip(rows, partners_of(limits), strict=True):
        places[row["user"]].add(place)
    return {user for user, theirs in places.items() if theirs <= set(partners)}
