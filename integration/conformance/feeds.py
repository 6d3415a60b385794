"""An entity of channel B: pages, marks and items as the contract has them."""

from urllib.parse import quote

from integration import conf
from integration.client import MarkTooOld, NotFound, OneCError, Refused
from integration.client import connection as wire
from integration.conformance.base import Base
from integration.conformance.findings import Finding, fail, note, ok, refused, rows_read, source_of
from integration.loading.rows import Reader
from integration.regulation import Entity

ROWS = 50
MEMBERS = {"id", "version", "data"}


def check_feed(base: Base, entity: Entity) -> list[Finding]:
    source = source_of(entity.name)
    if isinstance(source, Finding):
        return [source]
    try:
        page = next(base.service.feed(source.source, limit=ROWS), None)
    except NotFound:
        text = f"the portal service has no {source.source}. Add it to the extension, or correct {conf.profile_file()}."
        return [fail(entity.name, text)]
    except OneCError as error:
        return [refused(entity.name, f"GET {source.source}", error)]
    if page is None:
        return [fail(entity.name, f"GET {source.source} without a mark answers 304; a whole list is expected")]
    found = [*_items(entity, page.items), *_marks(base, source.source, entity.name, page.mark, page.more)]
    if source.source not in base.feeds:
        found.append(note(entity.name, f"the root of the portal service does not list {source.source}"))
    return found


def _items(entity: Entity, items: list) -> list[Finding]:
    shapeless = [item for item in items if not isinstance(item, dict) or not item.keys() >= MEMBERS]
    if shapeless:
        return [fail(entity.name, f"an item must have {', '.join(sorted(MEMBERS))}; found {str(shapeless[0])[:200]}")]
    if entity.model is None or entity.handle:
        return [ok(entity.name, f"{len(items)} items read")]
    return rows_read(entity.name, Reader(entity).batch(items))


def _marks(base: Base, feed: str, subject: str, mark: str, more: bool) -> list[Finding]:
    """A mark is understood, and one that is not a mark is refused instead of being taken for "everything"."""
    try:
        next(base.service.feed(feed, since=mark, limit=ROWS), None)
    except OneCError as error:
        return [refused(subject, f"GET {feed}?since= its own mark", error)]
    found = [ok(subject, "goes on from its mark" if more else "knows its mark")]
    try:
        next(base.service.feed(feed, since="no mark of this base", limit=1), None)
    except (MarkTooOld, Refused):
        return found
    except OneCError as error:
        return [*found, refused(subject, f"GET {feed} with a mark it never gave", error)]
    return [*found, fail(subject, f"{feed} takes any text for a mark; it has to answer 400 or 410")]


def address(base: Base, feed: str) -> str:
    return f"{base.service.root}{quote(feed)}"


def post_nothing(base: Base, feed: str) -> dict:
    """The answer to an empty batch, by which a base shows that it takes this feed. Raises OneCError."""
    return wire.body(wire.send(base.client, "POST", address(base, feed), json={"items": []}))
