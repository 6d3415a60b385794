"""Filling an empty base: with the seeded lubricants, or with goods a live base exported."""

from integration.simulator.goods.base import goods_base
from integration.simulator.options import Options
from integration.simulator.seed.base import seeded_base
from integration.simulator.store import Store


def fill(store: Store, options: Options, seed: int | None = None) -> None:
    """Empty the base and fill it with what the options name. The same seed gives the same rows and references."""
    at = store.clock.stamp()
    if options.goods:
        store.fill(goods_base(options.goods, at))
    else:
        store.fill(seeded_base(options.size, options.product_count(), options.seed if seed is None else seed, at))
