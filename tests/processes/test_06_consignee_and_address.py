"""Process 6: a client names who receives its goods and where; 1C confirms or refuses; changes and 1C away included."""

import uuid

import httpx

from modules.ordering.management.commands.smoke import post
from tests.chaos.people import Person
from tests.chaos.waiting import eventually

TAX_ID = "140540000015"
ADDRESS = {"country": "KZ", "postcode": "010000", "city": "Astana", "address": "Dostyk 5", "working_hours": "9-18"}
BY_THE_SCHEDULER = 60  # seconds within which a decision of 1C is shown in the portal


def test_proposed_confirmed_changed_and_refused(stage):
    buyer, service = stage.person("buyer"), stage.person("service")
    depot = proposed(buyer, "consignees", consignee(buyer))
    place = proposed(buyer, "addresses", {**ADDRESS, "consignee": depot["id"]})
    assert (place["state"], place["exchange"]["state"]) == ("proposed", "waiting")

    for path, row in (("consignees", depot), ("addresses", place)):
        soon(buyer, path, row, lambda shown: shown["exchange"]["state"] == "accepted", "is in 1C")
    held = in_1c(stage, "addresses", place)
    assert (held["address"], held["consignee"], held["state"]) == ("Dostyk 5", depot["id"], "Предложен")
    assert in_1c(stage, "consignees", depot)["name"] == depot["name"]

    stage.onec.decide_address(place["id"], "Подтвержден")
    for person in (buyer, service):
        soon(person, "addresses", place, lambda shown: shown["state"] == "confirmed", "is confirmed")

    changed = change(buyer, place, address="Dostyk 7, gate 2")
    assert changed["state"] == "proposed"
    late = patched(buyer, f"partners/addresses/{place['id']}/", {**ADDRESS, "version": place["version"]})
    assert (late.status_code, late.json()["current"]["address"]) == (409, "Dostyk 7, gate 2")
    eventually(lambda: in_1c(stage, "addresses", place)["address"] == "Dostyk 7, gate 2", 30, "1C has the change")
    stage.onec.decide_address(place["id"], "Отклонен", "Нет подъезда")
    refused = soon(buyer, "addresses", place, lambda shown: shown["state"] == "rejected", "is refused")
    assert refused["reason"] == "Нет подъезда"
    not_for_strangers(stage, depot, place)


def test_nothing_is_lost_or_doubled_while_1c_is_away(stage):
    buyer = stage.person("buyer")
    stage.onec.fault({"channel": "B", "method": "POST"}, {"status": 503})
    depot = proposed(buyer, "consignees", consignee(buyer))
    place = proposed(buyer, "addresses", {**ADDRESS, "consignee": depot["id"]})
    soon(buyer, "consignees", depot, lambda shown: shown["exchange"]["attempts"] > 0, "was tried")
    assert in_1c(stage, "consignees", depot) is in_1c(stage, "addresses", place) is None

    stage.onec.heal()
    post(buyer.http, f"partners/consignees/{depot['id']}/resend/", {})
    for path, row in (("consignees", depot), ("addresses", place)):
        soon(buyer, path, row, lambda shown: shown["exchange"]["state"] == "accepted", "is in 1C", 90)
        assert in_1c(stage, path, row)["portal_version"] == 1


def test_what_1c_does_not_take_is_shown_with_its_words(stage):
    buyer = stage.person("buyer")
    depot = proposed(buyer, "consignees", consignee(buyer))
    soon(buyer, "consignees", depot, lambda shown: shown["exchange"]["state"] == "accepted", "is in 1C")
    stage.onec.edit("consignees", {}, key=depot["id"], deleted=True)  # nobody's address any more
    place = proposed(buyer, "addresses", {**ADDRESS, "consignee": depot["id"]})
    refused = soon(buyer, "addresses", place, lambda shown: shown["state"] == "rejected", "is refused")
    assert refused["exchange"]["state"] == "rejected" and "Грузополучатель" in refused["reason"]
    assert in_1c(stage, "addresses", place) is None


def consignee(buyer: Person) -> dict:
    [client] = buyer.get("partners/consignees/options/")["partners"]
    return {"partner": client["id"], "name": f"Depot {uuid.uuid4().hex[:8]}", "country": "KZ", "tax_id": TAX_ID}


def proposed(buyer: Person, path: str, body: dict) -> dict:
    """As the API answered; a repeat with the same key is the same one."""
    key = {"Idempotency-Key": str(uuid.uuid4())}
    first, again = (post(buyer.http, f"partners/{path}/", body, key) for _ in range(2))
    assert again["id"] == first["id"]
    return first


def change(buyer: Person, place: dict, **fields: str) -> dict:
    answer = patched(buyer, f"partners/addresses/{place['id']}/", {**ADDRESS, **fields, "version": place["version"]})
    assert answer.status_code == 200, answer.text
    return answer.json()


def patched(person: Person, path: str, body: dict) -> httpx.Response:
    token = {"X-CSRFToken": person.http.cookies.get("csrftoken", ""), "Referer": str(person.http.base_url)}
    return person.http.patch(path, json=body, headers=token)


def soon(person: Person, path: str, row: dict, is_so, what: str, within: float = BY_THE_SCHEDULER) -> dict:
    """The row as soon as it is so."""

    def shown() -> dict | None:
        found = person.get(f"partners/{path}/{row['id']}/")
        return found if is_so(found) else None

    return eventually(shown, within, f"{path} {row['id']} {what}")


def in_1c(stage, entity: str, row: dict) -> dict | None:
    """What 1C holds under the portal's id."""
    found = httpx.get(f"{stage.onec.base_url}/hs/portal/v1/{entity}/{row['id']}", auth=stage.onec.auth)
    return None if found.status_code == 404 else found.raise_for_status().json()["data"]


def not_for_strangers(stage, depot: dict, place: dict) -> None:
    """A client of another partner finds neither, and changes nothing."""
    stranger = stage.person("stranger")
    for path, row in (("consignees", depot), ("addresses", place)):
        url = f"partners/{path}/{row['id']}/"
        assert stranger.http.get(url).status_code == 404
        assert patched(stranger, url, {**ADDRESS, "version": row["version"]}).status_code == 404
    assert stranger.get("partners/addresses/", search=depot["name"])["count"] == 0
