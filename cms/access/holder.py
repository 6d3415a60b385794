"""What one user holds: the level of each permission and the grants, cached until either changes."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

from cms.access.levels import Level
from cms.access.models import Grant, RoleLevel
from cms.access.roles import GUEST
from cms.access.scopes import AXES

_KEPT = 2000
_cache: OrderedDict[tuple[int, int], "Holder"] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True)
class Holder:
    """`levels`: permission → Level. `grants`: limits of each grant, axis → key. `user_id` None: a guest."""

    user_id: int | None
    levels: dict[str, Level]
    grants: tuple[dict[str, int], ...]
    is_superuser: bool = False

    def level(self, name: str) -> Level:
        return Level.ALL if self.is_superuser else self.levels.get(name, Level.NONE)

    @cached_property
    def fingerprint(self) -> str:
        """Equal for two users exactly when they may see the same; keys every cached private answer."""
        own = self.user_id if self.levels_by_author else None
        said = (self.is_superuser, own, sorted(self.levels.items()), sorted(sorted(g.items()) for g in self.grants))
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
        if held := _cache.get(key):
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
    grants = tuple(_limits(row) for row in Grant.objects.filter(user=user).values(*AXES))
    return Holder(user.pk, levels, grants, user.is_superuser)


def _guest() -> Holder:
    return Holder(None, _levels(RoleLevel.objects.filter(role__code=GUEST)), ())


def _levels(rows) -> dict[str, Level]:
    """The highest level of each permission over all the user's roles."""
    levels: dict[str, Level] = {}
    for name, level in rows.values_list("permission", "level"):
        levels[name] = max(Level(level), levels.get(name, Level.NONE))
    return levels


def _limits(row: dict) -> dict[str, int]:
    return {axis: value for axis, value in row.items() if value is not None}
