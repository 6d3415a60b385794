"""Queries of what a reader may see, compiled once for all readers who may see the same."""

from collections.abc import Callable, Hashable

from django.db.models import QuerySet

from cms.access.holder import holder_of
from cms.prepared import PreparedShapes


class PreparedForReaders:
    """PreparedShapes whose `build` narrows by `visible()`: a reader's access is part of each shape."""

    def __init__(self, most: int = 1000) -> None:
        self._shapes = PreparedShapes(most)

    def run(self, user, shape: Hashable, build: Callable[..., QuerySet], **values: int) -> list[tuple]:
        """Converted rows of `build(**values)`, which depends on nothing but the reader, `shape` and the values."""
        fingerprint = holder_of(user).fingerprint

        def built(**slots: int) -> QuerySet:
            queryset = build(**slots)
            if holder_of(user).fingerprint != fingerprint:
                raise _AccessTurned
            return queryset

        try:
            return self._shapes.run((fingerprint, shape), built, **values)
        except _AccessTurned:
            return self.run(user, shape, build, **values)


class _AccessTurned(Exception):
    """A grant began or lapsed while the query was built: it must not be kept for those who hold what was before."""
