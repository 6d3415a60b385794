"""A buyer's page of the catalogue: one facet chosen, prices of their own, with and without the counts of facets."""

import json
from collections.abc import Iterator

from tests.bench.asking import ask, queries
from tests.bench.figures import Figure, at_most, ratio_at_least
from tests.bench.load import Effort, Load, run, side_by_side
from tests.bench.people import Buyer
from tests.bench.portal import UNCACHED, WARM, BenchPortal

PRODUCTS, FACETS = "/api/v1/catalog/products/", "/api/v1/catalog/facets/"


def measure(portal: BenchPortal, effort: Effort, buyer: Buyer) -> Iterator[Figure]:
    chosen = f"?agreement={buyer.agreement}&{most_frequent_facet(portal, buyer)}"
    page, facets = f"{PRODUCTS}{chosen}&page_size=24", f"{FACETS}{chosen}"
    yield from _loads(portal, effort, buyer, page, facets)
    alone = run(portal.request(UNCACHED, page, buyer.reading), 1, effort.seconds)
    yield Figure("catalogue, uncached, alone: p50", alone.p50, "ms", None, (at_most(12),), f"p95 {alone.p95:.1f} ms")
    yield Figure("catalogue, uncached: queries", queries(page, buyer.reading), "queries", None, (at_most(5),))
    yield Figure("facet counts, uncached: queries", queries(facets, buyer.reading), "queries")


def _loads(portal: BenchPortal, effort: Effort, buyer: Buyer, page: str, facets: str) -> Iterator[Figure]:
    asked = [portal.request(process, path, buyer.reading) for process in (UNCACHED, WARM) for path in (page, facets)]
    answer = ask(asked[2]).body
    floor = portal.floor_of("catalogue", answer, buyer.reading)
    anew, anew_facets, warm, warm_facets, bare = side_by_side([*asked, floor], effort)
    size = f"{len(answer) / 1024:.1f} KB, {len(json.loads(answer)['results'])} products"
    for name, load, counted, target in (("uncached", anew, anew_facets, 0.08), ("warm", warm, warm_facets, 0.35)):
        note = f"{size}, p95 {load.p95:.1f} ms"
        yield Figure(f"catalogue, {name}", load.per_second, "req/s", bare.per_second, (ratio_at_least(target),), note)
        both = in_turn(load, counted)
        yield Figure(
            f"catalogue + facet counts, {name}", both, "pairs/s", bare.per_second, (ratio_at_least(target / 2),)
        )


def in_turn(first: Load, second: Load) -> float:
    """Pairs a second of two requests that follow one another."""
    return 1 / (1 / first.per_second + 1 / second.per_second)


def most_frequent_facet(portal: BenchPortal, buyer: Buyer) -> str:
    """The product line that most of the buyer's products are of, as a query."""
    asked = portal.request(WARM, f"{FACETS}?agreement={buyer.agreement}", buyer.reading)
    lines = json.loads(ask(asked).body)["lines"]
    return f"line={max(lines, key=lambda line: line['count'])['id']}"
