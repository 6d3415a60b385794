"""What the rest of the portal may ask about the exchange: how old data is, and whether it changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet, Subquery

from cms.prepared import PreparedShapes
from integration.models import ExchangeState

_states = PreparedShapes()


def age_of(entity: str) -> datetime | None:
    """When the portal last heard all there is about the entity, even if nothing had changed; None: never."""
    return ages_of([entity])[entity]


def heard_of(entity: str) -> Subquery:
    """`age_of` as a column of another query."""
    return Subquery(ExchangeState.objects.filter(entity=entity).values("checked_at")[:1])


def ages_of(entities: Iterable[str]) -> dict[str, datetime | None]:
    """`age_of` for several entities in one query."""
    wanted = list(entities)
    known = dict(ExchangeState.objects.filter(entity__in=wanted).values_list("entity", "checked_at"))
    return {entity: known.get(entity) for entity in wanted}


@dataclass(frozen=True)
class Snapshot:
    """How old each entity is, and a key that changes whenever rows of any of them change.

    `key` is None while one of them was never loaded: nothing then says when its rows change.
    """

    ages: dict[str, datetime | None]
    key: str | None


def snapshot(entities: Iterable[str]) -> Snapshot:
    """Ages and generations of several entities in one query."""
    wanted = tuple(entities)
    known = {entity: (at, number) for entity, at, number in _states.run(wanted, lambda: _of(wanted))}
    complete = all(entity in known for entity in wanted)
    key = ".".join(str(known[entity][1]) for entity in wanted) if complete else None
    return Snapshot({entity: known.get(entity, (None, 0))[0] for entity in wanted}, key)


def _of(entities: tuple[str, ...]) -> QuerySet:
    return ExchangeState.objects.filter(entity__in=entities).values_list("entity", "checked_at", "generation")


def generation(entity: str) -> int:
    """A number that grows whenever rows of the entity changed: part of the key of whatever is cached from them."""
    return ExchangeState.objects.filter(entity=entity).values_list("generation", flat=True).first() or 0
