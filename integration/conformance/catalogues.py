"""An entity of channel A: published, with every field the profile names, in an order that can be relied on."""

from integration import conf
from integration.client import OneCError
from integration.client.odata import DELETED, KEY, VERSION
from integration.conformance.base import Base
from integration.conformance.findings import Finding, fail, ok, refused, rows_read, source_of
from integration.loading.rows import Reader
from integration.profile import Source
from integration.regulation import Entity

ROWS = 50
MORE = 2000


def check_catalogue(base: Base, entity: Entity) -> list[Finding]:
    source = source_of(entity.name)
    if isinstance(source, Finding):
        return [source]
    return _not_published(base, entity, source) or [*_order(base, entity, source), *_rows(base, entity, source)]


def _not_published(base: Base, entity: Entity, source: Source) -> list[Finding]:
    """What the schema does not have; nothing if 1C gives no schema."""
    if base.published is None:
        return []
    where = f"{conf.profile_file()}, [{entity.name}]"
    fields = base.published.get(source.source)
    if fields is None:
        like = ", ".join(sorted(name for name in base.published if _alike(name, source.source))) or "nothing like it"
        text = f"{source.source} is not published; there is: {like}. Publish it in 1C or correct source in {where}."
        return [fail(entity.name, text)]
    missing = sorted(needed(source) - fields)
    named = {
        name: ", ".join(sorted(one for one in fields if _alike(one, name))) or "nothing like it" for name in missing
    }
    return [
        fail(entity.name, f"{source.source} has no field {name}; there is: {like}. Correct it in {where}.")
        for name, like in named.items()
    ]


def needed(source: Source) -> set[str]:
    """Fields of 1C that the profile speaks of; of a path into a table part, the part."""
    return {*source.names(), KEY, VERSION, DELETED}


def _alike(one: str, other: str) -> bool:
    """Names that share a beginning after the kind of object."""
    return one.rpartition("_")[2][:5].lower() == other.rpartition("_")[2][:5].lower()


def _order(base: Base, entity: Entity, source: Source) -> list[Finding]:
    """Two pages by keys must follow each other: loads rely on it, unless the profile says that 1C cannot sort."""
    if not source.order:
        return []
    try:
        first = base.odata.page(source.source, select=(KEY, VERSION), where=source.filter, top=2)
        second = base.odata.page(source.source, select=(KEY, VERSION), where=source.filter, after=_last(first), top=2)
    except OneCError as error:
        return [refused(entity.name, f"pages of {source.source} in key order", error)]
    keys = [row.get(KEY) for row in (*first, *second)]
    if len(set(keys)) != len(keys):
        return [fail(entity.name, f"{source.source}: pages by key overlap ({keys}); its order cannot be relied on")]
    if any(not row.get(VERSION) for row in first):
        return [fail(entity.name, f"{source.source}: rows have no {VERSION}, so changes cannot be told")]
    return [ok(entity.name, "pages follow each other, versions are there")] if first else []


def _last(page: list[dict]) -> str | None:
    return page[-1].get(KEY) if page else None


def _rows(base: Base, entity: Entity, source: Source) -> list[Finding]:
    reader = Reader(entity)
    try:
        batch = reader.batch(some_rows(base, source, reader.select, ROWS))
        if batch.read == len(batch.ignored):  # where entities share a source, this one's may come late
            batch = reader.batch(some_rows(base, source, reader.select, MORE))
    except OneCError as error:
        return [refused(entity.name, f"rows of {source.source}", error)]
    return rows_read(entity.name, batch)


def some_rows(base: Base, source: Source, select: tuple[str, ...], number: int) -> list[dict]:
    """The first rows as a load asks for them; in no order where the profile says that 1C cannot sort them."""
    if source.order:
        return base.odata.page(source.source, select=select, where=source.filter, top=number)
    keys = [row[KEY] for row in base.odata.whole(source.source, select=(KEY,), where=source.filter)]
    return base.odata.by_keys(source.source, keys[:number], select=select)
