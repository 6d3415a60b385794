"""Routes of the control API, under /_control/."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from integration.simulator.control.edits import edit
from integration.simulator.control.requests import attempt, json_body
from integration.simulator.entities import DOCUMENT, ITEMS, OBJECTS, ORDERS
from integration.simulator.filling import fill
from integration.simulator.profile import changed
from integration.simulator.refs import as_key
from integration.simulator.service.marks import forget
from integration.simulator.service.ticking import tick


async def health(request: Request) -> Response:
    state = request.app.state
    return JSONResponse({"status": "ok", "base": state.options.base, "epoch": state.store.note("epoch")})


async def counts(request: Request) -> Response:
    return JSONResponse(request.app.state.store.counts())


async def faults(request: Request) -> Response:
    held = request.app.state.faults
    if request.method == "POST":
        return await attempt(request, lambda rule: JSONResponse(held.add(rule).as_dict(), 201))
    if request.method == "DELETE":
        held.clear()
    return JSONResponse({"faults": [fault.as_dict() for fault in held.rules]})


async def log(request: Request) -> Response:
    """The newest requests first; `at_once`: the most that 1C had to answer at a time."""
    held, at_once = request.app.state.log, request.app.state.at_once
    if request.method == "DELETE":
        held.clear()
        at_once.most = at_once.now
    limit = int(request.query_params.get("limit", 100))
    return JSONResponse({"requests": list(reversed(held))[:limit], "at_once": at_once.most})


async def reset(request: Request) -> Response:
    """Empty the base and fill it again; faults, log, clock, profile and webhooks start anew too."""
    state, order = request.app.state, await json_body(request)
    state.faults.clear()
    state.log.clear()
    state.webhooks.reset()
    state.store.clock.offset = timedelta()
    state.profile = state.options.behaves()
    fill(state.store, state.options, order.get("seed"))
    return JSONResponse({"status": "ok", "epoch": state.store.note("epoch"), "rows": state.store.counts()})


async def profile(request: Request) -> Response:
    """POST {"name", behaviour: value, …}: from now on; DELETE: as the base was started."""
    state = request.app.state

    def apply(changes: dict) -> Response:
        state.profile = changed(state.profile, changes)
        return JSONResponse(state.profile.as_dict())

    if request.method == "POST":
        return await attempt(request, apply)
    if request.method == "DELETE":
        state.profile = state.options.behaves()
    return JSONResponse(state.profile.as_dict())


async def clock(request: Request) -> Response:
    held, order = request.app.state.store.clock, await json_body(request)
    held.offset = timedelta(seconds=float(order.get("offset", 0)))
    return JSONResponse({"time": held.stamp()})


async def tick_orders(request: Request) -> Response:
    return JSONResponse(tick(request.app.state.store))


async def forget_changes(request: Request) -> Response:
    return JSONResponse({"forgotten": forget(request.app.state.store)})


async def orders(request: Request) -> Response:
    """Documents as 1C holds them, each with the portal id it was made for and the order's state in the feed."""
    store, wanted = request.app.state.store, as_key(request.query_params.get("id", ""))
    rows = store.linked(DOCUMENT, wanted) if wanted else store.select("entity = ? ORDER BY seq", (DOCUMENT,))
    documents = [row.fields for row in rows]
    return JSONResponse({"orders": [with_state(store, fields) for fields in documents]})


def with_state(store, fields: dict) -> dict:
    order = store.get(ORDERS, fields["ИдентификаторПортала"])
    states = {"state": order.fields["state"], "reason": order.fields["reason"]} if order else {}
    head = {"portal_id": fields["ИдентификаторПортала"], "ref": fields["Ref_Key"], "number": fields["Number"]}
    return {**head, **states, "document": fields}


async def webhooks(request: Request) -> Response:
    """POST {"url", "token"}: send changes there; DELETE: nowhere, forget all. Answers what was sent, newest first."""
    held = request.app.state.webhooks
    if request.method == "POST":
        given = await json_body(request)
        held.point(given.get("url"), str(given.get("token") or ""))
    if request.method == "DELETE":
        held.reset()
        held.point(None, "")
    limit = int(request.query_params.get("limit", 100))
    return JSONResponse({"url": held.url or None, "sent": list(reversed(held.log))[:limit]})


async def rows(request: Request) -> Response:
    """POST: an edit. GET ?entity=&offset=&limit=: rows as they are, in key order."""
    store = request.app.state.store
    if request.method == "POST":
        return await attempt(request, lambda order: written(edit(store, order)))
    entity = request.query_params.get("entity")
    if entity not in OBJECTS and entity not in ITEMS:
        return JSONResponse({"error": f"no such entity: {entity}"}, 400)
    window = (entity, int(request.query_params.get("limit", 100)), int(request.query_params.get("offset", 0)))
    found = [row.fields for row in store.select("entity = ? ORDER BY key LIMIT ? OFFSET ?", window)]
    return JSONResponse({"count": store.count(entity), "rows": found})


def written(rows) -> Response:
    return JSONResponse({"rows": [{"key": row.key, "version": row.seq, "deleted": row.deleted} for row in rows]})
