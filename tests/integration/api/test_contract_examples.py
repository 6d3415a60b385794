"""The examples of docs/onec-contract.md do as printed what the text beside them says."""

import json
import re
import shlex
from argparse import ArgumentParser
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from integration import tasks
from integration.models import InboxItem

CONTRACT = Path(settings.BASE_DIR) / "docs" / "onec-contract.md"
CURL = ArgumentParser(prog="curl")
CURL.add_argument("-H", action="append", default=[], dest="headers")
CURL.add_argument("-d", dest="data")
CURL.add_argument("-i", action="store_true")
CURL.add_argument("url")


def printed(language: str) -> list[str]:
    """Blocks of code of the page's part about calling the portal."""
    part = CONTRACT.read_text("utf-8").partition("## Calling the portal")[2].partition("\n## ")[0]
    return re.findall(rf"```{language}\n(.*?)```", part, re.S)


class Shell:
    """Runs the commands of a block: variables are put in, curl asks the portal of the test."""

    def __init__(self, **known: str) -> None:
        self.variables: dict[str, str] = {}
        self.known = known

    def run(self, block: str) -> list:
        words = shlex.split(block, comments=True)
        starts = [number for number, word in enumerate(words) if word == "curl"] + [len(words)]
        for name, _, value in (word.partition("=") for word in words[: starts[0]]):
            self.variables[name] = self.known.get(name, value)
        return [self._ask(words[here + 1 : end]) for here, end in pairwise(starts)]

    def _ask(self, words: list[str]):
        asked = CURL.parse_args([self._filled(word) for word in words])
        headers = dict(header.split(": ", 1) for header in asked.headers)
        if asked.data is None:
            answer = Client().get(asked.url, headers=headers)
        else:
            data = self.known["prices"] if asked.data == "@prices.json" else asked.data
            answer = Client().post(asked.url, data, content_type=headers["Content-Type"], headers=headers)
        if "Location" in answer.headers:
            self.known["<id>"] = answer.headers["Location"].rpartition("/")[2]
        return answer

    def _filled(self, word: str) -> str:
        for name, value in self.variables.items():
            word = word.replace(f"${name}", value)
        return word.replace("<id>", self.known.get("<id>", "<id>"))


@pytest.fixture
def answers(db, token_for) -> list:
    [commands], [prices] = printed("sh"), printed("json")
    return Shell(PORTAL="/api/exchange/v1", AUTH=f"Authorization: Token {token_for()}", prices=prices).run(commands)


def test_each_example_is_answered_as_it_says(answers):
    ping, root, schema, region, again, state, prices, job, orders, news = answers
    assert ping.json().keys() == {"time", "configuration", "release", "features"}
    assert {one["name"] for one in root.json()["entities"]} >= {"orders", "prices", "regions"}
    assert schema.json()["openapi"].startswith("3.1")
    assert [one["status"] for one in region.json()["results"]] == ["accepted"]
    assert [one["status"] for one in again.json()["results"]] == ["unchanged", "conflict"]
    [taken] = state.json()["results"]
    assert (taken["status"], taken["note"]["code"]) == ("unchanged", "ignored")
    assert (prices.status_code, job.json()["status"], job.json()["total"]) == (202, "running", 1)
    assert orders.json().keys() == {"items", "mark", "more"}
    assert news.status_code == 304


def test_the_price_waits_for_its_product_by_name(answers):
    tasks.sweep_inbox()
    [price] = InboxItem.objects.filter(entity="prices")
    assert (price.status, price.reason["code"]) == ("waiting", "reference")


def test_the_items_printed_are_json():
    assert all(json.loads(block)["items"] for block in printed("json"))
