"""What ails a base: slowness, too few sessions, errors in three forms; and how a base is told to behave."""

import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from integration.simulator.testing import running_simulator

PARTNERS, REGISTER = "Catalog_Партнеры", "AccumulationRegister_СвободныеОстатки"


def took(action) -> float:
    started = time.monotonic()
    assert action().is_success
    return time.monotonic() - started


def test_the_first_request_after_a_quiet_time_is_slow(onec, odata):
    odata(PARTNERS, top=1)
    onec.behave(idle_after=0.2, slow_after_idle=0.5)
    time.sleep(0.25)
    assert took(lambda: odata(PARTNERS, top=1)) >= 0.5
    assert took(lambda: odata(PARTNERS, top=1)) < 0.5


def test_writes_are_slow_and_reads_are_not(onec, odata, write):
    onec.behave(slow_write=0.4)
    assert took(lambda: write("POST", PARTNERS, {"Description": "Медленный"})) >= 0.4
    assert took(lambda: odata(PARTNERS, top=1)) < 0.4


def test_balances_are_slow(onec, odata):
    onec.behave(slow_balance=0.4)
    assert took(lambda: odata(f"{REGISTER}/Balance()")) >= 0.4


def test_a_balance_tells_what_is_in_stock(fresh, odata):
    stock = fresh.rows("stock")
    told = odata(f"{REGISTER}/Balance()").json()["value"]
    assert len(told) == len(stock)
    product = stock[0]["product"]
    of_one = odata(f"{REGISTER}/Balance(Condition='Номенклатура_Key eq guid''{product}''')").json()["value"]
    held = {row["warehouse"]: float(row["available"]) for row in stock if row["product"] == product}
    assert {row["Склад_Key"]: row["ВНаличииBalance"] for row in of_one} == held


def test_a_base_out_of_sessions_answers_503(onec, odata):
    onec.behave(sessions=2, session_life=0.5)
    statuses = [odata(PARTNERS, top=1).status_code for _ in range(3)]
    assert statuses == [200, 200, 503]
    time.sleep(0.6)
    assert odata(PARTNERS, top=1).status_code == 200


def test_sessions_are_held_while_requests_last(onec, odata):
    onec.behave(sessions=2, slow_balance=0.6)
    with ThreadPoolExecutor(4) as pool:
        statuses = sorted(pool.map(lambda _: odata(f"{REGISTER}/Balance()").status_code, range(4)))
    assert statuses == [200, 200, 503, 503]


@pytest.mark.parametrize(("name", "start"), [("as_documented", '{"odata.error"'), ("as_observed", "<!DOC")])
def test_what_the_web_server_says_has_its_own_form(onec, name, start):
    onec.behave(name)
    answer = httpx.get(f"{onec.base_url}/hs/portal/v1/ping", auth=("portal", "чужой"))
    assert (answer.status_code, answer.text[: len(start)]) == (401, start)


@pytest.mark.parametrize(("name", "start"), [("as_documented", '{"odata.error"'), ("as_observed", "<?xml")])
def test_an_internal_error_has_its_own_form(onec, write, name, start):
    onec.behave(name)
    answer = write("POST", "Document_ЗаказКлиента", {"Товары": [{"Количество": 1}]})
    assert (answer.status_code, answer.text[: len(start)]) == (500, start)


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("GET", "Catalog_Партнеры(1)", None, 400, "6"),
        ("GET", "Catalog_Нет", None, 404, "8"),
        ("GET", "Catalog_Партнеры(guid'11111111-1111-4111-8111-111111111111')", None, 404, "9"),
        ("GET", "Catalog_Партнеры?$top=x", None, 400, "14"),
        ("POST", "Catalog_Партнеры", {"Ref_Key": "KNOWN"}, 400, "15"),
        ("GET", "Catalog_Партнеры?hidden", None, 401, "20"),
    ],
)
def test_errors_have_the_codes_of_1c(onec, write, method, path, body, status, code):
    known = onec.rows(PARTNERS, 1)[0]["Ref_Key"]
    onec.behave(hidden_rows=[known])
    answer = write(method, path, body and {"Ref_Key": known})
    error = answer.json()["odata.error"]
    assert (answer.status_code, error["code"], error["message"]["lang"]) == (status, code, "ru")


def test_behaviours_last_until_healed(onec):
    assert onec.behave("as_documented", bom=True)["bom"] is True
    onec.heal()
    held = onec.control("GET", "profile")
    assert (held["name"], held["bom"]) == ("as_observed", False)


def test_a_reset_brings_the_first_behaviour_back(onec):
    onec.behave("as_documented")
    onec.reset()
    assert onec.control("GET", "profile")["name"] == "as_observed"


@pytest.mark.parametrize(
    "changes", [{"name": "as_wished"}, {"нет": 1}, {"bom": 1}, {"sessions": -1}, {"orderby_fails": "Catalog_Склады"}]
)
def test_a_behaviour_that_makes_no_sense_is_refused_and_nothing_changes(onec, changes):
    before = onec.control("GET", "profile")
    with pytest.raises(httpx.HTTPStatusError):
        onec.control("POST", "profile", changes)
    assert onec.control("GET", "profile") == before


def test_a_base_is_started_with_a_profile_and_single_behaviours():
    behaviour = "slow_write=0.1,bom=true,orderby_fails=Catalog_Склады+Catalog_Валюты"
    with running_simulator(profile="as_documented", behaviour=behaviour, size="50-products") as started:
        held = started.control("GET", "profile")
        assert (held["name"], held["slow_write"], held["bom"]) == ("as_documented", 0.1, True)
        assert held["orderby_fails"] == ["Catalog_Валюты", "Catalog_Склады"]
