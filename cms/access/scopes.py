"""Which fields of a resource reach which axis of a grant: declared once, read as SQL and as a check."""

from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import FieldDoesNotExist, ImproperlyConfigured
from django.db import models

from cms.access.levels import Level

AXES = ("region", "partner", "contract", "product_line", "carrier")

ANY = "*"  # the axis does not narrow this resource: a grant's limit on it is passed over
NOT_APPLICABLE = "-"  # a grant limited on this axis does not open this resource at all


@dataclass(frozen=True)
class Scope:
    """`model` is the resource. `own` is the path to its author, or NOT_APPLICABLE.

    Each axis is a lookup path from the model to the axis object ("contract__partner"), ANY or
    NOT_APPLICABLE. Every axis must be named, so that forgetting one is an error and not an opening.
    """

    model: type[models.Model]
    own: str
    region: str
    partner: str
    contract: str
    product_line: str
    carrier: str

    def __post_init__(self) -> None:
        for path in [self.own, *self.paths.values()]:
            _check_path(self.model, path)

    @property
    def paths(self) -> dict[str, str]:
        """Axis → lookup path."""
        return {axis: getattr(self, axis) for axis in AXES}

    @property
    def levels(self) -> list[Level]:
        """The levels that make sense for this resource."""
        own = [] if self.own == NOT_APPLICABLE else [Level.OWN, Level.TEAM]
        return [Level.NONE, *own, Level.GRANTED, Level.ALL]

    @cached_property
    def many_paths(self) -> tuple[str, ...]:
        """The paths that cross a to-many relation: a plain join along one would repeat rows."""
        return tuple(path for path in self.paths.values() if _crosses_many(self.model, path))

    def __hash__(self) -> int:
        return id(self)


class GlobalScope:
    """The scope of a permission that has no object: it is held (ALL) or not (NONE)."""

    model = None
    levels = [Level.NONE, Level.ALL]


GLOBAL = GlobalScope()


def _check_path(model: type[models.Model], path: str) -> None:
    if path not in (ANY, NOT_APPLICABLE):
        _fields(model, path)


def _fields(model: type[models.Model], path: str) -> list:
    fields, current = [], model
    for part in path.split("__"):
        try:
            field = current._meta.pk if part == "pk" else current._meta.get_field(part)
        except FieldDoesNotExist as error:
            raise ImproperlyConfigured(f"Scope of {model.__name__}: no field {part!r} in path {path!r}.") from error
        fields.append(field)
        current = field.related_model or current
    return fields


def _crosses_many(model: type[models.Model], path: str) -> bool:
    if path in (ANY, NOT_APPLICABLE):
        return False
    return any(field.many_to_many or field.one_to_many for field in _fields(model, path))
