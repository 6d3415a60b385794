"""Routes of channel A. The path after odata/standard.odata/ is `Entity`, `Entity(guid'…')` and what may follow it."""

import re
from dataclasses import replace

import orjson
from starlette.requests import Request
from starlette.responses import Response

from integration.simulator.entities import OBJECTS
from integration.simulator.odata import pages, writes
from integration.simulator.odata.errors import INSTANCE, TYPE, URL, ODataError, error_response
from integration.simulator.odata.metadata import metadata
from integration.simulator.odata.query import Query, parse_query
from integration.simulator.refs import as_key

RESOURCE = re.compile(r"(?P<entity>[^/($]+)(?:\(guid'(?P<key>[^']*)'\))?(?:/(?P<rest>\$?\w+))?")
JSON = "application/json;odata=minimalmetadata;charset=utf-8"


async def odata(request: Request) -> Response:
    try:
        return answer(request, await request.body())
    except ODataError as error:
        return error_response(error.status, error.code, error.message)


def answer(request: Request, body: bytes) -> Response:
    path = request.path_params["path"]
    if path == "$metadata":
        return Response(metadata(), media_type="application/xml;charset=utf-8")
    if path == "":
        return Response(service_document(request), media_type=JSON)
    match = RESOURCE.fullmatch(path)
    if not match:
        raise ODataError(400, URL, f"Неверный URL: «{path}»")
    entity, key, rest = match["entity"], match["key"], match["rest"]
    if entity not in OBJECTS:
        raise ODataError(404, TYPE, f"Тип сущности не найден: «{entity}»")
    if key is None:
        return of_set(request, entity, rest, body)
    if as_key(key) is None:
        raise ODataError(400, INSTANCE, f"Неверный ключ: «{key}»")
    return of_object(request, entity, as_key(key), rest, body)


def of_set(request: Request, entity: str, rest: str | None, body: bytes) -> Response:
    state = request.app.state
    if request.method == "POST" and not rest:
        row = writes.create(state.store, entity, given(body))
        return Response(pages.one(row, address(request)), 201, media_type=JSON)
    if request.method != "GET" or rest not in (None, "$count"):
        raise ODataError(405, URL, "Метод не поддерживается")
    query = parse_query(entity, request.url.query)
    if rest == "$count":
        return Response(str(pages.count(state.store, entity, query)), media_type="text/plain")
    query = shortened(query, request.scope.get("short_page"))
    return Response(pages.page(state.store, entity, query, address(request), state.profile), media_type=JSON)


def shortened(query: Query, rows: int | None) -> Query:
    """A page cut short by a fault: fewer rows than asked for, though there are more."""
    return query if rows is None else replace(query, top=min(rows, query.top or rows))


def of_object(request: Request, entity: str, key: str, rest: str | None, body: bytes) -> Response:
    store, method = request.app.state.store, request.method
    if (method, rest) == ("POST", "Post"):
        writes.post(store, entity, key)
        return Response(status_code=200)
    if rest or method not in ("GET", "PATCH", "DELETE"):
        raise ODataError(405, URL, "Метод не поддерживается")
    row = writes.found(store, entity, key)
    if method == "GET":
        query = parse_query(entity, request.url.query)
        return Response(pages.one(row, address(request), query.select), media_type=JSON)
    if request.app.state.profile.checks_if_match:
        writes.precondition(row, request.headers.get("if-match"))
    if method == "DELETE":
        writes.delete(store, entity, key)
        return Response(status_code=204)
    return Response(pages.one(writes.update(store, entity, key, given(body)), address(request)), media_type=JSON)


def given(body: bytes) -> dict:
    try:
        fields = orjson.loads(body)
    except orjson.JSONDecodeError:
        fields = None
    if not isinstance(fields, dict):
        raise ODataError(400, URL, "Ошибка разбора тела запроса")
    return fields


def address(request: Request) -> str:
    return f"http://{request.headers.get('host', 'localhost')}/{request.app.state.options.base}/odata/standard.odata/"


def service_document(request: Request) -> bytes:
    sets = [{"name": name, "url": name} for name in OBJECTS]
    return orjson.dumps({"odata.metadata": address(request) + "$metadata", "value": sets})
