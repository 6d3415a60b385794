"""What the people in 1C do, by themselves on a tick or when the control API tells them to."""

from decimal import Decimal
from uuid import uuid4

import httpx
import pytest

AVAILABLE, DEBT, OVERDUE = "available", "debt", "overdue"


@pytest.fixture
def limit(onec, order):
    """limit() → the sums of the limit that orders of the fixture take from, as Decimals."""
    contract = order()["data"]["contract"]
    currency = next(row for row in onec.rows("Catalog_Валюты") if row["Description"] == "KZT")["Ref_Key"]

    def read() -> dict[str, Decimal]:
        rows = [row for row in onec.rows("limits") if (row["contract"], row["currency"]) == (contract, currency)]
        (row,) = rows
        return {name: Decimal(row[name]) for name in (AVAILABLE, DEBT, OVERDUE)}

    return read


@pytest.fixture
def told(onec, service):
    """told() → notifications written since the fixture was asked for."""
    mark = service("notifications", limit=50_000).json()["mark"]

    def read() -> list[dict]:
        return [item["data"] for item in service("notifications", since=mark).json()["items"]]

    return read


def moved(before: dict, after: dict) -> tuple[Decimal, Decimal]:
    return after[AVAILABLE] - before[AVAILABLE], after[DEBT] - before[DEBT]


# Addresses


@pytest.mark.parametrize(("text", "state"), [("ул. Мира, 1", "Подтвержден"), ("Отклонить, ул. Мира, 1", "Отклонен")])
def test_a_proposed_address_is_decided_on_a_tick(onec, papers, post, held, text, state):
    key = str(uuid4())
    post("addresses", papers["addresses"] | {"address": text}, key)
    assert held("addresses", key)["state"] == "Предложен"
    onec.tick()
    decided = held("addresses", key)
    assert (decided["state"], bool(decided["reason"])) == (state, state == "Отклонен")


def test_a_changed_address_has_to_be_confirmed_anew(onec, papers, post, held):
    key = str(uuid4())
    post("addresses", papers["addresses"], key)
    onec.decide_address(key, "Отклонен", "Нет подъезда")
    assert (held("addresses", key)["state"], held("addresses", key)["reason"]) == ("Отклонен", "Нет подъезда")
    post("addresses", papers["addresses"] | {"address": "ул. Новая, 2"}, key, version=2)
    assert (held("addresses", key)["state"], held("addresses", key)["reason"]) == ("Предложен", "")


# Claims


@pytest.mark.parametrize(("text", "last"), [("Нет бочки", "Удовлетворена"), ("Отклонить", "НеУдовлетворена")])
def test_a_claim_is_worked_on_and_answered_tick_by_tick(onec, papers, post, held, odata, text, last):
    key = str(uuid4())
    post("claims", papers["claims"] | {"text": text}, key)
    seen = []
    for _ in range(3):
        onec.tick()
        seen.append(held("claims", key)["status"])
    assert seen == ["Обрабатывается", last, last]
    assert held("claims", key)["answer"]
    assert odata(f"Catalog_Претензии(guid'{key}')").json()["Статус"] == last


def test_an_answered_claim_is_not_rewritten(onec, papers, post, held):
    key = str(uuid4())
    post("claims", papers["claims"], key)
    onec.answer_claim(key, "НеУдовлетворена", "Акт не подписан")
    before = held("claims", key)
    assert before["answer"] == "Акт не подписан"
    result = post("claims", papers["claims"] | {"text": "Иначе"}, key, version=2)
    assert (result["status"], result["error"]["code"], held("claims", key)) == ("rejected", "state", before)


def test_a_claim_can_begin_in_1c(onec, papers, odata):
    partner = papers["claims"]["partner"]
    made = onec.control("POST", "claims", {"partner": partner, "kind": "delivery", "subject": "Опоздание"})
    assert (made["portal_version"], made["status"], made["kind"]) == (None, "Зарегистрирована", "delivery")
    assert odata(f"Catalog_Претензии(guid'{made['key']}')").json()["ИдентификаторПортала"] == ""


# Messages


def chat_of(onec, chat: str) -> list[dict]:
    return [row for row in onec.rows("messages") if row["chat"] == chat]


def test_the_manager_answers_the_first_message_of_a_chat_only(onec, papers, post):
    chat = papers["messages"]["chat"]
    post("messages", papers["messages"])
    onec.tick()
    (answer,) = [row for row in chat_of(onec, chat) if row["author"]["kind"] == "manager"]
    assert answer["partner"] == papers["messages"]["partner"] and answer["text"]
    assert answer["portal_version"] is None
    assert answer["author"]["email"].endswith("@lubricants.example") and answer["author"]["name"]
    post("messages", papers["messages"] | {"text": "А завтра?"})
    onec.tick()
    assert len(chat_of(onec, chat)) == 3


def test_the_answer_has_the_same_id_whenever_it_is_written(fresh, papers, post, service):
    def answer_id() -> str:
        post("messages", papers["messages"])
        fresh.tick()
        items = service("messages").json()["items"]
        return next(item["id"] for item in items if item["data"]["author"]["kind"] == "manager")

    first = answer_id()
    fresh.reset()
    assert answer_id() == first


def test_a_manager_may_write_first(onec, papers, post):
    chat, partner = str(uuid4()), papers["messages"]["partner"]
    written = onec.write_message(chat, "Добрый день", partner)
    assert (written["author"]["kind"], written["text"], written["partner"]) == ("manager", "Добрый день", partner)
    post("messages", papers["messages"] | {"chat": chat})
    onec.tick()
    assert len(chat_of(onec, chat)) == 2


# Plans


def test_a_draft_of_the_portal_is_approved_on_a_tick_and_then_fixed(onec, papers, post, held, odata):
    key = str(uuid4())
    post("plans", papers["plans"], key)
    drafts = [row["Ref_Key"] for row in onec.rows("Document_ПланПродаж") if row["Статус"] == "НаУтверждении"]
    onec.tick()
    assert held("plans", key)["status"] == "Утвержден"
    assert odata(f"Document_ПланПродаж(guid'{key}')").json()["Posted"] is True
    left = [row["Ref_Key"] for row in onec.rows("Document_ПланПродаж") if row["Статус"] == "НаУтверждении"]
    assert left and set(drafts) - set(left) == {key}
    result = post("plans", papers["plans"], key, version=2)
    assert (result["status"], result["error"]["code"]) == ("rejected", "state")


def test_a_plan_can_be_cancelled(onec, papers, post, held):
    key = str(uuid4())
    post("plans", papers["plans"], key)
    onec.decide_plan(key, "Отменен")
    assert held("plans", key)["status"] == "Отменен"


# Limits and payments


def test_an_accepted_order_takes_from_the_limit_of_its_contract(place, order, limit):
    before = limit()
    item = order("3")
    place(item)
    assert moved(before, limit()) == (-30, 30)
    place(order("5", version=2, portal_id=item["id"]))
    assert moved(before, limit()) == (-50, 50)


def test_an_order_without_a_contract_takes_from_that_of_its_agreement(place, order, limit):
    before = limit()
    assert place(order("3", contract=None))["status"] == "accepted"
    assert moved(before, limit()) == (-30, 30)


def test_a_rejected_order_takes_nothing(place, order, limit):
    before = limit()
    place(order("3", total="1.00"))
    assert limit() == before


def test_an_order_refused_later_gives_its_limit_back_once(onec, place, order, limit):
    onec.edit("limits", {"overdue": "25.00"}, match={"contract": order()["data"]["contract"]})
    before, item = limit(), order("3")
    place(item)
    onec.move(item["id"], "Отклонен", "Нет лимита")
    onec.move(item["id"], "Отменен")
    assert limit() == before


def test_a_shipped_order_stays_owed_until_it_is_paid(onec, place, order, limit, told):
    before, item = limit(), order("3")
    number = place(item)["number"]
    onec.move(item["id"], "ВПроцессеОтгрузки")
    onec.move(item["id"], "ВПроцессеОтгрузки")
    assert moved(before, limit()) == (-30, 30)
    onec.move(item["id"], "Закрыт")
    assert moved(before, limit()) == (0, 0)
    shipment, payment = sorted(told(), key=lambda row: row["kind"], reverse=True)
    assert (shipment["kind"], shipment["order"], number in shipment["subject"]) == ("shipment", item["id"], True)
    assert (payment["kind"], payment["order"], "30,00 KZT" in payment["subject"]) == ("payment", item["id"], True)
    assert shipment["partner"] == payment["partner"] == item["data"]["partner"]
    assert shipment["read_at"] is None and shipment["portal_version"] is None


def test_a_payment_pays_what_is_overdue_first(fresh, order, limit, told):
    contract = order()["data"]["contract"]
    key = fresh.edit(
        "limits", {"debt": "500.00", "overdue": "300.00", "available": "500.00"}, match={"contract": contract}
    )
    assert key
    fresh.pay(contract, "100", next(row["currency"] for row in fresh.rows("limits") if row["contract"] == contract))
    rows = [row for row in fresh.rows("limits") if row["contract"] == contract and row["debt"] == "400.00"]
    assert [(row["overdue"], row["available"]) for row in rows] == [("200.00", "600.00")]
    (notification,) = told()
    assert (notification["kind"], notification["contract"]) == ("payment", contract)


# Orders that 1C changes


def test_an_order_changed_in_1c_tells_the_new_total_and_why(onec, service, place, order, limit):
    item, mark = order("7", total="94.15"), service("orders").json()["mark"]
    item["data"]["lines"][0] |= {"price": "13.45", "amount": "94.15"}
    before = limit()
    assert place(item)["status"] == "accepted"
    onec.change(item["id"], (1, "4.5"), reason="Нет на складе")
    (told,) = service("orders", since=mark).json()["items"]
    assert (told["data"]["total"], told["data"]["reason"]) == ("60.53", "Нет на складе")  # 60.525, half up
    assert (told["data"]["state"], told["data"]["portal_version"]) == ("ОжидаетсяСогласование", 1)
    document = onec.orders(item["id"])[0]["document"]
    assert (document["СуммаДокумента"], document["Товары"][0]["КоличествоУпаковок"]) == (60.53, 4.5)
    assert moved(before, limit()) == (Decimal("-60.53"), Decimal("60.53"))


def test_a_changed_order_reserves_what_is_left_of_it(onec, place, order):
    item = order("4")
    product = item["data"]["lines"][0]["product"]

    def available() -> Decimal:
        return sum(Decimal(row["available"]) for row in onec.rows("stock") if row["product"] == product)

    onec.edit("stock", {"available": "5000.000"}, match={"product": product})
    place(item)
    taken = 15_000 - available()
    onec.change(item["id"], (1, "1"))
    assert 15_000 - available() == taken / 4


def test_the_sum_alone_can_be_changed(onec, place, order, held):
    item = order("4")
    place(item)
    onec.change(item["id"], total="38.00", reason="Скидка")
    assert held("orders", item["id"])["total"] == "38.00"


@pytest.mark.parametrize(
    "given",
    [{"lines": [{"position": 2, "quantity": "1"}]}, {"lines": [{"position": 1, "quantity": "0"}]}, {"total": "много"}],
)
def test_a_change_that_makes_no_sense_is_refused(onec, place, order, held, given):
    item = order("4")
    place(item)
    before = (held("orders", item["id"]), onec.orders(item["id"]))
    with pytest.raises(httpx.HTTPStatusError):
        onec.control("POST", f"orders/{item['id']}/change", given)
    assert (held("orders", item["id"]), onec.orders(item["id"])) == before


def test_a_shipped_order_is_not_changed(onec, place, order):
    item = order("4")
    place(item)
    onec.move(item["id"], "ВПроцессеОтгрузки")
    with pytest.raises(httpx.HTTPStatusError):
        onec.change(item["id"], (1, "1"))


def test_a_word_in_the_comment_has_an_order_refused(fresh, place, order, held, limit):
    before, item = limit(), order("4", comment="Прошу отклонить")
    place(item)
    fresh.tick()
    order_held = held("orders", item["id"])
    assert order_held["state"] == "Отклонен" and order_held["reason"]
    assert limit() == before


def test_a_word_in_the_comment_has_an_order_reduced_once(fresh, place, order, held):
    item = order("4", comment="Можно сократить")
    place(item)
    fresh.tick()
    reduced = held("orders", item["id"])
    assert (reduced["total"], reduced["state"]) == ("20.00", "ОжидаетсяОбеспечение")
    assert reduced["reason"]
    fresh.tick()
    later = held("orders", item["id"])
    assert (later["total"], later["state"], later["reason"]) == ("20.00", "ГотовКОтгрузке", reduced["reason"])


# The control API


@pytest.mark.parametrize(
    ("path", "given"),
    [
        ("payments", {"contract": str(uuid4()), "amount": "1"}),
        ("messages", {"chat": "нет", "text": "Да"}),
        ("messages", {"chat": str(uuid4()), "text": "Да"}),
        ("notifications", {"partner": str(uuid4()), "kind": "other"}),
        ("claims", {"partner": str(uuid4())}),
    ],
)
def test_an_order_of_the_control_api_about_nobody_is_refused(onec, path, given):
    before = onec.control("GET", "counts")
    with pytest.raises(httpx.HTTPStatusError):
        onec.control("POST", path, given)
    assert onec.control("GET", "counts") == before


@pytest.mark.parametrize(
    ("entity", "path", "given"),
    [
        ("addresses", "addresses", {"state": "нет"}),
        ("claims", "claims", {"status": "нет"}),
        ("plans", "plans", {"status": "нет"}),
    ],
)
def test_an_unknown_decision_is_refused(onec, papers, post, held, entity, path, given):
    key = str(uuid4())
    post(entity, papers[entity], key)
    before = held(entity, key)
    with pytest.raises(httpx.HTTPStatusError):
        onec.control("POST", f"{path}/{key}", given)
    assert held(entity, key) == before


def test_a_manager_can_be_told_to_notify(onec, papers, told):
    onec.notify(papers["claims"]["partner"], "limit", "Лимит превышен", "Обратитесь к менеджеру")
    (notification,) = told()
    assert (notification["kind"], notification["subject"]) == ("limit", "Лимит превышен")
