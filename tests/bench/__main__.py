"""python -m tests.bench [--size small|issue|large] [--only loads,news,…] [--pages 50000] [--database …]"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cms.processes.specs import BASE_DIR
from tests.bench import figures
from tests.bench.figures import Figure, at_most
from tests.bench.load import Effort, generator
from tests.bench.portal import FLOOR, PLAIN, UNCACHED, WARM, BenchPortal

SIZES = {"small": "1000-products", "issue": "bench", "large": "100000-products"}
PARTS = ("loads", "news", "content", "catalogue", "orders", "access")
BUYERS = 8


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench", description="Measure the portal beside its floors.")
    parser.add_argument("--size", choices=SIZES, default="issue", help="1,000, 10,000 or 100,000 products")
    parser.add_argument("--only", type=parts, default=PARTS, help=f"some of {','.join(PARTS)}, comma-separated")
    parser.add_argument("--pages", type=int, default=50_000, help="how many news items the large site has")
    parser.add_argument("--database", default="", help="sqlite, postgres or the URL of a PostgreSQL server")
    parser.add_argument("--seconds", type=float, default=2, help="length of one run; wrk counts in whole ones")
    parser.add_argument("--runs", type=int, default=3, help="runs of each measurement; the median counts")
    return parser


def parts(text: str) -> tuple[str, ...]:
    unknown = set(text.split(",")) - set(PARTS)
    if unknown:
        raise argparse.ArgumentTypeError(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    return tuple(part for part in PARTS if part in text.split(","))


def main() -> None:
    asked = arguments().parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="kabinet-bench-") as folder,
        BenchPortal(Path(folder), SIZES[asked.size], asked.database) as portal,
    ):
        database = portal.database_url.partition(":")[0]
        say(f"database {database}, load by {generator()}, size {asked.size}")
        found = list(told(measured(portal, asked)))
    print(f"\n{figures.table(found)}")
    target = BASE_DIR / "build" / "bench.json"
    figures.write(target, found, size=asked.size, database=database, generator=generator())
    say(f"written to {target.relative_to(BASE_DIR)}")


def told(found: Iterator[Figure]) -> Iterator[Figure]:
    for figure in found:
        beside = f" beside {figure.floor:,.0f}" if figure.floor else ""
        say(f"  {figure.name}: {figure.value:,.2f} {figure.unit}{beside}  {figure.note}".rstrip())
        yield figure


def measured(portal: BenchPortal, asked: argparse.Namespace) -> Iterator[Figure]:
    effort = Effort(seconds=asked.seconds, runs=asked.runs)
    say("filling the simulated 1C")
    portal.fill_simulator()
    portal.start("valkey", "simulator")
    portal.become()
    from tests.bench import access, catalogue, content, loads, news, orders, people, site
    from tests.bench.database import know_the_data

    say("loading from 1C")
    if "loads" in asked.only:
        yield from loads.measure(portal)
    elif {"catalogue", "orders", "access"} & set(asked.only):
        loads.load(portal, "--full")
    portal.start(WARM, UNCACHED, FLOOR)
    site.make_site()
    buyers = people.make_buyers(BUYERS)
    know_the_data()
    if "news" in asked.only:
        yield from news.measure(portal, effort)
    if "catalogue" in asked.only:
        yield from catalogue.measure(portal, effort, buyers[0])
    if "orders" in asked.only:
        yield from orders.measure(portal, effort, buyers)
    if "access" in asked.only:
        yield from access.measure()
    if "content" in asked.only:  # last: the site is large from then on
        portal.start(PLAIN)
        yield from content.measure(portal, effort, asked.pages)
    yield Figure("memory of a web worker", portal.resident(WARM), "MB", None, (at_most(160),), "the larger of two")


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
