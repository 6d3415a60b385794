"""A simulated base shared by the tests of a worker, and what is needed to talk to it."""

import os
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import httpx
import pytest

from integration.simulator.testing import Simulator, running_simulator

EXPORT = Path(os.environ.get("KABINET_1C_EXPORT", Path(__file__).parents[4] / "shared/data/1c-export"))


@pytest.fixture(scope="session")
def simulator() -> Iterator[Simulator]:
    with running_simulator() as running:
        yield running


@pytest.fixture
def onec(simulator: Simulator) -> Iterator[Simulator]:
    """The shared base; whatever faults and behaviours a test sets end with it."""
    yield simulator
    simulator.heal()


@pytest.fixture
def documented(onec: Simulator) -> Simulator:
    """The shared base as the documentation of 1C has it; all others behave as observed."""
    onec.behave("as_documented")
    return onec


@pytest.fixture
def fresh(onec: Simulator) -> Simulator:
    """The shared base as it was seeded."""
    onec.reset()
    return onec


@pytest.fixture
def spoilt(fresh: Simulator) -> Iterator[Simulator]:
    """The shared base as it was seeded, and seeded again afterwards: for edits that others could not read."""
    yield fresh
    fresh.reset()


@pytest.fixture(scope="module")
def seeded(simulator: Simulator) -> Simulator:
    """The shared base as it was seeded, once for the tests of a file that count what it holds."""
    simulator.reset()
    return simulator


@pytest.fixture(scope="session")
def client(simulator: Simulator) -> Iterator[httpx.Client]:
    with httpx.Client(auth=simulator.auth, timeout=20) as http:
        yield http


@pytest.fixture
def odata(onec: Simulator, client: httpx.Client) -> Callable[..., httpx.Response]:
    """odata("Catalog_Партнеры", filter="…", top=5) → the answer to a percent-encoded GET."""

    def get(path: str, raw: str = "", **options) -> httpx.Response:
        query = "&".join(f"${name}={quote(str(value), safe='')}" for name, value in options.items())
        url = f"{onec.base_url}/odata/standard.odata/{quote(path, safe='()')}?$format=json&{query}{raw}"
        return client.get(url)

    return get


@pytest.fixture
def write(onec: Simulator, client: httpx.Client) -> Callable[..., httpx.Response]:
    """write("PATCH", "Catalog_Партнеры(guid'…')", {…}) → the answer."""

    def send(method: str, path: str, body: dict | None = None, **headers) -> httpx.Response:
        return client.request(method, f"{onec.base_url}/odata/standard.odata/{path}", json=body, headers=headers)

    return send


@pytest.fixture
def service(onec: Simulator, client: httpx.Client) -> Callable[..., httpx.Response]:
    """service("prices", limit=10) → the answer of channel B; json=… makes it a POST."""

    def call(path: str, json: dict | None = None, headers: dict | None = None, **params) -> httpx.Response:
        method = "POST" if json is not None else "GET"
        url = f"{onec.base_url}/hs/portal/v1/{path}"
        return client.request(method, url, json=json, headers=headers, params=params)

    return call


@pytest.fixture(scope="session")
def order(simulator: Simulator) -> Callable[..., dict]:
    """order(quantity="2") → an item for POST orders that 1C would take: the first partner's, one line."""
    agreements = simulator.rows("Catalog_СоглашенияСКлиентами")
    agreement = min((row for row in agreements if row["Статус"] == "Действует"), key=lambda row: row["Code"])
    goods = {row["Ref_Key"] for row in simulator.rows("Catalog_Номенклатура") if not row["DeletionMark"]}
    price = next(row for row in simulator.rows("prices", 1_000) if row["product"] in goods)

    def make(quantity: str = "2", version: int = 1, portal_id: str | None = None, **changes) -> dict:
        amount = str(Decimal(quantity) * 10)
        line = {"position": 1, "product": price["product"], "packaging": price["packaging"]}
        data = {
            "number": "P-000001",
            "partner": agreement["Партнер_Key"],
            "counterparty": agreement["Контрагент_Key"],
            "contract": agreement["Договор_Key"],
            "agreement": agreement["Ref_Key"],
            "currency": "KZT",
            "requested_date": "2026-12-01",
            "client_reference": "PO-7",
            "comment": "Позвонить за час",
            "placed_at": "2026-11-20T10:00:00+05:00",
            "total": amount,
            "lines": [line | {"quantity": quantity, "price": "10.00", "amount": amount}],
        }
        return {"id": portal_id or str(uuid4()), "version": version, "data": data | changes}

    return make


@pytest.fixture
def place(service) -> Callable[[dict], dict]:
    """place(item) → its result."""

    def post(item: dict) -> dict:
        return service("orders", {"items": [item]}).json()["results"][0]

    return post


@pytest.fixture
def post(service) -> Callable[..., dict]:
    """post("claims", data, key=…, version=2) → the result of one item."""

    def send(entity: str, data: dict, key: str | None = None, version: int = 1) -> dict:
        item = {"id": key or str(uuid4()), "version": version, "data": data}
        return service(entity, {"items": [item]}).json()["results"][0]

    return send


@pytest.fixture
def held(service) -> Callable[[str, str], dict]:
    """held("claims", key) → the data 1C holds under the portal's id."""

    def find(entity: str, key: str) -> dict:
        answer = service(f"{entity}/{key}")
        assert answer.status_code == 200, answer.text
        return answer.json()["data"]

    return find


@pytest.fixture
def papers(onec: Simulator) -> dict[str, dict]:
    """What the portal may send of each entity, for the first partner; refers to what the base was seeded with."""
    return valid_papers(onec)


@pytest.fixture(scope="session")
def export() -> Path:
    """The folder of files that live bases wrote."""
    if not EXPORT.is_dir():
        pytest.skip(f"the 1C export is not at {EXPORT}; KABINET_1C_EXPORT can say where it is")
    return EXPORT


def valid_papers(onec: Simulator) -> dict[str, dict]:
    partner = next(row for row in onec.rows("Catalog_Партнеры") if row["Code"] == "00-00000001")["Ref_Key"]
    contract = next(row for row in onec.rows("Catalog_ДоговорыКонтрагентов") if row["Партнер_Key"] == partner)
    product = next(row for row in onec.rows("Catalog_Номенклатура") if not (row["IsFolder"] or row["DeletionMark"]))
    consignee = next(key for key, row in feed_rows(onec, "consignees").items() if row["partner"] == partner)
    head = {"partner": partner, "counterparty": contract["Контрагент_Key"]}
    at = "2026-11-20T10:00:00+05:00"
    return {
        "consignees": head
        | {
            "name": "ТОО «Склад»",
            "tax_id": "971240001315",
            "contact_person": "Алиш Ержан",
            "phone": "+7 701 111 22 33",
        },
        "addresses": {
            "consignee": consignee,
            "partner": partner,
            "country": "KZ",
            "postcode": "050000",
            "city": "Алматы",
            "address": "ул. Промышленная, 12",
            "working_hours": "Пн–Пт 9:00–18:00",
            "comment": "",
        },
        "contacts": {
            "partner": partner,
            "name": "Мороз Ольга",
            "position": "Менеджер по закупкам",
            "email": "olga@client.example",
            "phone": "+7 701 444 55 66",
        },
        "claims": head
        | {
            "contract": contract["Ref_Key"],
            "order": None,
            "kind": "quantity",
            "subject": "Недостача",
            "text": "Не хватает бочки",
            "created_at": at,
        },
        "plans": {
            "partner": partner,
            "period_start": "2027-01-01",
            "period_end": "2027-03-31",
            "comment": "Первый квартал",
            "lines": [{"product": product["Ref_Key"], "quantity": "120.500", "amount": "2500000.00"}],
        },
        "notifications": {
            "partner": partner,
            "kind": "other",
            "subject": "Клиент ждёт звонка",
            "text": "",
            "order": None,
            "created_at": at,
            "read_at": None,
        },
        "messages": {
            "chat": str(uuid4()),
            "partner": partner,
            "author": {"kind": "client", "name": "Ольга Мороз", "email": "olga@client.example"},
            "text": "Когда отгрузите?",
            "sent_at": at,
            "order": None,
        },
    }


def feed_rows(onec: Simulator, entity: str) -> dict[str, dict]:
    """id → data of a whole feed."""
    page = httpx.get(f"{onec.base_url}/hs/portal/v1/{entity}?limit=50000", auth=onec.auth).json()
    return {item["id"]: item["data"] for item in page["items"]}
