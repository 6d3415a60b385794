"""The virtual table of balances of one register: what a base takes long to answer."""

import asyncio
import re

import orjson
from starlette.requests import Request
from starlette.responses import Response

from integration.simulator.odata.answers import json_answer
from integration.simulator.odata.errors import OPTION, URL, ODataError
from integration.simulator.refs import as_key
from integration.simulator.store import Store

REGISTER = "AccumulationRegister_СвободныеОстатки"
CALL = re.compile(rf"{REGISTER}/Balance\((?:Condition='Номенклатура_Key eq guid'+(?P<product>[^']+)'+)?\)")


async def balance(request: Request) -> Response:
    """GET …/Balance() or …/Balance(Condition='Номенклатура_Key eq guid''…'''): what is free in each warehouse."""
    state = request.app.state
    if request.method != "GET":
        raise ODataError(405, URL, "Метод не поддерживается")
    match = CALL.fullmatch(request.path_params["path"])
    if not match or (match["product"] and as_key(match["product"]) is None):
        raise ODataError(400, OPTION, "Ошибка разбора параметров виртуальной таблицы")
    await asyncio.sleep(state.profile.slow_balance)
    return json_answer(state.profile, orjson.dumps({"value": balances(state.store, match["product"])}))


def balances(store: Store, product: str | None) -> list[dict]:
    rows = store.linked("stock", as_key(product)) if product else store.select("entity = ? ORDER BY key", ("stock",))
    return [balance_of(row.fields) for row in rows if not row.deleted]


def balance_of(data: dict) -> dict:
    return {
        "Номенклатура_Key": data["product"],
        "Склад_Key": data["warehouse"],
        "ВНаличииBalance": float(data["available"]),
    }
