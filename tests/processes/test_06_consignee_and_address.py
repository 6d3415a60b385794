"""Process 6: a client names who receives its goods and where; 1C confirms or refuses; changes and 1C away included."""

import uuid

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
    [held] = in_1c(stage, "addresses", place)
    assert (held["address"], held["consignee"], held["state"]) == ("Dostyk 5", depot["id"], "Предложен")
    assert [row["name"] for row in in_1c(stage, "consignees", depot)] == [depot["name"]]

    stage.onec.decide_address(place["id"], "Подтвержден")
    for person in (buyer, service):
        soon(person, "addresses", place, lambda shown: shown["state"] == "confirmed", "is confirmed")

    changed = change(buyer, place, address="Dostyk 7, gate 2")
    assert changed["state"] == "proposed"
    late = buyer.http.patch(f"partners/addresses/{place['id']}/", json={**ADDRESS, "version": place["version"]})
    assert (late.status_code, late.json()["current"]["address"]) == (409, "Dostyk 7, gate 2")
    eventually(lambda: in_1c(stage, "addresses", place)[0]["address"] == "Dostyk 7, gate 2", 30, "1C has the change")
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
    assert in_1c(stage, "consignees", depot) == in_1c(stage, "addresses", place) == []

    stage.onec.heal()
    again = buyer.http.post(f"partners/consignees/{depot['id']}/resend/")
    assert again.status_code == 200, again.text
    for path, row in (("consignees", depot), ("addresses", place)):
        soon(buyer, path, row, lambda shown: shown["exchange"]["state"] == "accepted", "is in 1C", 90)
        assert len(in_1c(stage, path, row)) == 1


def test_what_1c_does_not_take_is_shown_with_its_words(stage):
    buyer = stage.person("buyer")
    depot = proposed(buyer, "consignees", consignee(buyer))
    soon(buyer, "consignees", depot, lambda shown: shown["exchange"]["state"] == "accepted", "is in 1C")
    stage.onec.edit("consignees", {}, key=depot["id"], deleted=True)  # nobody's address any more
    place = proposed(buyer, "addresses", {**ADDRESS, "consignee": depot["id"]})
    refused = soon(buyer, "addresses", place, lambda shown: shown["state"] == "rejected", "is refused")
    assert refused["exchange"]["state"] == "rejected" and "Грузополучатель" in refused["reason"]
    assert in_1c(stage, "addresses", place) == []


def consignee(buyer: Person) -> dict:
    [client] = buyer.get("partners/consignees/options/")["partners"]
    return {"partner": client["id"], "name": f"Depot {uuid.uuid4().hex[:8]}", "country": "KZ", "tax_id": TAX_ID}


def proposed(buyer: Person, path: str, body: dict) -> dict:
    """As the API answered; a repeat with the same key is the same one."""
    headers = {"Idempotency-Key": str(uuid.uuid4())}
    first, again = (buyer.http.post(f"partners/{path}/", json=body, headers=headers) for _ in range(2))
    assert first.status_code == 201, first.text
    assert again.json()["id"] == first.json()["id"]
    return first.json()


def change(buyer: Person, place: dict, **fields: str) -> dict:
    answer = buyer.http.patch(
        f"partners/addresses/{place['id']}/", json={**ADDRESS, **fields, "version": place["version"]}
    )
    assert answer.status_code == 200, answer.text
    return answer.json()


def soon(person: Person, path: str, row: dict, is_so, what: str, within: float = BY_THE_SCHEDULER) -> dict:
    """The row as soon as it is so."""

    def shown() -> dict | None:
        found = person.get(f"partners/{path}/{row['id']}/")
        return found if is_so(found) else None

    return eventually(shown, within, f"{path} {row['id']} {what}")


def in_1c(stage, entity: str, row: dict) -> list[dict]:
    """What 1C holds under the portal's id."""
    rows = stage.onec.rows(entity)
    return [found.get("data", found) for found in rows if row["id"] in (found.get("id"), found.get("Ref_Key"))]


def not_for_strangers(stage, depot: dict, place: dict) -> None:
    """A client of another partner finds neither, and changes nothing."""
    stranger = stage.person("stranger")
    for path, row in (("consignees", depot), ("addresses", place)):
        url = f"partners/{path}/{row['id']}/"
        assert stranger.http.get(url).status_code == 404
        assert stranger.http.patch(url, json={**ADDRESS, "version": row["version"]}).status_code == 404
    assert stranger.get("partners/addresses/", search=depot["name"])["count"] == 0
