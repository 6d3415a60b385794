"""Routes of the control API that do what the people in 1C do: decide, answer, write, post payments."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from integration.simulator.control.requests import attempt
from integration.simulator.entities import ORDERS, PARTNERS, PLAN_DOCUMENT
from integration.simulator.refs import as_key
from integration.simulator.rows import Row
from integration.simulator.service import addresses, changes, claims, limits, messages, notifications, plans
from integration.simulator.service.states import move
from integration.simulator.store import Store


def about(entity: str, work: Callable[[Store, Row, dict], Row]):
    """A route with {id} of an object of the entity: do the work on it in one transaction, answer its fields."""

    async def view(request: Request) -> Response:
        store, key = request.app.state.store, as_key(request.path_params["id"])
        row = store.get(entity, key) if key else None
        if row is None:
            return JSONResponse({"error": f"not in {entity}: {request.path_params['id']}"}, 404)
        return await attempt(request, lambda given: done(store, lambda: work(store, row, given)))

    return view


def anew(work: Callable[[Store, dict], Row]):
    """A route that makes something: {"key"} of it and its fields."""

    async def view(request: Request) -> Response:
        store = request.app.state.store
        return await attempt(request, lambda given: done(store, lambda: work(store, given)))

    return view


def done(store: Store, work: Callable[[], Row]) -> Response:
    with store.transaction():
        row = work()
    return JSONResponse({"key": row.key, **row.fields})


def pay(store: Store, given: dict) -> Row:
    contract = as_key(str(given.get("contract") or ""))
    row = limits.limit_of(store, contract, given.get("currency")) if contract else None
    if row is None:
        raise ValueError(f"no limit of the contract: {given.get('contract')}")
    return limits.pay(store, row, changes.amount(given.get("amount")))


def write_message(store: Store, given: dict) -> Row:
    """Into a chat that 1C knows, or into one named with its partner."""
    chat = as_key(str(given.get("chat") or ""))
    if chat is None or not given.get("text"):
        raise ValueError("chat (UUID) and text are needed")
    known = store.linked(messages.MESSAGES, chat)
    partner = known[0].fields["partner"] if known else partner_of(store, given)
    return messages.write(store, chat, partner, str(given["text"]), given.get("order"))


def notify(store: Store, given: dict) -> Row:
    texts = (given.get("kind", "other"), str(given.get("subject") or ""), str(given.get("text") or ""))
    return notifications.notify(store, partner_of(store, given), *texts, given.get("order"), given.get("contract"))


def register_claim(store: Store, given: dict) -> Row:
    """A claim that came to 1C past the portal."""
    kind = given.get("kind", "quantity")
    if kind not in claims.KINDS:
        raise ValueError(f"no such kind: {kind}")
    return claims.register_own(store, partner_of(store, given), kind, given)


def partner_of(store: Store, given: dict) -> str:
    key = as_key(str(given.get("partner") or ""))
    if key is None or store.get(PARTNERS, key) is None:
        raise ValueError(f"no such partner: {given.get('partner')}")
    return key


move_order = about(ORDERS, lambda store, row, given: move(store, row, given.get("state", ""), given.get("reason", "")))
change_order = about(ORDERS, changes.change)
decide_address = about(
    addresses.ADDRESSES,
    lambda store, row, given: addresses.decide(store, row, given.get("state", ""), given.get("reason", "")),
)
answer_claim = about(
    claims.CLAIMS, lambda store, row, given: claims.answer(store, row, given.get("status", ""), given.get("answer"))
)
decide_plan = about(PLAN_DOCUMENT, lambda store, row, given: plans.decide(store, row, given.get("status", "")))
post_payment, post_message, post_notification, post_claim = map(anew, (pay, write_message, notify, register_claim))
