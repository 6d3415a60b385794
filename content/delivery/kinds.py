"""The registry of kinds: how pages of each model are delivered.

The content package registers its own (content/kinds), a module its own from AppConfig.ready().
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models.expressions import Combinable
from rest_framework import serializers

from content.api.serializers import PageSerializer
from content.delivery.changes import follow
from content.models import PortalPage

if TYPE_CHECKING:
    from content.delivery.bodies import Surroundings
    from content.delivery.finding import Found


class Kind:
    """How pages of `model` become documents. What every document has is made for all kinds in documents.py.

    `serializer` describes the document for the API's schema, without its `type`. `columns` are paths from the model to
    the values its own part is made of, to be read in `Found.own`; `streams` the same for bodies of blocks.
    `computed` names what is no column: `expression` says how a query computes it, `of_draft` what it is of a draft.
    `lists_news`: the list of news is shown on it. `lifetime`: how long a document may be kept that shows what changes
    without starting a new generation. `template`: HTML of its own part, below the body.
    """

    model: type[PortalPage]
    serializer: type[serializers.Serializer] = PageSerializer
    columns: tuple[str, ...] = ()
    streams: tuple[str, ...] = ()
    computed: tuple[str, ...] = ()
    lists_news = False
    lifetime: timedelta | None = None
    template = ""

    def is_open(self) -> bool:
        """Whether there are such pages now: a module may be switched off."""
        return True

    def expression(self, name: str, prefix: str) -> Combinable:
        """How a query on pages computes `name`; `prefix` leads from a page to its row of the model: "newspage__"."""
        raise NotImplementedError(name)

    def of_draft(self, name: str, page: PortalPage) -> Any:
        """The same value of a page in memory."""
        raise NotImplementedError(name)

    def load(self, page: "Found") -> Any:
        """What the document shows of other pages or rows, for the methods below. One query at most."""
        return None

    def images(self, page: "Found", loaded: Any) -> Iterable[int | None]:
        """Keys of the images that the kind's own part shows."""
        return ()

    def cards(self, page: "Found", loaded: Any) -> Iterable[int | None]:
        """Keys of the images that it shows in lists, cut to one shape."""
        return ()

    def pages(self, page: "Found", loaded: Any) -> Iterable[int]:
        """Keys of the pages that the kind's own part links to; their addresses are in `around.paths`."""
        return ()

    def files(self, page: "Found") -> Iterable[int]:
        """Keys of the documents that the kind's own part offers; once the page is public, everybody may have them."""
        return ()

    def part(self, page: "Found", loaded: Any, around: "Surroundings") -> dict[str, Any]:
        """The kind's own part of the document: its fields beside those that every page has. No queries."""
        return {}


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Deliver pages of `kind.model` from now on; before the first request."""
    _kinds[kind.model._meta.label] = kind
    follow(kind.model)


def kinds() -> list[Kind]:
    return list(_kinds.values())


def kind_of(type_: str) -> Kind:
    """The kind of the documents whose `type` is "content.NewsPage"."""
    return _kinds[type_]


def lifetime_of(type_: str) -> timedelta | None:
    """How long a document of this type may be kept; None for as long as nothing changes it."""
    return _kinds[type_].lifetime if type_ in _kinds else None


def schemas() -> dict[str, type[serializers.Serializer]]:
    """Type of a document → its serializer, for the schema."""
    return {label: _typed(label, kind) for label, kind in _kinds.items()}


def _typed(label: str, kind: Kind) -> type[serializers.Serializer]:
    return type(
        f"{kind.model.__name__}Serializer",
        (kind.serializer,),
        {"type": serializers.ChoiceField(choices=[label]), "__doc__": kind.serializer.__doc__},
    )
