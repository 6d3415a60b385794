"""The simulated base tells a running portal of its changes: over HTTP, with a token, in whatever order they arrive."""

import time

import pytest

from modules.claims.models import Claim

pytestmark = pytest.mark.django_db(transaction=True)

CLAIMS = {"channel": "W", "path": "claims"}


@pytest.fixture
def told(onec, pull, live_server, token_for):
    """A base whose clients the portal knows, and which tells it of changes; no feed is read any more."""
    pull("regions", "currencies", "clients", "counterparties", "contracts")
    onec.push_to(live_server.url, token_for())
    yield onec
    onec.control("DELETE", "webhooks")


def register(onec) -> str:
    partner = onec.rows("Catalog_Партнеры", 1)[0]["Ref_Key"]
    claim = {"partner": partner, "kind": "delivery", "subject": "Late lorry", "text": "A day late."}
    return onec.control("POST", "claims", claim)["key"]


def sent(onec, count: int) -> list[dict]:
    """Webhooks of claims, once so many have been answered; the oldest first."""
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        found = [line for line in onec.pushed() if line["entity"] == "claims" and line["status"]]
        if len(found) >= count:
            return found[::-1]
        time.sleep(0.05)
    raise AssertionError(f"{count} webhooks did not come: {onec.pushed()}")


def test_a_claim_of_1c_is_in_the_portal_without_being_asked_for(told):
    key = register(told)
    assert [line["status"] for line in sent(told, 1)] == [200]
    claim = Claim.objects.get(pk=key)
    assert (claim.subject, claim.status) == ("Late lorry", "registered")
    told.answer_claim(key, "Удовлетворена", "Corrected")
    sent(told, 2)
    claim.refresh_from_db()
    assert (claim.status, claim.answer) == ("satisfied", "Corrected")


def test_a_webhook_that_comes_twice_changes_nothing(told):
    told.fault(CLAIMS, {"duplicate": True}, times=1)
    key = register(told)
    assert [line["status"] for line in sent(told, 2)] == [200, 200]
    assert Claim.objects.get(pk=key).history.count() == 1


def test_a_webhook_that_is_overtaken_never_puts_an_older_state_back(told):
    key = register(told)
    sent(told, 1)
    told.fault(CLAIMS, {"reorder": True}, times=1)
    told.answer_claim(key, "Обрабатывается")
    told.answer_claim(key, "НеУдовлетворена", "No")
    first, after, before = sent(told, 3)
    assert before["fault"] and not after["fault"] and not first["fault"]
    claim = Claim.objects.get(pk=key)
    assert (claim.status, claim.answer) == ("not_satisfied", "No")


def test_a_webhook_without_a_token_changes_nothing(told, live_server):
    told.push_to(live_server.url, "kbx_wrong")
    key = register(told)
    assert [line["status"] for line in sent(told, 1)] == [401]
    assert not Claim.objects.filter(pk=key).exists()
