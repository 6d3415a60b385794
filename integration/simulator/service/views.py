"""Routes of channel B."""

from decimal import Decimal

import orjson
from starlette.requests import Request
from starlette.responses import Response

from integration.simulator.entities import FEEDS, ORDERS, PROPOSALS
from integration.simulator.refs import as_key
from integration.simulator.service import counterparties, feed, orders
from integration.simulator.service.marks import BadMark, Mark, MarkTooOld, newest, read_mark

CONFIGURATION, RELEASE = "ERP Управление предприятием 2", "2.5.17.111"
FEATURES = [*FEEDS, "orders.write", "orders.search", "counterparties.write", "counterparties.search"]


def answer(value: object, status: int = 200, headers: dict | None = None) -> Response:
    body = value if isinstance(value, bytes) else orjson.dumps(value)
    return Response(body, status, headers, "application/json;charset=utf-8")


def refusal(status: int, code: str, message: str) -> Response:
    return answer({"error": {"code": code, "message": message}}, status)


async def ping(request: Request) -> Response:
    now = request.app.state.store.clock.stamp()
    return answer({"time": now, "configuration": CONFIGURATION, "release": RELEASE, "features": FEATURES})


async def root(request: Request) -> Response:
    store = request.app.state.store
    entities = [
        {"name": name, "changed_at": store.note(f"changed_at {name}") or None, "mark": str(newest(store, name))}
        for name in FEEDS
    ]
    return answer({"entities": entities})


async def entity(request: Request) -> Response:
    store, name = request.app.state.store, request.path_params["entity"]
    if name not in FEEDS:
        return refusal(404, "entity", f"Нет такой сущности: {name}")
    try:
        since = read_mark(request.query_params["since"], store) if request.query_params.get("since") else None
        limit = read_limit(request.query_params.get("limit"))
    except MarkTooOld:
        return refusal(410, "mark", "Отметка устарела, нужна полная загрузка")
    except (BadMark, ValueError) as error:
        return refusal(400, "parameter", f"Неверный параметр: {error}")
    known = etag_mark(request, store)
    if known and feed.unchanged(store, name, known):
        return Response(status_code=304, headers={"ETag": f'"{known}"'})
    page = feed.page(store, name, since, limit)
    return answer(page.body(), headers={"ETag": f'"{page.mark}"'})


def read_limit(text: str | None) -> int:
    limit = int(text) if text else feed.DEFAULT_LIMIT
    if limit < 1:
        raise ValueError(f"limit = {limit}")
    return min(limit, feed.MAX_LIMIT)


def etag_mark(request: Request, store) -> Mark | None:
    """The mark in If-None-Match; None when there is none that this base still knows."""
    try:
        return read_mark(request.headers.get("if-none-match", "").removeprefix("W/").strip('"'), store)
    except (BadMark, MarkTooOld):
        return None


async def receive_orders(request: Request) -> Response:
    state, items = request.app.state, items_of(await request.body())
    if items is None:
        return WRONG_FORM
    limit = Decimal(state.options.max_quantity)
    return answer({"results": [orders.receive(state.store, item, limit) for item in items]})


async def receive_counterparties(request: Request) -> Response:
    store, items = request.app.state.store, items_of(await request.body())
    if items is None:
        return WRONG_FORM
    return answer({"results": [counterparties.receive(store, item) for item in items]})


async def find_order(request: Request) -> Response:
    return found(request, ORDERS) or refusal(404, "order", "Заказ с таким идентификатором портала не найден")


async def find_counterparty(request: Request) -> Response:
    return found(request, PROPOSALS) or refusal(404, "counterparty", "Контрагент с таким идентификатором не найден")


def items_of(body: bytes) -> list[dict] | None:
    """The objects sent; None for anything but {"items": [{…}]}."""
    try:
        items = orjson.loads(body)["items"]
        return items if all(isinstance(item, dict) for item in items) else None
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return None


def found(request: Request, entity: str) -> Response | None:
    key = as_key(request.path_params["id"])
    row = request.app.state.store.get(entity, key) if key else None
    return answer(row.body) if row else None


WRONG_FORM = refusal(400, "format", 'Ожидается {"items": [{"id", "version", "data"}]}')
