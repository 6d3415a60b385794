"""Routes of channel A. The path after odata/standard.odata/ is `Entity`, `Entity(guid'…')` and what may follow it,
or one of the few functions."""

import re
from dataclasses import replace

import orjson
from starlette.requests import Request
from starlette.responses import Response

from integration.simulator.entities import OBJECTS
from integration.simulator.odata import balance, pages, plans
from integration.simulator.odata.answers import json_answer
from integration.simulator.odata.errors import INSTANCE, TYPE, URL, ODataError, error_response
from integration.simulator.odata.metadata import metadata
from integration.simulator.odata.query import Query, parse_query
from integration.simulator.odata.writes import Writing, found, precondition
from integration.simulator.profile import Profile
from integration.simulator.refs import as_key, data_version
from integration.simulator.rows import Row

RESOURCE = re.compile(r"(?P<entity>[^/($]+)(?:\(guid'(?P<key>[^']*)'\))?(?:/(?P<rest>\$?\w+))?")
CHANGES = ("GET", "PATCH", "PUT", "DELETE")


async def odata(request: Request) -> Response:
    try:
        function = functions(request)
        return await function(request) if function else answer(request, await request.body())
    except ODataError as error:
        form = behaviour(request).internal_form if error.status >= 500 else "json"
        return error_response(error.status, error.code, error.message, form)


def functions(request: Request):
    path = request.path_params["path"]
    if path.startswith(f"{balance.REGISTER}/Balance"):
        return balance.balance
    return {"SelectChanges": plans.select_changes, "NotifyChangesReceived": plans.notify_changes_received}.get(path)


def answer(request: Request, body: bytes) -> Response:
    path = request.path_params["path"]
    if path == "$metadata":
        content = metadata(behaviour(request).metadata_megabytes)
        return Response(content, media_type="application/xml;charset=utf-8")
    if path == "":
        return json_answer(behaviour(request), service_document(request))
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
    store, profile = request.app.state.store, behaviour(request)
    if request.method == "POST" and not rest:
        return object_answer(request, writing(request).create(entity, given(body)), status=201)
    if request.method != "GET" or rest not in (None, "$count"):
        raise ODataError(405, URL, "Метод не поддерживается")
    query = parse_query(entity, request.url.query, profile)
    if rest == "$count":
        return Response(str(pages.count(store, entity, query, profile)), media_type="text/plain")
    query = shortened(query, request.scope.get("short_page"))
    return json_answer(profile, pages.page(store, entity, query, address(request), profile))


def shortened(query: Query, rows: int | None) -> Query:
    """A page cut short by a fault: fewer rows than asked for, though there are more."""
    return query if rows is None else replace(query, top=min(rows, query.top or rows))


def of_object(request: Request, entity: str, key: str, rest: str | None, body: bytes) -> Response:
    method = request.method
    if method == "POST" and rest in ("Post", "Unpost"):
        row = allowed(request, entity, key)
        writing(request).post(entity, row.key, posted=rest == "Post")
        return Response(status_code=200)
    if rest or method not in CHANGES:
        raise ODataError(405, URL, "Метод не поддерживается")
    row = allowed(request, entity, key)
    if method == "GET":
        return object_answer(request, row, parse_query(entity, request.url.query, behaviour(request)))
    if behaviour(request).checks_if_match:
        precondition(row, request.headers.get("if-match"))
    return changed(request, row, body)


def changed(request: Request, row: Row, body: bytes) -> Response:
    if request.method == "DELETE":
        writing(request).delete(row.entity, row.key)
        return Response(status_code=204)
    write = writing(request).replace if request.method == "PUT" else writing(request).update
    return object_answer(request, write(row.entity, row.key, given(body)))


def allowed(request: Request, entity: str, key: str) -> Row:
    """The row. Raises ODataError: 404, or 401 (code 20) when the user has no right to it."""
    if key in behaviour(request).hidden_rows:
        raise pages.no_rights(entity)
    return found(request.app.state.store, entity, key)


def object_answer(request: Request, row: Row, query: Query | None = None, status: int = 200) -> Response:
    profile = behaviour(request)
    headers = {"ETag": f'W/"{data_version(row.seq)}"'} if profile.checks_if_match else None
    body = pages.one(request.app.state.store, row, address(request), query)
    return json_answer(profile, body, status, headers)


def behaviour(request: Request) -> Profile:
    return request.app.state.profile


def writing(request: Request) -> Writing:
    loading = request.headers.get("1c_odata-dataloadmode", "").lower() == "true"
    return Writing(request.app.state.store, behaviour(request).silent, loading)


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
