"""Filling an empty base: with the seeded lubricants, or with goods a live base exported."""

from itertools import chain

from integration.simulator.entities import PLAN
from integration.simulator.goods.base import goods_base
from integration.simulator.options import Options
from integration.simulator.seed.base import seeded_base
from integration.simulator.seed.plan import nodes
from integration.simulator.store import Store


def ensure_filled(store: Store, options: Options) -> None:
    """Fill a new file; keep what an old one holds. Raises ValueError when that is something else than asked for."""
    held, asked = store.note("contents"), contents(options)
    if not held:
        fill(store, options)
    elif held != asked:
        raise ValueError(f"{options.data_file} holds {held}, not {asked}: name another file or delete this one")


def contents(options: Options) -> str:
    return f"the goods of {options.goods}" if options.goods else f"the base of size {options.size}"


def fill(store: Store, options: Options, seed: int | None = None) -> None:
    """Empty the base and fill it with what the options name. The same seed gives the same rows and references."""
    at = store.clock.stamp()
    if options.goods:
        groups = goods_base(options.goods, at)
    else:
        groups = seeded_base(options.size, options.product_count(), options.seed if seed is None else seed, at)
    store.fill(chain(groups, [(PLAN, nodes())]), contents(options))
