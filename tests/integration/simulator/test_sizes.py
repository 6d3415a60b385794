"""Bases of other sizes, and the process itself."""

import sqlite3
import subprocess
import sys
import time
from uuid import uuid4

import httpx
import pytest

from integration.simulator.options import Options
from integration.simulator.testing import ROOT, free_port, running_simulator

SMALL = "50-products"


def start(*arguments: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "integration.simulator", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)


def test_a_bench_base_has_a_partner_assortment_and_prices_of_their_own_for_fifty_products():
    with running_simulator(size="1000-products") as onec:
        counts = onec.control("GET", "counts")
        assert counts["Catalog_Партнеры"] == counts["Catalog_ВидыЦен"] == counts["Catalog_СегментыНоменклатуры"] == 20
        assert counts["prices"] == counts["assortment"] == 20 * 800
        packagings = counts["Catalog_УпаковкиЕдиницыИзмерения"] - 2
        assert 1000 < packagings < 2000
        ordered = {(row["product"], row["price_kind"]) for row in onec.rows("prices")}
        assert len(ordered) == 20 * 800


def test_what_was_written_outlives_the_process(tmp_path):
    file = str(tmp_path / "onec.sqlite3")
    with running_simulator(data_file=file, size=SMALL) as onec:
        (made,) = onec.edit("Catalog_Партнеры", {"Description": "Останется"})
    with running_simulator(data_file=file, size=SMALL) as onec:
        assert made["key"] in {row["Ref_Key"] for row in onec.rows("Catalog_Партнеры")}


def test_orders_move_by_themselves_when_told_to():
    with running_simulator(tick=0.05, size=SMALL) as onec:
        portal_id = "11111111-1111-4111-8111-111111111111"
        onec.edit("orders", {"id": portal_id, "state": "ГотовКОтгрузке", "reason": ""}, key=portal_id)
        found = {}
        for _ in range(100):
            url = f"{onec.base_url}/hs/portal/v1/orders/{portal_id}"
            found = httpx.get(url, auth=onec.auth).json()["data"]
            if found["state"] == "Закрыт":
                break
        assert found["state"] == "Закрыт"


def test_its_people_go_on_after_a_row_they_could_not_make_sense_of():
    with running_simulator(tick=0.05, size=SMALL) as onec:
        spoilt, portal_id = str(uuid4()), str(uuid4())
        onec.edit("claims", {"status": "Зарегистрирована"}, key=spoilt)
        onec.edit("orders", {"id": portal_id, "state": "ВПроцессеОтгрузки", "reason": ""}, key=portal_id)
        ends = time.monotonic() + 10
        while onec.rows("orders")[0]["state"] != "Закрыт" and time.monotonic() < ends:
            time.sleep(0.02)
        assert onec.rows("orders")[0]["state"] == "Закрыт"


def test_a_user_may_have_a_cyrillic_name():
    with running_simulator(user="Обмен", password="секрет", base="торговля", size=SMALL) as onec:
        url = f"{onec.base_url}/hs/portal/v1/ping"
        assert httpx.get(url, auth=("Обмен", "секрет")).status_code == 200
        assert httpx.get(url, auth=("Обмен".encode("cp1251"), "секрет".encode("cp1251"))).status_code == 401


def test_the_documented_profile_checks_if_match():
    with running_simulator(profile="as_documented", size=SMALL) as onec:
        key = onec.rows("Catalog_Склады", 1)[0]["Ref_Key"]
        url = f"{onec.base_url}/odata/standard.odata/Catalog_Склады(guid'{key}')"
        answer = httpx.patch(url, json={}, auth=onec.auth, headers={"If-Match": "AAAAAAAAAAA="})
        assert answer.status_code == 412


def test_a_taken_port_is_said_to_be_taken(onec, tmp_path):
    port = onec.url.rpartition(":")[2]
    done = start("--port", port, "--data", str(tmp_path / "other.sqlite3"))
    assert done.returncode == 2
    assert f"cannot listen on 127.0.0.1:{port}" in done.stderr


def test_a_file_that_holds_another_base_is_not_overwritten(tmp_path):
    file = str(tmp_path / "onec.sqlite3")
    with running_simulator(data_file=file, size=SMALL):
        pass
    done = start("--port", str(free_port()), "--data", file, "--size", "60-products")
    assert done.returncode == 2
    assert "holds the base of size 50-products" in done.stderr


def test_a_file_of_an_older_release_gets_what_it_lacks_and_keeps_the_rest(tmp_path):
    file = str(tmp_path / "onec.sqlite3")
    with running_simulator(data_file=file, size=SMALL) as onec:
        renamed = onec.rows("Catalog_Партнеры", 1)[0]["Ref_Key"]
        (made,) = onec.edit("Catalog_Партнеры", {"Description": "Останется"})
        onec.edit("Catalog_Партнеры", {"Description": "Иначе"}, key=renamed)
        seeded = onec.control("GET", "counts")
        prices = onec.rows("prices")
    with sqlite3.connect(file) as old:
        old.execute("DELETE FROM meta WHERE name = 'layout'")
        old.execute("DELETE FROM rows WHERE entity IN ('limits', 'consignees', 'Catalog_Пользователи')")
        without = "json_remove(body, '$.\"ОсновнойМенеджер_Key\"')"
        old.execute(f"UPDATE rows SET body = CAST({without} AS BLOB) WHERE entity = 'Catalog_Партнеры'")
    old.close()
    with running_simulator(data_file=file, size=SMALL) as onec:
        assert onec.control("GET", "counts") == seeded
        partners = {row["Ref_Key"]: row for row in onec.rows("Catalog_Партнеры")}
        managers = {row["Ref_Key"] for row in onec.rows("Catalog_Пользователи")}
        assert partners[renamed]["Description"] == "Иначе" and partners[renamed]["ОсновнойМенеджер_Key"] in managers
        assert partners[made["key"]]["ОсновнойМенеджер_Key"] == "00000000-0000-0000-0000-000000000000"
        assert onec.rows("prices") == prices


@pytest.mark.parametrize("size", ["big", "0-products", "-products"])
def test_an_unknown_size_is_refused(size):
    with pytest.raises(ValueError, match="size must be"):
        Options(size=size)


def test_it_says_where_it_is_and_how_to_sign_in(tmp_path):
    port = free_port()
    command = [sys.executable, "-m", "integration.simulator", "--port", str(port), "--size", SMALL]
    command += ["--data", str(tmp_path / "onec.sqlite3"), "--user", "Обмен", "--until-stdin-closes"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        said = "".join(iter(process.stdout.readline, "\n"))
        process.stdin.close()
        process.wait(10)
    for address in ("demo/odata/standard.odata/", "demo/hs/portal/v1/", "_control/"):
        assert f"http://127.0.0.1:{port}/{address}" in said
    assert "Обмен / portal" in said


def test_it_needs_nothing_of_the_portal():
    code = "import sys, integration.simulator.server; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
