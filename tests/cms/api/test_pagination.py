"""Pages of a table."""

import pytest

from tests.world import client_of

NUMBERS = "/api/v1/test/numbers/"


def ask(query: str = "") -> dict:
    return client_of().get(f"{NUMBERS}?{query}").json()


def test_first_page_by_default(world):
    page = ask()
    assert {key: page[key] for key in ("count", "page", "page_size")} == {"count": 120, "page": 1, "page_size": 25}
    assert page["results"] == list(range(1, 26))


def test_last_page_is_shorter_and_past_it_nothing(world):
    assert ask("page=5")["results"] == list(range(101, 121))
    assert ask("page=6") == {"count": 120, "page": 6, "page_size": 25, "results": []}


def test_page_size_up_to_200(world):
    assert len(ask("page_size=200")["results"]) == 120


@pytest.mark.parametrize("query", ["page=0", "page=-1", "page=x", "page=", "page=1.5", "page=9999999999", "page=²"])
def test_nonsense_is_named(world, query):
    body = ask(query)
    assert (body["status"], list(body["errors"])) == (400, ["page"])


@pytest.mark.parametrize("query", ["page_size=0", "page_size=201", "page_size=all"])
def test_too_long_a_page_is_refused(world, query):
    assert list(ask(query)["errors"]) == ["page_size"]
