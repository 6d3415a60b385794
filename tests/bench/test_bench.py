"""The bench's own arithmetic, and one tiny measurement by both generators; no figure is judged here."""

import json
import shutil
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.bench import copying, figures, forgetful, sockets
from tests.bench.catalogue import in_turn
from tests.bench.figures import Figure, at_least, at_most, ratio_at_least
from tests.bench.load import Effort, Failed, Load, Request, middle, side_by_side
from tests.bench.loads import Loaded


class Answering(BaseHTTPRequestHandler):
    """Every address says the same, but /broken."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(500 if self.path.startswith("/broken") else 200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *arguments) -> None:
        """Nothing to say."""


@pytest.fixture
def server():
    """Address of a small web server."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_port}"
        web.shutdown()


def test_a_figure_is_judged_by_its_value_or_by_its_ratio_to_the_floor():
    assert Figure("x", 80, "req/s", 100, (ratio_at_least(0.7),)).is_met
    assert not Figure("x", 60, "req/s", 100, (ratio_at_least(0.7),)).is_met
    assert Figure("x", 3, "queries", None, (at_most(3),)).is_met
    assert not Figure("x", 120, "orders/s", None, (at_least(100), at_least(130))).is_met
    assert Figure("x", 1, "MB").is_met is None


def test_the_file_has_every_figure_with_its_floor_ratio_and_target(tmp_path):
    found = [Figure("list", 71.23456, "req/s", 100, (ratio_at_least(0.7),), "p95 3 ms"), Figure("memory", 90, "MB")]
    figures.write(tmp_path / "deep" / "bench.json", found, size="small")
    whole = json.loads((tmp_path / "deep" / "bench.json").read_text())
    assert {"at", "size", "python", "cores", "load_average"} < set(whole)
    first, second = whole["figures"]
    assert (first["name"], first["value"], first["unit"], first["floor"]) == ("list", 71.235, "req/s", 100)
    assert (first["ratio"], first["target"], first["met"], first["note"]) == (0.7123, "≥ 0.7 F", True, "p95 3 ms")
    assert (second["floor"], second["ratio"], second["target"], second["met"]) == (None, None, None, None)


def test_the_table_names_what_is_below_its_target():
    lines = figures.table([Figure("slow", 1, "req/s", 10, (ratio_at_least(0.5),))]).splitlines()
    assert lines[1].split() == ["slow", "1", "req/s", "10", "0.100", "≥", "0.5", "F", "below"]


def test_the_middle_of_several_runs_counts():
    assert middle([Load(10, 1, 9), Load(30, 3, 7), Load(20, 2, 8)]) == Load(20, 2, 8)


def test_two_requests_in_turn_are_slower_than_each():
    assert in_turn(Load(100, 0, 0), Load(100, 0, 0)) == pytest.approx(50)


def test_rates_of_a_load_are_over_the_time_of_all_its_entities():
    loaded = Loaded({"prices": 300, "stock": 100}, {"prices": 3.0, "stock": 1.0}, 50)
    assert loaded.rate(["prices", "stock"]) == 100
    assert loaded.rate(["prices", "stock"], count=8) == 2


def test_the_forgetful_cache_knows_answers_from_what_is_needed_to_make_them():
    assert forgetful.remembered("django.contrib.sessions.cached_dbabc")
    assert forgetful.remembered("throttle:address:127.0.0.1:1")
    assert forgetful.remembered("content:tally:ru:")
    assert not forgetful.remembered("content:news:ru:1:20")


@pytest.mark.parametrize(
    "tool",
    [pytest.param("wrk", marks=pytest.mark.skipif(not shutil.which("wrk"), reason="wrk is not installed")), "python"],
)
def test_a_load_is_run_and_a_failing_address_is_no_figure(server, tool, monkeypatch):
    if tool == "python":
        monkeypatch.setattr("tests.bench.load.shutil.which", lambda name: None)
    effort = Effort(connections=2, seconds=0.2, runs=1)
    [load] = side_by_side([Request(f"{server}/x", {"Accept": "*/*"})], effort)
    assert load.per_second > 0
    assert 0 < load.p50 <= load.p95
    with pytest.raises(Failed):
        side_by_side([Request(f"{server}/broken")], effort)


def test_a_single_answer_has_latencies_too():
    assert sockets.summary([(200, 5.0)], 1) == {"requests": 1, "seconds": 1, "errors": 0, "p50": 5.0, "p95": 5.0}


@pytest.mark.django_db
def test_the_floor_of_a_load_writes_the_same_rows_and_leaves_no_table():
    from django.db import connection

    from modules.partners.models import Region

    Region.objects.bulk_create(Region(name=f"Region {number}") for number in range(10))
    rows, seconds = copying.seconds_to_copy(Region, runs=2)
    assert rows == 10
    assert seconds > 0
    assert copying.TWIN not in connection.introspection.table_names()
