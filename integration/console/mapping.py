"""How an entity is mapped, for people: the regulation's words and the profile's side by side."""

from dataclasses import dataclass

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integration import profile, regulation
from integration.regulation import Cache, Channel, Direction, Entity
from integration.templatetags.exchange import span

CHANNELS = {
    Channel.CATALOGUE: gettext_lazy("A: OData of the publication, changes found by versions"),
    Channel.FEED: gettext_lazy("B: portal service of 1C, changes asked for by a mark"),
}
CACHES = {
    Cache.LAZY: gettext_lazy("lazy: kept until it is too old"),
    Cache.SYNCHRONIZED: gettext_lazy("synchronized: past its age 1C is asked what changed"),
    Cache.WRITE_THROUGH: gettext_lazy("write-through: stored and kept at once"),
}
DIRECTIONS = {
    Direction.FROM: gettext_lazy("from 1C"),
    Direction.BOTH: gettext_lazy("both ways"),
    Direction.TO: gettext_lazy("to 1C"),
}


@dataclass(frozen=True)
class FieldLine:
    """`title` and `name`: the portal's field; `onec`: 1C's names; `points_to`: the entity, None for a plain value."""

    title: str
    name: str
    onec: tuple[str, ...]
    points_to: Entity | None


def facts(entity: Entity) -> list[tuple[str, str]]:
    """(label, value) of what the regulation says of the entity."""
    told = [
        (_("Channel"), str(CHANNELS[entity.channel])),
        (_("Direction"), str(DIRECTIONS[entity.direction])),
        (_("Cache"), str(CACHES[entity.cache])),
        (_("May be as old as"), span(entity.fresh)),
        (_("Full load at least every"), span(entity.full_every)),
        (_("Rows a page"), str(entity.page)),
        (_("Told apart by"), ", ".join(_title(entity, name) for name in entity.key)),
        (_("Loaded after"), _titles(sorted(entity.depends))),
        (
            _("Loaded before"),
            _titles(one.name for one in regulation.dependants(entity.name) if one.name != entity.name),
        ),
    ]
    return [(label, value) for label, value in told if value]


def _titles(names) -> str:
    return ", ".join(str(regulation.get(name).title) for name in names)


def source(entity: Entity) -> profile.Source | None:
    """1C's words for the entity; None when the profile does not know it."""
    try:
        return profile.source_of(entity.name)
    except profile.BadProfile:
        return None


def fields(entity: Entity, words: profile.Source | None) -> list[FieldLine]:
    return [
        FieldLine(
            _title(entity, name),
            name,
            words.fields.get(name, ()) if words else (),
            regulation.get(entity.references[name]) if name in entity.references else None,
        )
        for name in entity.fields
    ]


def _title(entity: Entity, name: str) -> str:
    try:
        return str(entity.model._meta.get_field(name).verbose_name) if entity.model else name
    except FieldDoesNotExist:
        return name
