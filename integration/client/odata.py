"""Channel A: the standard OData interface of a 1C publication (OData 3, JSON)."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

import httpx

from integration import conf
from integration.client import connection
from integration.client.errors import BadAnswer, CannotSort, Failed, OneCError

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
        """All rows in key order, page by page, each page asked for by the last readable key of the one before.

        A short page is not the end: 1C cuts pages at will. Only an empty one is. Raises CannotSort.
        """
        after, skip, before = None, 0, None
        while rows := self.page(entity, select=select, where=where, after=after, top=top, skip=skip):
            last = last_key(rows)
            if rows == before or (last and last == after):
                raise BadAnswer(f"{entity}: the page after {after} ends where it began; its order cannot be relied on.")
            # A page whose keys cannot be read says nothing of where it ends: the rows after it are counted off.
            after, skip, before = (last, 0, rows) if last else (after, skip + len(rows), rows)
            yield rows

    def page(
        self,
        entity: str,
        *,
        select: Iterable[str] = (),
        where: str = "",
        after: str | None = None,
        top: int = 1000,
        skip: int = 0,
    ) -> list[dict]:
        """At most `top` rows with keys greater than `after`, ordered by key. Raises CannotSort."""
        conditions = [f"({where})"] if where and after else [where] if where else []
        if after:
            conditions.append(f"{KEY} gt guid'{after}'")
        options = {"$top": str(top), "$skip": str(skip) if skip else ""}
        try:
            return self._rows(entity, select, " and ".join(conditions), {"$orderby": KEY, **options})
        except Failed as error:
            if not self._answers_unsorted(entity, select, where):
                raise
            return self._sorted_after_all(error, entity, select, " and ".join(conditions), options)

    def _answers_unsorted(self, entity: str, select: Iterable[str], where: str) -> bool:
        try:
            return bool(self._rows(entity, select, where, {"$top": "1"}, ask=_once))
        except OneCError:
            return False

    def _sorted_after_all(self, error: Failed, entity: str, select: Iterable[str], where: str, options: dict) -> list:
        """The page once more, in case 1C had only stumbled. Raises CannotSort."""
        try:
            return self._rows(entity, select, where, {"$orderby": KEY, **options})
        except Failed:
            message = f"{entity}: 1C answers without $orderby and fails with it. {error}"
            raise CannotSort(message, status=error.status, onec_code=error.onec_code) from error

    def whole(self, entity: str, *, select: Iterable[str], where: str = "") -> list[dict]:
        """All rows in one answer, in no order: for the few entities that 1C cannot sort. Keep `select` short.

        Raises BadAnswer when there are fewer than 1C counts.
        """
        count = self.count(entity, where=where)
        rows = self._rows(entity, select, where, {})
        if len(rows) < count:
            raise BadAnswer(f"{entity}: {len(rows)} rows in an answer that should have {count}.")
        return rows

    def count(self, entity: str, *, where: str = "") -> int:
        """How many rows there are."""
        address = self.address(f"{entity}/$count", {"$filter": where, "allowedOnly": "true"})
        answer = connection.read(self.client, address)
        found = COUNT.fullmatch(answer.content.removeprefix(b"\xef\xbb\xbf"))
        if not found:
            raise BadAnswer(f"{entity}/$count: a number was expected, got {answer.text[:100]!r}")
        return int(found[0])

    def by_keys(self, entity: str, keys: Iterable[str], *, select: Iterable[str] = ()) -> list[dict]:
        """The rows with these keys, in as many requests as their length makes; those 1C does not have are absent."""
        chosen = tuple(select)
        asked = self._in_urls([f"{KEY} eq guid'{key}'" for key in keys], chosen)
        return [row for where in asked for row in self._rows(entity, chosen, where, {})]

    def _in_urls(self, conditions: list[str], select: tuple[str, ...]) -> Iterator[str]:
        """The conditions joined by "or", as many at a time as 1C's web server takes in one query (ONEC_QUERY_LENGTH).

        A `select` that is too long by itself is asked for with all of them: the server refuses it or has no limit.
        """
        longest = len(quote(max(conditions, key=len, default="") + OR, safe=_PLAIN))
        room = conf.connection().query_length - len(self._query({**self._chosen(select), "$filter": "?"}))
        number = room // longest or len(conditions) if room > 0 else len(conditions)
        for start in range(0, len(conditions), max(1, number)):
            yield OR.join(conditions[start : start + number])

    def _rows(self, entity: str, select: Iterable[str], where: str, options: dict[str, str], ask=None) -> list[dict]:
        chosen = {**self._chosen(select), "$filter": where, **options}
        answer = connection.body((ask or connection.read)(self.client, self.address(entity, chosen)))
        rows = answer.get("value")
        if not isinstance(rows, list):
            raise BadAnswer(f"{entity}: no list of rows in the answer.")
        return rows

    @staticmethod
    def _chosen(select: Iterable[str]) -> dict[str, str]:
        # allowedOnly: a row this user has no right to is left out; without it one such row refuses the whole page.
        return {"$format": "json", "allowedOnly": "true", "$select": ",".join(select)}

    def address(self, entity: str, options: dict[str, str]) -> str:
        """The URL: names in UTF-8, percent-encoded; a space is %20, since 1C takes a plus for a plus."""
        return f"{self.root}{quote(entity, safe='/$')}?{self._query(options)}"

    @staticmethod
    def _query(options: dict[str, str]) -> str:
        return "&".join(f"{name}={quote(value, safe=_PLAIN)}" for name, value in options.items() if value)


def _once(client: httpx.Client, url: str) -> httpx.Response:
    return connection.send(client, "GET", url)


def last_key(rows: list) -> str | None:
    """Key of the last row that has a readable one."""
    keys = (row.get(KEY) for row in reversed(rows) if isinstance(row, dict))
    return next((key for key in keys if isinstance(key, str) and GUID.fullmatch(key)), None)


COUNT = re.compile(rb"\s*[0-9]{1,15}\s*")
GUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
OR = " or "
_PLAIN = "$'(),:"
