"""Channel A: the standard OData interface of a 1C publication (OData 3, JSON)."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

import httpx

from integration import conf
from integration.client import connection
from integration.client.errors import BadAnswer

KEY = "Ref_Key"
VERSION = "DataVersion"
DELETED = "DeletionMark"
ZERO = "00000000-0000-0000-0000-000000000000"


class OData:
    """Reads entities of one base. `url` is the base's publication, without `/odata/…`."""

    def __init__(self, url: str | None = None, client: httpx.Client | None = None) -> None:
        self.root = f"{(url or conf.connection().url).rstrip('/')}/odata/standard.odata/"
        self.client = client or connection.http()

    def pages(
        self, entity: str, *, select: Iterable[str] = (), where: str = "", top: int = 1000
    ) -> Iterator[list[dict]]:
        """All rows in key order, page by page, each page asked for by the last key of the one before.

        A short page is not the end: 1C cuts pages at will. Only an empty one is.
        """
        after = None
        while rows := self.page(entity, select=select, where=where, after=after, top=top):
            last = rows[-1].get(KEY)
            if last is None or last == after:
                raise BadAnswer(f"{entity}: the page after {after} ends where it began; its order cannot be relied on.")
            after = last
            yield rows

    def page(
        self, entity: str, *, select: Iterable[str] = (), where: str = "", after: str | None = None, top: int = 1000
    ) -> list[dict]:
        """At most `top` rows with keys greater than `after`, ordered by key."""
        conditions = [f"({where})"] if where and after else [where] if where else []
        if after:
            conditions.append(f"{KEY} gt guid'{after}'")
        return self._rows(entity, select, " and ".join(conditions), {"$orderby": KEY, "$top": str(top)})

    def by_keys(self, entity: str, keys: Iterable[str]) -> list[dict]:
        """The rows with these keys; those 1C does not have are simply absent. Keep it under a hundred: it is an URL."""
        return self._rows(entity, (), " or ".join(f"{KEY} eq guid'{key}'" for key in keys), {"$orderby": KEY})

    def _rows(self, entity: str, select: Iterable[str], where: str, options: dict[str, str]) -> list[dict]:
        chosen = {"$format": "json", "$select": ",".join(select), "$filter": where, **options}
        answer = connection.body(connection.read(self.client, self.address(entity, chosen)))
        rows = answer.get("value")
        if not isinstance(rows, list):
            raise BadAnswer(f"{entity}: no list of rows in the answer.")
        return rows

    def address(self, entity: str, options: dict[str, str]) -> str:
        """The URL: names in UTF-8, percent-encoded; a space is %20, since 1C takes a plus for a plus."""
        query = "&".join(f"{name}={quote(value, safe=_PLAIN)}" for name, value in options.items() if value)
        return f"{self.root}{quote(entity)}?{query}"


_PLAIN = "$'(),:"
