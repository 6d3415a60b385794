"""Routes of channel B."""

import orjson
from starlette.requests import Request
from starlette.responses import Response

from integration.simulator.entities import FEEDS
from integration.simulator.refs import as_key
from integration.simulator.service import feed, live
from integration.simulator.service.intakes import INTAKES, held
from integration.simulator.service.marks import BadMark, Mark, MarkTooOld, newest, read_mark
from integration.simulator.service.receive import receive as take_item
from integration.simulator.store import Store

CONFIGURATION, RELEASE = "ERP Управление предприятием 2", "2.5.17.111"
FEATURES = [
    *FEEDS,
    *(f"{name}.{does}" for name in INTAKES for does in ("write", "search")),
    *(f"{name}.ask" for name in live.KEYS),
    "webhooks",
]


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
    return answer({"entities": [listed(store, name) for name in FEEDS]})


def listed(store: Store, name: str) -> dict:
    changed_at = store.note(f"changed_at {name}") or None
    return {"name": name, "changed_at": changed_at, "mark": str(newest(store, name)), "rows": store.count(name)}


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
    asked = request.query_params.get(live.KEYS.get(name, ""))
    if asked is not None:
        return ask(request, name, asked)
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


def ask(request: Request, name: str, keys: str) -> Response:
    try:
        return answer(live.answer(request.app.state.store, name, keys).body())
    except ValueError as error:
        return refusal(400, "parameter", f"Неверный параметр: {error}")


async def receive(request: Request) -> Response:
    state, name = request.app.state, request.path_params["entity"]
    intake, items = INTAKES.get(name), items_of(await request.body())
    if intake is None:
        return refusal(405 if name in FEEDS else 404, "entity", f"Сущность не принимается: {name}")
    if items is None:
        return refusal(400, "format", 'Ожидается {"items": [{"id", "version", "data"}]}')
    return answer({"results": [take_item(state.store, state.options, name, intake.take, item) for item in items]})


async def find(request: Request) -> Response:
    name, key = request.path_params["entity"], as_key(request.path_params["id"])
    body = held(request.app.state.store, name, key) if name in INTAKES and key else None
    return answer(body) if body else refusal(404, "id", f"Не найдено: {name}, {request.path_params['id']}")


def items_of(body: bytes) -> list[dict] | None:
    """The objects sent; None for anything but {"items": [{…}]}."""
    try:
        items = orjson.loads(body)["items"]
        return items if all(isinstance(item, dict) for item in items) else None
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return None
