"""The ways through an entity: all of it or what changed, by channel. Each yields nothing until it has written it.

A pass that breaks off has saved the rows of its whole pages and nothing else: no mark, nothing let go.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.db import transaction

from integration import profile
from integration.client import OData, PortalService
from integration.client.odata import KEY, VERSION
from integration.client.portal import FeedPage
from integration.loading import handling, losses, versions
from integration.loading.batches import Outcome, Target
from integration.loading.following import Follower
from integration.loading.reading import ahead
from integration.loading.rows import Batch, Reader
from integration.models import ExchangeState
from integration.regulation import Channel, Entity


@dataclass
class Pass:
    """One load under way. `alive()` renews its lease and ends it early; `advance(n)` reports rows read."""

    entity: Entity
    alive: Follower
    advance: Callable[[int], None] = lambda rows: None
    outcome: Outcome = field(default_factory=Outcome)
    let_go: bool = False

    def counted(self, done: Outcome) -> None:
        self.outcome.add(done)
        self.advance(done.read)


def full(load: Pass) -> None:
    """Everything; afterwards what 1C does not have is let go."""
    if load.entity.handle:
        handling.run(load, since=None)
    elif load.entity.channel is Channel.CATALOGUE:
        _full_catalogue(load)
    else:
        _full_feed(load)


def changes(load: Pass, mark: str) -> None:
    """What changed since the last load. `mark` is for feeds; catalogues compare versions."""
    if load.entity.handle:
        handling.run(load, since=mark)
    elif load.entity.channel is Channel.CATALOGUE:
        _changed_objects(load)
    else:
        _changed_items(load, mark)


def _full_catalogue(load: Pass) -> None:
    source = profile.source_of(load.entity.name)
    with Target(load.entity, remember=True) as target:
        pages = _whole_rows(source, target.reader.select, load.entity.page)
        for batch in ahead(map(target.reader.batch, pages), alive=load.alive):
            load.counted(target.apply(batch))
        with transaction.atomic():
            load.outcome.removed += _let_go(load, target.forget_unseen)


def whole(entity: Entity, reader: Reader, alive: Callable[[], None]) -> Iterator[Batch]:
    """All that 1C has of an entity, page by page; nothing is written."""
    source = profile.source_of(entity.name)
    if entity.channel is Channel.CATALOGUE:
        pages = _whole_rows(source, reader.select, entity.page)
    else:
        pages = (page.items for page in PortalService().feed(source.source, limit=entity.page))
    return ahead(map(reader.batch, pages), alive=alive)


def _whole_rows(source: profile.Source, select: tuple[str, ...], top: int) -> Iterator[list[dict]]:
    """All rows, page by page. Where 1C cannot sort them: all keys in one answer, then the rows of some at a time."""
    odata = OData()
    if source.order:
        yield from odata.pages(source.source, select=select, where=source.filter, top=top)
        return
    keys = [row[KEY] for row in odata.whole(source.source, select=(KEY,), where=source.filter)]
    for start in range(0, len(keys), versions.FETCH):
        yield odata.by_keys(source.source, keys[start : start + versions.FETCH], select=select)


def _listing(source: profile.Source) -> Iterator[list[dict]]:
    """Keys and versions of all rows."""
    if source.order:
        yield from OData().pages(source.source, select=(KEY, VERSION), where=source.filter, top=versions.PAGE)
    else:
        yield OData().whole(source.source, select=(KEY, VERSION), where=source.filter)


def _full_feed(load: Pass) -> None:
    with Target(load.entity, remember=True) as target:
        for page, batch in _read_feed(load, target, None):
            with transaction.atomic():
                done = target.apply(batch)
                if not page.more:
                    done.removed += _let_go(load, target.forget_unseen)
                    save_mark(load.entity.name, page.mark)
            load.counted(done)


def _changed_items(load: Pass, mark: str) -> None:
    """Pages of changes; each is a whole step, so each saves its mark with its rows."""
    with Target(load.entity) as target:
        for page, batch in _read_feed(load, target, mark):
            with transaction.atomic():
                done = target.apply(batch)
                save_mark(load.entity.name, page.mark)
            load.counted(done)


def _read_feed(load: Pass, target: Target, since: str | None) -> Iterator[tuple[FeedPage, Batch]]:
    source = profile.source_of(load.entity.name)
    pages = PortalService().feed(source.source, since=since, limit=load.entity.page, overlap=source.overlap)
    return ahead(((page, target.reader.batch(page.items)) for page in pages), alive=load.alive)


def _changed_objects(load: Pass) -> None:
    """List keys and versions, fetch what differs, mark what is no longer listed."""
    source = profile.source_of(load.entity.name)
    odata = OData()
    with Target(load.entity) as target, versions.Listing(load.entity) as listed:
        for page in ahead(_listing(source), alive=load.alive):
            listed.add(page)
        select = target.reader.select
        fetched = (odata.by_keys(source.source, keys, select=select) for keys in listed.changed())
        for batch in ahead(map(target.reader.batch, fetched), alive=load.alive):
            load.counted(target.apply(batch))
        with transaction.atomic():
            load.outcome.removed += _let_go(load, listed.forget_missing)


def _let_go(load: Pass, forget: Callable[[], int]) -> int:
    """What a complete pass has not met goes, in the caller's transaction, unless that is most of the rows."""
    gone = forget()
    if not load.let_go:
        losses.refuse(load.entity, gone)
    return gone


def save_mark(entity: str, mark: str) -> None:
    """Only ever in the transaction that keeps the rows the mark stands for."""
    ExchangeState.objects.filter(entity=entity).update(mark=mark)
