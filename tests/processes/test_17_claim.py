"""Process 17: a client's claim, from the portal to the answer of 1C; while 1C is away; and one that 1C made itself."""

from uuid import uuid4

from modules.ordering.management.commands.smoke import post
from tests.chaos.waiting import eventually

BY_THE_SCHEDULER = 75  # seconds within which news of a claim in 1C is shown in the portal

TEXTS = {"kind": "quantity", "subject": "Two drums short", "text": "Eight came instead of ten."}


def register(person, **about) -> dict:
    return post(person.http, "claims/", TEXTS | about, {"Idempotency-Key": str(uuid4())})


def sees_soon(person, claim: dict, wanted, what: str, within: float = 30) -> dict:
    """The claim as the person sees it, as soon as `wanted(claim)` holds."""

    def shown() -> dict | None:
        seen = person.get(f"claims/{claim['id']}/")
        return seen if wanted(seen) else None

    return eventually(shown, within, f"the claim is {what}")


def in_1c(stage, number: str) -> dict:
    [held] = [row for row in stage.onec.rows("claims") if row["number"] == number]
    return held


def test_registered_answered_and_seen(stage):
    buyer, head, service = (stage.person(name) for name in ("buyer", "head", "service"))
    order = buyer.order()
    buyer.sees_soon(order, "accepted")
    claim = register(buyer, order=order["id"])
    taken = sees_soon(buyer, claim, lambda seen: seen["number"], "in 1C")
    held = in_1c(stage, taken["number"])
    assert (held["subject"], held["order"], held["status"]) == (TEXTS["subject"], order["id"], "Зарегистрирована")

    answered = {"status": "Удовлетворена", "answer": "Довезём завтра"}
    stage.onec.edit("claims", answered, match={"number": taken["number"]})
    for person in (buyer, head, service):
        seen = sees_soon(person, claim, lambda seen: seen["status"] == "satisfied", "answered", BY_THE_SCHEDULER)
        assert seen["answer"] == "Довезём завтра"
    assert stage.person("stranger").http.get(f"claims/{claim['id']}/").status_code == 404
    told = eventually(lambda: buyer.get("notifications/", search=TEXTS["subject"])["results"], 30, "the buyer is told")
    assert told[0]["path"] == f"/cabinet/claims/{claim['id']}"


def test_1c_is_away_and_the_client_does_not_wait(stage):
    buyer = stage.person("buyer")
    order = buyer.order()
    buyer.sees_soon(order, "accepted")
    fault = stage.onec.fault({"channel": "B", "method": "POST", "path": "claims"}, {"status": 500})
    claim = register(buyer, order=order["id"])
    sees_soon(buyer, claim, lambda seen: seen["exchange"]["attempts"] > 0, "tried")
    assert stage.applied(fault) > 0 and not buyer.get(f"claims/{claim['id']}/")["number"]
    stage.onec.heal()
    post(buyer.http, f"claims/{claim['id']}/resend/", {})
    taken = sees_soon(buyer, claim, lambda seen: seen["exchange"]["state"] == "accepted", "in 1C")
    in_1c(stage, taken["number"])


def test_made_in_1c_it_appears_to_the_clients_head(stage):
    head, key = stage.person("head"), str(uuid4())
    [partner] = [row["Ref_Key"] for row in stage.onec.rows("Catalog_Партнеры") if row["Code"] == "00-00000001"]
    made = {
        "partner": partner, "counterparty": None, "contract": None, "order": None, "number": f"ПР00-{key[:6]}",
        "kind": "documents", "subject": "Нет счёта-фактуры", "text": "Не передан", "status": "Обрабатывается",
        "answer": "", "registered_at": "2026-11-20T10:00:00+05:00", "portal_version": None,
    }  # fmt: skip
    stage.onec.edit("claims", made, key=key)
    found = eventually(lambda: head.get("claims/", search=made["number"])["results"], BY_THE_SCHEDULER, "it is there")
    assert (found[0]["id"], found[0]["status"], found[0]["author"]) == (key, "processing", None)
    assert stage.person("stranger").get("claims/", search=made["number"])["count"] == 0
