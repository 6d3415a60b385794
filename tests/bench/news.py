"""Published content: the list of news and a news item, stored, made anew, and not changed."""

from collections.abc import Iterator

from tests.bench import site
from tests.bench.asking import ask, asking_again, queries
from tests.bench.figures import Figure, at_most, ratio_at_least
from tests.bench.load import Effort, side_by_side
from tests.bench.portal import UNCACHED, WARM, BenchPortal


def measure(portal: BenchPortal, effort: Effort) -> Iterator[Figure]:
    for name, path in (("news list", site.LIST), ("news item", site.ITEM)):
        yield from _document(portal, effort, name, path)


def _document(portal: BenchPortal, effort: Effort, name: str, path: str) -> Iterator[Figure]:
    warm, uncached = portal.request(WARM, path), portal.request(UNCACHED, path)
    answer = ask(warm)
    floor = portal.floor_of(name.replace(" ", "-"), answer.body)
    stored, anew, bare = side_by_side([warm, uncached, floor], effort)
    again = [asking_again(request, answer.etag) for request in (warm, floor)]
    unchanged, bare_304 = side_by_side(again, effort)
    size = f"{len(answer.body) / 1024:.1f} KB, p95"
    yield Figure(
        f"{name}, warm",
        stored.per_second,
        "req/s",
        bare.per_second,
        (ratio_at_least(0.7),),
        f"{size} {stored.p95:.1f} ms",
    )
    yield Figure(
        f"{name}, uncached", anew.per_second, "req/s", bare.per_second, (ratio_at_least(0.1),), f"p95 {anew.p95:.1f} ms"
    )
    yield Figure(f"{name}, 304", unchanged.per_second, "req/s", bare_304.per_second, (ratio_at_least(0.9),))
    yield Figure(f"{name}, uncached: queries", queries(path), "queries", None, (at_most(3),))
