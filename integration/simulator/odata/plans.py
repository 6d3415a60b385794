"""Exchange plans: what changed since a node said it had everything.

A change is unacknowledged while its number of writing is above the node's note; SelectChanges notes for a message how
far it reached, NotifyChangesReceived moves the node's note there. A row written again after it was selected is
therefore selected again.
"""

import asyncio
import re
from collections.abc import Iterator
from contextlib import asynccontextmanager

import orjson
from starlette.requests import Request
from starlette.responses import Response

from integration.simulator.entities import OBJECTS, PLAN
from integration.simulator.odata.answers import json_answer
from integration.simulator.odata.errors import INSTANCE, OPTION, URL, ODataError
from integration.simulator.odata.query import options
from integration.simulator.refs import as_key
from integration.simulator.store import Store

NODE = re.compile(rf"'(?:.*/)?{PLAN}\(guid'+(?P<key>[^']+)'+\)'?")
CONTROL = re.compile(rb"(?<!\\)(?:\\\\)*\\(?:u00[01]|[bf])")  # tab and line ends are let through
WATCHED = tuple(name for name in OBJECTS if name != PLAN)


async def select_changes(request: Request) -> Response:
    """POST: every unacknowledged change, in one answer. Raises ODataError 500 while another reads for the node."""
    node, message = asked(request)
    state = request.app.state
    async with one_reader(state.readers, node):
        await asyncio.sleep(state.profile.slow_changes)
        items = list(unacknowledged(state.store, node))
        if state.profile.control_stops_plan and any(CONTROL.search(item) for item in items):
            raise ODataError(500, "-1", "Ошибка преобразования данных: недопустимый символ")
        with state.store.transaction():
            state.store.set_note(f"reached {node} {message}", state.store.note("seq", "0"))
        return json_answer(state.profile, b'{"value":[%s]}' % b",".join(items))


async def notify_changes_received(request: Request) -> Response:
    """POST: the node has all up to this message; it is not told of it again."""
    node, message = asked(request)
    store = request.app.state.store
    reached = [int(value) for number, value in messages(store, node) if number <= message]
    if reached:
        with store.transaction():
            store.set_note(f"acknowledged {node}", max([acknowledged(store, node), *reached]))
    return Response(status_code=200)


def asked(request: Request) -> tuple[str, int]:
    """Key of the node and number of the message. Raises ODataError 405, 400 (code 14) or 404 (code 9)."""
    if request.method != "POST":
        raise ODataError(405, URL, "Метод не поддерживается")
    given = options(request.url.query)
    match = NODE.fullmatch(given.get("DataExchangePoint", ""))
    number = given.get("MessageNo", "")
    if not match or not number.isdigit():
        raise ODataError(400, OPTION, "Ошибка разбора опций запроса: DataExchangePoint, MessageNo")
    key = as_key(match["key"])
    if key is None or request.app.state.store.get(PLAN, key) is None:
        raise ODataError(404, INSTANCE, "Узел плана обмена не найден")
    return key, int(number)


@asynccontextmanager
async def one_reader(readers: set[str], node: str):
    if node in readers:
        raise ODataError(500, "-1", "Конфликт блокировок при выполнении транзакции: узел занят другим сеансом")
    readers.add(node)
    try:
        yield
    finally:
        readers.discard(node)


def unacknowledged(store: Store, node: str) -> Iterator[bytes]:
    since = acknowledged(store, node)
    for entity in WATCHED:
        for row in store.select("entity = ? AND seq > ? ORDER BY seq", (entity, since)):
            yield b'{"odata.type":"StandardODATA.%s",%s' % (entity.encode(), row.body[1:])
    for entity, key in store.removed(since):
        if entity in WATCHED:
            gone = {"odata.type": "StandardODATA.ObjectDeletion", "Ref": key, "Ref_Type": f"StandardODATA.{entity}"}
            yield orjson.dumps(gone)


def acknowledged(store: Store, node: str) -> int:
    """Writes up to this number the node knows of; at first those the base was filled with."""
    return int(store.note(f"acknowledged {node}", store.note("filled", "0")))


def messages(store: Store, node: str) -> Iterator[tuple[int, str]]:
    prefix = f"reached {node} "
    for name, value in store.notes(prefix):
        yield int(name.removeprefix(prefix)), value
