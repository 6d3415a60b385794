"""Channel B: the portal service of the 1C extension (`/hs/portal/v1/`)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote

import httpx
import orjson

from integration import conf
from integration.client import connection
from integration.client.errors import BadAnswer, NotFound

MOST_KEYS = 200


@dataclass(frozen=True)
class FeedPage:
    """`items`: [{"id", "version", "deleted", "data"}]; `mark`: what is known after them; `more`: ask again with it."""

    items: list[dict]
    mark: str
    more: bool


class PortalService:
    """Reads feeds and sends objects of one base. `url` is the base's publication, without `/hs/…`."""

    def __init__(self, url: str | None = None, client: httpx.Client | None = None) -> None:
        self.root = f"{(url or conf.connection().url).rstrip('/')}/hs/portal/v1/"
        self.client = client or connection.http()

    def ping(self, timeout: float = 10.0) -> dict:
        """{"time", "configuration", "release", "features"}: one try, no repeats."""
        return connection.body(connection.send(self.client, "GET", f"{self.root}ping", timeout=timeout))

    def entities(self) -> list[dict]:
        """[{"name", "changed_at", "mark"}]. Raises BadAnswer."""
        found = connection.body(connection.read(self.client, self.root)).get("entities")
        if not isinstance(found, list) or not all(isinstance(one, dict) and "name" in one for one in found):
            raise BadAnswer(f"{self.root}: no list of named entities in the answer.")
        return found

    def feed(
        self, entity: str, *, since: str | None = None, limit: int = 5000, overlap: float = 0
    ) -> Iterator[FeedPage]:
        """Pages of the whole (`since` None) or of what changed since a mark; none when nothing did.

        Where marks are times, `overlap` is how many seconds before the mark to begin. Raises MarkTooOld when 1C no
        longer knows what changed since.
        """
        known = since
        since = earlier(since, overlap)
        more = True
        while more:
            page = self._page(entity, since, limit, known)
            if page is None:
                return
            if page.more and page.mark == since:
                raise BadAnswer(f"{entity}: more is promised and the mark stays {since}; the feed goes in circles.")
            yield page
            since, more, known = page.mark, page.more, None

    def _page(self, entity: str, since: str | None, limit: int, known: str | None) -> FeedPage | None:
        query = f"limit={limit}" + (f"&since={quote(since, safe='')}" if since else "")
        headers = {"If-None-Match": f'"{known}"'} if known else {}
        response = connection.read(self.client, f"{self.root}{quote(entity)}?{query}", headers=headers)
        if response.status_code == 304:
            return None
        answer = connection.body(response)
        try:
            items, mark, more = answer["items"], answer["mark"], answer["more"]
        except KeyError as missing:
            raise BadAnswer(f"{entity}: the page has no {missing}.") from None
        if not isinstance(items, list) or not isinstance(more, bool) or isinstance(mark, dict | list | None):
            raise BadAnswer(f"{entity}: a page is items (a list), mark (a text) and more (yes or no).")
        return FeedPage(items, str(mark), more)

    def post(self, entity: str, items: list[dict], timeout: float | None = None) -> list[dict]:
        """Send objects [{"id", "version", "data"}]; one result an item. Never repeated by itself."""
        options = {"timeout": timeout} if timeout else {}
        response = connection.send(
            self.client,
            "POST",
            f"{self.root}{quote(entity)}",
            content=orjson.dumps({"items": items}),
            headers={"Content-Type": "application/json; charset=utf-8"},
            **options,
        )
        results = connection.body(response).get("results")
        if not isinstance(results, list) or len(results) != len(items):
            raise BadAnswer(f"{entity}: {len(items)} objects sent, no result for each in the answer.")
        return results

    def ask(self, entity: str, *, timeout: float | None = None, **keys: Collection[str]) -> list[dict]:
        """Items of the rows that these keys name, calculated now: ask("stock", product=[…]). One try, no repeats.

        1C takes MOST_KEYS at a time; more are so many calls. `timeout` in seconds, of each.
        """
        ((name, asked),) = keys.items()
        asked, items = list(asked), []
        options = {"timeout": timeout} if timeout else {}
        for start in range(0, len(asked), MOST_KEYS):
            listed = quote(",".join(asked[start : start + MOST_KEYS]), safe=",")
            url = f"{self.root}{quote(entity)}?{quote(name)}={listed}"
            found = connection.body(connection.send(self.client, "GET", url, **options)).get("items")
            if not isinstance(found, list):
                raise BadAnswer(f"{entity}: no list of items in the answer.")
            items += found
        return items

    def find(self, entity: str, key: str) -> dict | None:
        """The item 1C holds under the portal's id, or None."""
        try:
            return connection.body(connection.read(self.client, f"{self.root}{quote(entity)}/{quote(key)}"))
        except NotFound:
            return None


def earlier(mark: str | None, seconds: float) -> str | None:
    """A mark that is a time, so many seconds earlier; any other mark as it is."""
    if not mark or not seconds or "T" not in mark:
        return mark
    try:
        return (datetime.fromisoformat(mark) - timedelta(seconds=seconds)).isoformat()
    except ValueError:
        return mark
