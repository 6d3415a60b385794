"""The base as a whole: who answers, in which version, what its schema holds."""

import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO

import httpx
from django.utils import timezone

from integration import conf
from integration.client import BadAnswer, OData, OneCError, PortalService
from integration.client import connection as wire
from integration.conformance.findings import Finding, fail, note, ok
from integration.conformance.reaching import SLOW, is_away, refused

SKEW = timedelta(seconds=5)


@dataclass
class Base:
    """One base and what is known of it: `published` is entity set → names of its fields (None: no schema).

    `away`: nobody is at its address, so that nothing more need be asked.
    """

    connection: conf.Connection
    published: dict[str, set[str]] | None = None
    feeds: set[str] = field(default_factory=set)
    away: bool = False

    @property
    def odata(self) -> OData:
        return OData(self.connection.url, self.client)

    @property
    def service(self) -> PortalService:
        return PortalService(self.connection.url, self.client)

    @property
    def client(self) -> httpx.Client:
        return wire.http(self.connection)


def check_base(base: Base) -> Iterator[Finding]:
    """Learns what the later checks need; what cannot be asked at all is said here once."""
    for part in (_ping, _root, _schema):
        yield from part(base)
        if base.away:
            return


def _ping(base: Base) -> Iterator[Finding]:
    asked = timezone.now()
    started = time.monotonic()
    try:
        answer = base.service.ping(timeout=base.connection.timeout)
    except OneCError as error:
        base.away = is_away(error)
        yield refused(base.connection, "portal service", "ping", error)
        return
    took = time.monotonic() - started
    missing = {"time", "configuration", "release", "features"} - answer.keys()
    if missing:
        yield fail("portal service", f"ping does not say {', '.join(sorted(missing))}; see docs/onec-contract.md")
        return
    yield ok("portal service", f"{answer['configuration']} {answer['release']}, answered in {took:.2f} s")
    if took > SLOW:
        yield note("portal service", f"{took:.0f} s for a ping: loads will take long; see in 1C what it is busy with")
    yield _clock(answer["time"], asked)


def _clock(said: object, asked: datetime) -> Finding:
    try:
        moment = datetime.fromisoformat(str(said))
    except ValueError:
        return fail("clock", f"ping says the time as {said!r}; ISO 8601 with an offset is expected")
    if moment.tzinfo is None:
        return fail("clock", f"the time {said} has no offset; 1C has to say which zone it means")
    skew = abs(moment - asked)
    if skew > SKEW:
        return note("clock", f"1C's clock differs by {skew.total_seconds():.0f} s; set both by NTP")
    return ok("clock", f"differs by {skew.total_seconds():.1f} s")


def _root(base: Base) -> Iterator[Finding]:
    try:
        base.feeds = {str(one["name"]) for one in base.service.entities()}
    except OneCError as error:
        yield refused(base.connection, "portal service", "the list of entities", error)
    except (KeyError, TypeError):
        yield fail("portal service", "the list of entities is not {entities: [{name, mark}]}")
    else:
        yield ok("portal service", f"lists {len(base.feeds)} entities")


def _schema(base: Base) -> Iterator[Finding]:
    try:
        answer = wire.read(base.client, f"{base.odata.root}$metadata")
        base.published = read_schema(answer.content)
    except OneCError as error:
        yield refused(base.connection, "OData", "$metadata", error)
    except ElementTree.ParseError as error:
        yield refused(base.connection, "OData", "$metadata", BadAnswer(f"it is not XML: {error}"))
    else:
        size = len(answer.content) / 1024 / 1024
        yield ok("OData", f"$metadata of {size:.1f} MB names {len(base.published)} entities")


def read_schema(content: bytes) -> dict[str, set[str]]:
    """Entity → names of its fields, read as a stream: a whole base's schema has 20 MB. Raises ParseError."""
    types: dict[str, set[str]] = {}
    for _, element in ElementTree.iterparse(BytesIO(content)):  # noqa: S314 - of the customer's own base
        if element.tag.rpartition("}")[2] == "EntityType":
            properties = (one for one in element if one.tag.rpartition("}")[2] in ("Property", "NavigationProperty"))
            types[element.get("Name", "")] = {one.get("Name", "") for one in properties}
            element.clear()
    return types
