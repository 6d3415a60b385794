"""Filling an empty base: with the seeded lubricants, or with goods a live base exported."""

from collections.abc import Iterable, Iterator
from itertools import chain

from integration.simulator.entities import OBJECTS, PLAN, blank
from integration.simulator.goods.base import goods_base
from integration.simulator.options import Options
from integration.simulator.seed.base import seeded_base
from integration.simulator.seed.plan import nodes
from integration.simulator.store import Draft, Store

LAYOUT = "2"  # counts up when a base gets more entities, or its objects more fields
Groups = Iterable[tuple[str, Iterator[Draft]]]


def ensure_filled(store: Store, options: Options) -> None:
    """Fill a new file; keep what an old one holds. Raises ValueError when that is something else than asked for."""
    held, asked = store.note("contents"), contents(options)
    if not held:
        fill(store, options)
    elif held != asked:
        raise ValueError(f"{options.data_file} holds {held}, not {asked}: name another file or delete this one")
    elif store.note("layout") != LAYOUT:
        supplement(store, groups(store, options, options.seed))


def contents(options: Options) -> str:
    return f"the goods of {options.goods}" if options.goods else f"the base of size {options.size}"


def fill(store: Store, options: Options, seed: int | None = None) -> None:
    """Empty the base and fill it with what the options name. The same seed gives the same rows and references."""
    store.fill(groups(store, options, options.seed if seed is None else seed), contents(options))
    store.set_note("layout", LAYOUT)


def groups(store: Store, options: Options, seed: int) -> Groups:
    at = store.clock.stamp()
    if options.goods:
        rows = goods_base(options.goods, at)
    else:
        rows = seeded_base(options.size, options.product_count(), seed, at)
    return chain(rows, [(PLAN, nodes())])


def supplement(store: Store, seeded: Groups) -> None:
    """Add to a file of an older release the entities it has no rows of, and the fields that its objects lack."""
    held = store.counts()
    with store.transaction():
        for entity, drafts in seeded:
            if entity not in held:
                for key, fields, deleted in drafts:
                    store.put(entity, key, fields, deleted)
            elif entity in OBJECTS:
                complete(store, entity, {key: fields for key, fields, _ in drafts})
        for entity in OBJECTS.keys() & held.keys():
            complete(store, entity, {})  # objects that were not seeded, orders among them
        store.set_note("layout", LAYOUT)


def complete(store: Store, entity: str, seeded: dict[str, dict]) -> None:
    """Give objects the fields they lack: as seeded, or empty."""
    empty = blank(entity)
    for row in list(store.select("entity = ?", (entity,))):
        fields = row.fields
        if empty.keys() - fields.keys() and (row.key in seeded or not seeded):
            store.put(entity, row.key, {**empty, **seeded.get(row.key, {}), **fields}, row.deleted)
