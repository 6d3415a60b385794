"""Loads from the simulated 1C by `manage.py onec load`: everything, then a hundred changes of each."""

import subprocess
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

import httpx

from cms.processes import specs
from integration.simulator.testing import Simulator
from tests.bench.copying import seconds_to_copy
from tests.bench.database import know_the_data
from tests.bench.figures import Figure, at_least, at_most, ratio_at_least
from tests.bench.memory import memory_mb
from tests.bench.portal import BenchPortal

GOODS, REGISTERS = ("products", "packagings"), ("prices", "stock")
CHANGES = 100
CHANGED = {"products": CHANGES, "prices": CHANGES, "stock": CHANGES}


@dataclass(frozen=True)
class Loaded:
    """What one run of the command did. `rows` and `seconds` by entity; `peak` is resident memory in MB."""

    rows: dict[str, int]
    seconds: dict[str, float]
    peak: float

    def rate(self, names: Iterable[str], count: int | None = None) -> float:
        """Rows a second of these entities, or `count` in their time."""
        took = sum(self.seconds[name] for name in names)
        return (sum(self.rows[name] for name in names) if count is None else count) / took


def measure(portal: BenchPortal) -> Iterator[Figure]:
    """Fills the empty portal on the way."""
    onec = Simulator(portal.ports.simulator, "demo", ("portal", "portal"))
    loaded = load(portal, "--full")
    read = read_again(portal, onec)
    yield from _full(loaded, read)
    know_the_data()
    yield from _changes(portal, onec)


def load(portal: BenchPortal, *arguments: str) -> Loaded:
    """Run the command as people do; RuntimeError with its output when it fails."""
    command = [specs.PYTHON, str(specs.BASE_DIR / "manage.py"), "onec", "load", *arguments]
    log, peak = portal.folder / "load.log", 0.0
    with log.open("w") as file:
        process = subprocess.Popen(command, env=portal.environment, cwd=specs.BASE_DIR, stdout=file, stderr=file)
        while process.poll() is None:
            peak = max(peak, memory_mb(process.pid, "VmHWM"))
            time.sleep(0.1)
    if process.returncode:
        raise RuntimeError(f"onec load failed:\n{log.read_text()}")
    lines = [words for line in log.read_text().splitlines() if len(words := line.split()) == 7 and words[2].isdigit()]
    rows = {words[0]: int(words[2]) for words in lines}
    return Loaded(rows, {words[0]: max(float(words[-1]), 0.01) for words in lines}, peak)


def _full(loaded: Loaded, read: dict[str, float]) -> Iterator[Figure]:
    from modules.catalog.models import Packaging, Price, Product, Stock

    (products, first), (_, second) = seconds_to_copy(Product), seconds_to_copy(Packaging)
    rate = loaded.rate(GOODS, products)
    note = f"read alone {products / _reading(read, 'Номенклатура', 'Упаковки'):,.0f}/s"
    yield Figure(
        "full load: products + packagings",
        rate,
        "products/s",
        products / (first + second),
        (ratio_at_least(0.12),),
        note,
    )
    (prices, first), (stock, second) = seconds_to_copy(Price), seconds_to_copy(Stock)
    rate = loaded.rate(REGISTERS)
    note = f"read alone {(prices + stock) / _reading(read, '/prices', '/stock'):,.0f}/s"
    yield Figure(
        "full load: prices + stock", rate, "rows/s", (prices + stock) / (first + second), (at_least(30_000),), note
    )
    for name in (*REGISTERS, "assortment"):
        yield Figure(f"full load: {name}", loaded.rate([name]), "rows/s")
    yield Figure("full load: peak memory", loaded.peak, "MB")


def _changes(portal: BenchPortal, onec: Simulator) -> Iterator[Figure]:
    """Each entity beside reading the same pages and doing nothing with them."""
    change(onec)
    for name in (*GOODS, *REGISTERS):
        onec.control("DELETE", "log")
        took = load(portal, "--changes", name).seconds[name]
        kilobytes = sum(entry["bytes"] for entry in onec.log(5000)) / 1024
        note = f"{kilobytes:,.0f} KB, read alone {sum(read_again(portal, onec).values()):.2f} s"
        yield Figure(f"{CHANGED.get(name, 'no')} changes: {name}", took, "s", None, (at_most(2),), note)


def change(onec: Simulator) -> None:
    """A hundred products, prices and balances change in 1C."""
    for entity, patch in (
        ("Catalog_Номенклатура", {"Описание": "Изменено."}),
        ("prices", {"price": "77.7700"}),
        ("stock", {"available": "7.000"}),
    ):
        for key in _keys(onec, entity):
            onec.edit(entity, patch, key=key)


def _keys(onec: Simulator, entity: str) -> list[str]:
    if entity.startswith("Catalog_"):
        goods = [row["Ref_Key"] for row in onec.rows(entity, CHANGES * 2) if not row["IsFolder"]]
        return goods[:CHANGES]
    address = f"{onec.base_url}/hs/portal/v1/{entity}"
    items = httpx.get(address, params={"limit": CHANGES}, auth=onec.auth, timeout=60).json()["items"]
    return [item["id"] for item in items]


def read_again(portal: BenchPortal, onec: Simulator) -> dict[str, float]:
    """Path → seconds to read all its pages once more and do nothing with them: the floor of any load by HTTP."""
    pages = [entry for entry in reversed(onec.log(5000)) if entry["method"] == "GET" and entry["status"] == 200]
    seconds: dict[str, float] = {}
    with httpx.Client(auth=onec.auth, timeout=60, trust_env=False) as client:
        for page in pages:
            query = quote(page["query"], safe="$'(),:=&")
            started = time.perf_counter()
            client.get(f"{onec.url}{quote(page['path'])}?{query}").raise_for_status()
            seconds[page["path"]] = seconds.get(page["path"], 0) + time.perf_counter() - started
    return seconds


def _reading(read: dict[str, float], *parts: str) -> float:
    return sum(seconds for path, seconds in read.items() if any(part in path for part in parts))
