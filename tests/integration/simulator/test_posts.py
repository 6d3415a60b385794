"""What the portal posts beside orders: taken once, found again, refused with a reason and nothing written."""

from uuid import uuid4

import pytest

FED = ["consignees", "addresses", "claims", "notifications", "messages"]
TAKEN = [*FED, "contacts", "plans"]
NEW = {"portal_version": 1}


@pytest.mark.parametrize("entity", TAKEN)
def test_an_object_is_taken_under_the_portals_id_and_found_by_it(papers, post, held, service, entity):
    key = str(uuid4())
    assert service(f"{entity}/{key}").status_code == 404
    result = post(entity, papers[entity], key)
    assert (result["status"], result["version"], result["ref"], result["error"]) == ("accepted", 1, key, None)
    found = held(entity, key)
    sent = {name: value for name, value in papers[entity].items() if entity != "claims" or name != "created_at"}
    assert sent | NEW == {name: found[name] for name in sent | NEW}


@pytest.mark.parametrize("entity", TAKEN)
def test_a_repeat_changes_nothing_and_an_older_version_is_a_conflict(onec, papers, post, held, entity):
    key = str(uuid4())
    post(entity, papers[entity], key, version=2)
    before, rows = held(entity, key), onec.control("GET", "counts")
    assert post(entity, papers[entity], key, version=2)["status"] == "unchanged"
    old = post(entity, papers[entity], key, version=1)
    assert (old["status"], old["version"], old["error"]["code"]) == ("conflict", 2, "version")
    assert (held(entity, key), onec.control("GET", "counts")) == (before, rows)


@pytest.mark.parametrize("entity", FED)
def test_what_was_taken_comes_back_by_the_feed(papers, post, service, entity):
    mark, key = service(entity, limit=50_000).json()["mark"], str(uuid4())
    post(entity, papers[entity], key)
    (item,) = service(entity, since=mark).json()["items"]
    assert (item["id"], item["deleted"], item["data"]["portal_version"]) == (key, False, 1)


@pytest.mark.parametrize("entity", ["contacts", "plans"])
def test_what_channel_a_shows_has_no_feed(service, entity):
    assert service(entity).status_code == 404


@pytest.mark.parametrize(
    ("entity", "changed", "code"),
    [
        ("consignees", {"partner": str(uuid4())}, "reference"),
        ("consignees", {"name": " "}, "required"),
        ("consignees", {"tax_id": "нет"}, "tax_id"),
        ("consignees", {"counterparty": str(uuid4())}, "reference"),
        ("addresses", {"consignee": str(uuid4())}, "reference"),
        ("addresses", {"consignee": None}, "reference"),
        ("addresses", {"country": "Казахстан"}, "format"),
        ("addresses", {"address": ""}, "required"),
        ("contacts", {"name": ""}, "required"),
        ("contacts", {"partner": "нет"}, "reference"),
        ("claims", {"kind": "иное"}, "value"),
        ("claims", {"text": ""}, "required"),
        ("claims", {"contract": str(uuid4())}, "reference"),
        ("claims", {"order": "нет"}, "format"),
        ("plans", {"lines": []}, "lines"),
        ("plans", {"period_end": "2026-12-31"}, "period"),
        ("plans", {"period_start": "скоро"}, "format"),
        ("plans", {"lines": [{"product": str(uuid4()), "quantity": "1", "amount": "1"}]}, "reference"),
        ("notifications", {"kind": "иное"}, "value"),
        ("notifications", {"subject": ""}, "required"),
        ("messages", {"chat": "нет"}, "format"),
        ("messages", {"author": {"kind": "робот"}}, "value"),
        ("messages", {"author": None}, "format"),
        ("messages", {"text": ""}, "required"),
    ],
)
def test_a_wrong_object_is_rejected_and_leaves_nothing(onec, papers, post, service, entity, changed, code):
    key, before = str(uuid4()), onec.control("GET", "counts")
    result = post(entity, papers[entity] | changed, key)
    assert (result["status"], result["error"]["code"], result["ref"]) == ("rejected", code, None)
    assert result["error"]["message"]
    assert onec.control("GET", "counts") == before
    assert service(f"{entity}/{key}").status_code == 404


@pytest.mark.parametrize("item", [{"id": "нет", "version": 1, "data": {}}, {"id": str(uuid4()), "version": "1"}])
def test_an_item_of_the_wrong_form_is_rejected(service, item):
    (result,) = service("claims", {"items": [item]}).json()["results"]
    assert (result["status"], result["error"]["code"]) == ("rejected", "format")


def test_a_register_is_not_written_by_the_portal(service):
    assert service("prices", {"items": []}).status_code == 405
    assert service("нет", {"items": []}).status_code == 404


def test_a_consignee_of_another_partner_is_not_delivered_to(onec, papers, post):
    other = next(row for row in onec.rows("consignees") if row["partner"] != papers["consignees"]["partner"])
    result = post("addresses", papers["addresses"] | {"partner": other["partner"]})
    assert "другому партнеру" in result["error"]["message"]


@pytest.mark.parametrize("entity", ["consignees", "addresses", "contacts"])
def test_what_the_client_withdraws_is_marked_deleted_and_may_come_back(papers, post, service, entity):
    key = str(uuid4())
    post(entity, papers[entity] | {"deleted": False}, key)
    before = service(f"{entity}/{key}").json()
    assert before["deleted"] is False
    gone = post(entity, papers[entity] | {"deleted": True}, key, version=2)
    after = service(f"{entity}/{key}").json()
    assert (gone["status"], after["deleted"]) == ("accepted", True)
    assert after["data"] == before["data"] | {"portal_version": 2}
    post(entity, papers[entity] | {"deleted": False}, key, version=3)
    assert service(f"{entity}/{key}").json()["deleted"] is False


def test_a_withdrawn_address_goes_with_its_consignee_in_whatever_order(papers, post, service):
    consignee, address = str(uuid4()), str(uuid4())
    paper = papers["addresses"] | {"consignee": consignee}
    post("consignees", papers["consignees"], consignee)
    post("addresses", paper, address)
    post("consignees", papers["consignees"] | {"deleted": True}, consignee, version=2)
    assert post("addresses", paper | {"deleted": True}, address, version=2)["status"] == "accepted"
    assert post("addresses", paper)["error"]["code"] == "reference"
    assert service(f"addresses/{address}").json()["deleted"] is True


def test_a_withdrawn_person_is_marked_in_channel_a(papers, post, odata):
    key = str(uuid4())
    post("contacts", papers["contacts"], key)
    post("contacts", papers["contacts"] | {"deleted": True}, key, version=2)
    assert odata(f"Catalog_КонтактныеЛицаПартнеров(guid'{key}')").json()["DeletionMark"] is True


def test_a_contact_becomes_a_contact_person_of_the_partner(papers, post, odata):
    key = str(uuid4())
    post("contacts", papers["contacts"], key)
    person = odata(f"Catalog_КонтактныеЛицаПартнеров(guid'{key}')").json()
    assert (person["Owner_Key"], person["Description"]) == (papers["contacts"]["partner"], "Мороз Ольга")
    assert [(line["LineNumber"], line["Тип"], line["Представление"]) for line in person["КонтактнаяИнформация"]] == [
        ("1", "АдресЭлектроннойПочты", "olga@client.example"),
        ("2", "Телефон", "+7 701 444 55 66"),
    ]


def test_a_person_that_1c_made_can_be_found_and_corrected(fresh, papers, post, held):
    key = fresh.rows("Catalog_КонтактныеЛицаПартнеров", 1)[0]["Ref_Key"]
    found = held("contacts", key)
    assert found["portal_version"] is None and found["email"].endswith(".example")
    changed = {name: value for name, value in found.items() if name != "portal_version"} | {"phone": "+7 700 000 00 00"}
    assert post("contacts", changed, key)["status"] == "accepted"
    assert held("contacts", key) == changed | NEW


def test_a_claim_is_registered_and_shown_in_channel_a_too(papers, post, held, odata):
    key = str(uuid4())
    result = post("claims", papers["claims"], key)
    claim, shown = held("claims", key), odata(f"Catalog_Претензии(guid'{key}')").json()
    assert (claim["status"], claim["answer"]) == ("Зарегистрирована", "")
    assert claim["number"] == result["number"] == shown["Code"]
    assert (shown["Description"], shown["ОписаниеПретензии"]) == ("Недостача", "Не хватает бочки")
    assert (shown["Статус"], shown["ИдентификаторПортала"]) == ("Зарегистрирована", key)
    assert shown["Партнер_Key"] == papers["claims"]["partner"]


def test_a_claim_keeps_its_number_when_it_is_rewritten(papers, post, held):
    key = str(uuid4())
    post("claims", papers["claims"], key)
    before = held("claims", key)
    post("claims", papers["claims"] | {"text": "Не хватает двух бочек"}, key, version=2)
    after = held("claims", key)
    assert after == before | {"text": "Не хватает двух бочек", "portal_version": 2}


def test_a_claim_about_an_order_of_another_partner_is_rejected(onec, papers, post, place, order):
    item = order()
    place(item)
    other = next(row for row in onec.rows("Catalog_Партнеры") if row["Ref_Key"] != item["data"]["partner"])
    foreign = {"partner": other["Ref_Key"], "counterparty": None, "contract": None, "order": item["id"]}
    result = post("claims", papers["claims"] | foreign)
    assert (result["status"], result["error"]["code"]) == ("rejected", "reference")
    own = {"partner": item["data"]["partner"], "order": item["id"]}
    assert post("claims", papers["claims"] | own)["status"] == "accepted"


def test_a_plan_becomes_a_draft_document(papers, post, odata):
    key = str(uuid4())
    result = post("plans", papers["plans"], key)
    document = odata(f"Document_ПланПродаж(guid'{key}')").json()
    assert (document["Number"], document["Статус"], document["Posted"]) == (result["number"], "НаУтверждении", False)
    assert document["НачалоПериода"] == "2027-01-01T00:00:00"
    assert document["ИдентификаторПортала"] == key
    (line,) = document["Товары"]
    assert (line["LineNumber"], line["Количество"], line["Сумма"]) == ("1", 120.5, 2_500_000.0)


def test_a_notification_is_written_once_and_then_only_read(papers, post, held):
    key, at = str(uuid4()), "2026-11-21T08:00:00+05:00"
    post("notifications", papers["notifications"], key)
    before = held("notifications", key)
    post("notifications", papers["notifications"] | {"subject": "Иначе", "read_at": at}, key, version=2)
    assert held("notifications", key) == before | {"read_at": at, "portal_version": 2}


def test_the_read_mark_of_a_notification_that_1c_sent_is_taken(fresh, post, held, service):
    items = service("notifications").json()["items"]
    sent = next(item for item in items if not item["data"]["read_at"])
    at = "2026-11-21T08:00:00+05:00"
    assert post("notifications", {"read_at": at}, sent["id"], version=2)["status"] == "accepted"
    assert held("notifications", sent["id"]) == sent["data"] | {"read_at": at, "portal_version": 2}


@pytest.mark.parametrize(("entity", "name"), [("stock", "product"), ("limits", "contract")])
def test_a_question_asked_live_is_answered_with_these_rows_only(fresh, service, entity, name):
    rows = fresh.rows(entity)
    wanted = {rows[0][name], rows[-1][name]}
    page = service(entity, **{name: ",".join(wanted)}).json()
    expected = [row for row in rows if row[name] in wanted]
    assert len(page["items"]) == len(expected) and page["more"] is False
    without_time = [{k: v for k, v in row.items() if k != "calculated_at"} for row in expected]
    answered = [{k: v for k, v in item["data"].items() if k != "calculated_at"} for item in page["items"]]
    assert sorted(answered, key=str) == sorted(without_time, key=str)


def test_a_live_answer_is_of_now(onec, service):
    product = onec.rows("stock", 1)[0]["product"]
    onec.control("POST", "clock", {"offset": 86_400})
    try:
        now = service("ping").json()["time"]
        items = service("stock", product=product).json()["items"]
        assert all(item["data"]["calculated_at"] >= now for item in items) and items
    finally:
        onec.control("POST", "clock", {"offset": 0})


def test_a_live_question_about_nothing_known_is_answered_with_nothing(service):
    assert service("limits", contract=str(uuid4())).json()["items"] == []


@pytest.mark.parametrize("keys", ["нет", ",".join(str(uuid4()) for _ in range(201))])
def test_a_live_question_that_cannot_be_answered_is_400(service, keys):
    assert service("limits", contract=keys).status_code == 400
