"""What one user holds: the level of each permission and the grants, cached until either changes."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import combinations
from threading import Lock

from django.utils import timezone

from cms.access.levels import Level
from cms.access.models import Grant, Role, RoleLevel
from cms.access.roles import GUEST, STAFF
from cms.access.scopes import AXES
from cms.switches.places import partners_of
from cms.switches.reading import off

_KEPT = 2000
_cache: OrderedDict[tuple[int, int], "Holder"] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True)
class Holder:
    """`levels`: permission → Level. `grants`: limits of each grant in force, axis → key. `user_id` None: a guest.

    `off`: labels of the modules that are switched off for them. `until`: when one of the grants begins or lapses, and
    this has to be read anew; None if none ever does.
    """

    user_id: int | None
    levels: dict[str, Level]
    grants: tuple[dict[str, int], ...]
    is_superuser: bool = False
    until: datetime | None = None
    off: frozenset[str] = frozenset()

    def level(self, name: str) -> Level:
        if self.is_off(name):
            return Level.NONE
        return Level.ALL if self.is_superuser else self.levels.get(name, Level.NONE)

    def is_off(self, name: str) -> bool:
        """Whether the permission's module is switched off for them."""
        return name.partition(".")[0] in self.off

    @cached_property
    def fingerprint(self) -> str:
        """Equal for two users exactly when they may see the same; keys every cached private answer."""
        own = self.user_id if self.levels_by_author else None
        grants = sorted(sorted(limits.items()) for limits in self.grants)
        said = (self.is_superuser, own, sorted(self.levels.items()), grants, sorted(self.off))
        return hashlib.sha256(repr(said).encode()).hexdigest()[:20]

    @property
    def levels_by_author(self) -> bool:
        return any(level in (Level.OWN, Level.TEAM) for level in self.levels.values())


def holder_of(user) -> Holder:
    """The user's levels and grants. Two queries the first time, none until the user's access changes."""
    if not user.is_authenticated or not user.is_active:
        return _guest()
    key = (user.pk, user.access_version)
    with _lock:
        held = _cache.get(key)
        if held is not None and (held.until is None or timezone.now() < held.until):
            _cache.move_to_end(key)
            return held
    held = _load(user)
    with _lock:
        _cache[key] = held
        while len(_cache) > _KEPT:
            _cache.popitem(last=False)
    return held


def forget_all() -> None:
    """Empty this process's cache; for tests that roll the database back under it."""
    with _lock:
        _cache.clear()


def _load(user) -> Holder:
    levels = _levels(RoleLevel.objects.filter(role__group__user=user))
    now = timezone.now()
    rows = Grant.objects.not_over(now).filter(user=user).values_list("valid_from", "valid_until", *AXES)
    grants, turns = [], []
    for begins, ends, *keys in rows:
        turns += [at for at in (begins, ends) if at is not None and at > now]
        if begins is None or begins <= now:
            grants.append({axis: key for axis, key in zip(AXES, keys, strict=True) if key is not None})
    grants = _widest(grants)
    switched = off()
    of_a_client = switched.partners and not user.is_superuser and not _is_staff(user)
    closed = switched.for_grants(partners_of(grants)) if of_a_client else switched.everywhere
    return Holder(user.pk, levels, tuple(grants), user.is_superuser, min(turns, default=None), closed)


def _widest(grants: list[dict[str, int]]) -> list[dict[str, int]]:
    """The grants less those that lie within another: beside a partner, a contract of that partner opens no more."""
    kept: dict[frozenset, dict[str, int]] = {}
    for limits in sorted(grants, key=len):
        parts = (part for size in range(len(limits) + 1) for part in combinations(limits.items(), size))
        if not any(frozenset(part) in kept for part in parts):
            kept[frozenset(limits.items())] = limits
    return list(kept.values())


def _is_staff(user) -> bool:
    return Role.objects.filter(group__user=user, side=STAFF).exists()


def _guest() -> Holder:
    return Holder(None, _levels(RoleLevel.objects.filter(role__code=GUEST)), (), off=off().everywhere)


def _levels(rows) -> dict[str, Level]:
    """The highest level of each permission over all the user's roles."""
    levels: dict[str, Level] = {}
    for name, level in rows.values_list("permission", "level"):
        levels[name] = max(Level(level), levels.get(name, Level.NONE))
    return levels
