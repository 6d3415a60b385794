"""The regulation of the exchange as data: one declaration an entity and a topic, made in the modules' `exchange.py`.

The schedule, the loads, the console, `manage.py onec` and the tests are made from it. Names of 1C are not here but in
the profile (`integration/profiles/`).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum
from uuid import UUID

from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.utils.functional import Promise

from integration.fields import Field, Ref


class Channel(Enum):
    """CATALOGUE: OData, changes found by comparing DataVersion. FEED: the portal service, changes by a mark."""

    CATALOGUE = "A"
    FEED = "B"


class Cache(Enum):
    LAZY = "L"
    SYNCHRONIZED = "S"
    WRITE_THROUGH = "W"


class Direction(Enum):
    """FROM: 1C is the truth. BOTH: the portal proposes or tells as well, by the entity's topic."""

    FROM = "←"
    BOTH = "↔"
    TO = "→"


@dataclass(frozen=True)
class Entity:
    """What 1C gives: rows of `model`, or items for a function (`handle`) where the portal is the writer.

    `fields`: model field → how its value is read. `fresh`: the age the data may have. `full_every`: a full load at
    least so often, besides the changes. `register`: rows that 1C no longer has are removed, elsewhere only marked
    deleted. `beside`: entities read from the same source (folders beside goods), whose rows are not this one's.
    `kept`: references of rows the portal itself keeps in the table. `after_load` runs after a load that changed rows.
    `handle(item=…)` gets a feed's item in a transaction and says whether it applied. `key`: the model's fields by which
    people tell its rows apart (none: the portal's UUID, which 1C keeps); loads always go by the reference. `topic`:
    what the portal tells 1C about the same objects; a row whose change 1C has not taken yet is not overwritten.
    """

    name: str
    title: str | Promise
    channel: Channel
    cache: Cache
    fresh: timedelta
    model: type[models.Model] | None = None
    fields: Mapping[str, Field] = field(default_factory=dict, hash=False)
    page: int = 1000
    full_every: timedelta | None = None
    register: bool = False
    queue: str = "changes"
    beside: tuple[str, ...] = ()
    kept: tuple[UUID, ...] = ()
    after_load: tuple[Callable[[], None], ...] = ()
    handle: Callable[..., bool] | None = None
    direction: Direction = Direction.FROM
    key: tuple[str, ...] = ()
    topic: str = ""

    @property
    def references(self) -> dict[str, str]:
        """Model field → name of the entity it points to."""
        return {name: declared.entity for name, declared in self.fields.items() if isinstance(declared, Ref)}

    @property
    def depends(self) -> set[str]:
        """Entities that are loaded before this one."""
        return set(self.references.values()) - {self.name}


@dataclass(frozen=True)
class Topic:
    """What the portal tells 1C: objects sent to `feed` by the outbox.

    `payload(key)` builds an object's data when it is sent (None: it is no more); `answered(key, result)` gets 1C's
    result for it, in the transaction that records the delivery. Lower `priority` goes first. `payloads(keys)` builds
    many at once, for a base that fetches them; without it they are built one by one. `model` and `named_by`: whose
    primary key the objects' keys are, and the field by which people know them, for the console to search by.
    """

    name: str
    title: str | Promise
    feed: str
    payload: Callable[[UUID], dict | None]
    answered: Callable[[UUID, dict], None]
    priority: int = 5
    payloads: Callable[[list[UUID]], dict[UUID, dict]] | None = None
    model: type[models.Model] | None = None
    named_by: str = ""

    def data_of(self, keys: list[UUID]) -> dict[UUID, dict | None]:
        """The data of several objects, those that are no more left out or None."""
        return self.payloads(keys) if self.payloads else {key: self.payload(key) for key in keys}


class UnknownEntity(LookupError):
    """The regulation has no entity of this name."""


_entities: dict[str, Entity] = {}
_topics: dict[str, Topic] = {}


def entity(name: str, title: str | Promise, channel: Channel, cache: Cache, **declared) -> Entity:
    """Declare an entity; see Entity."""
    if name in _entities:
        raise ImproperlyConfigured(f"Exchange entity {name} is declared twice.")
    _entities[name] = Entity(name, title, channel, cache, **declared)
    return _entities[name]


def topic(name: str, title: str | Promise, **declared) -> Topic:
    """Declare a topic of the outbox; see Topic."""
    if name in _topics:
        raise ImproperlyConfigured(f"Exchange topic {name} is declared twice.")
    _topics[name] = Topic(name, title, **declared)
    return _topics[name]


def get(name: str) -> Entity:
    """The entity called `name`; raises UnknownEntity."""
    try:
        return _entities[name]
    except KeyError:
        raise UnknownEntity(f"No exchange entity is called {name!r}; there are: {', '.join(_entities)}.") from None


def is_entity(name: str) -> bool:
    return name in _entities


def get_topic(name: str) -> Topic:
    """The topic called `name`; raises LookupError."""
    return _topics[name]


def topics() -> list[Topic]:
    return list(_topics.values())


def entities() -> list[Entity]:
    """All entities in load order: what others point to comes first."""
    return in_order(_entities)


def in_order(names: Iterable[str]) -> list[Entity]:
    """These entities, each after those it depends on. Raises UnknownEntity."""
    wanted, done, result = {get(name).name for name in names}, set(), []

    def visit(name: str) -> None:
        if name in done:
            return
        done.add(name)
        for needed in sorted(get(name).depends):
            visit(needed)
        if name in wanted:
            result.append(get(name))

    for name in _entities:
        if name in wanted:
            visit(name)
    return result


def dependants(name: str) -> list[Entity]:
    """Entities with a field that points to `name`, itself included where it is a tree."""
    return [one for one in entities() if name in one.references.values()]


def needed_by(name: str) -> list[Entity]:
    """Everything the entity depends on, near and far, in load order."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for needed in get(waiting.pop()).depends - found:
            found.add(needed)
            waiting.append(needed)
    return in_order(found)
