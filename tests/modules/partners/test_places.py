"""Consignees and addresses: proposed and changed by the client, answered and decided about by 1C."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.audit.models import Entry
from integration import outbox
from integration.models import OutboxAttempt, OutboxMessage
from modules.partners.models import AddressState, Consignee, DeliveryAddress
from modules.partners.proposals import addresses, consignees
from modules.partners.proposals.kinds import ADDRESSES
from modules.partners.proposals.payloads import address_payload, consignee_payload
from tests.factories import partners
from tests.world import client_of

pytestmark = pytest.mark.django_db

CONSIGNEES, PLACES = "/api/v1/partners/consignees/", "/api/v1/partners/addresses/"
ADDRESS = {"country": "KZ", "postcode": "010000", "city": "Astana", "address": "Dostyk 5"}
RIGHT_TAX_ID = "140540000015"


@pytest.fixture
def owner(world):
    return client_of(world.owner)


def propose(client, url: str, body: dict, key: str = "k1"):
    return client.post(url, body, headers={"Idempotency-Key": key})


def consignee(world, **changed) -> dict:
    fields = {"partner": world.partner_a.pk, "name": "Depot North", "country": "KZ", "tax_id": "1405 4000 0015"}
    return fields | changed


def kept() -> tuple:
    rows = [list(model.objects.order_by("pk").values()) for model in (Consignee, DeliveryAddress, OutboxMessage)]
    return *rows, Entry.objects.count()


def answer(topic: str, key, **result) -> None:
    """1C's answer, as the broker hands it over after writing the attempt."""
    message = OutboxMessage.objects.get(topic=topic, key=key)
    OutboxAttempt.objects.create(message=message, version=message.version, outcome=result["status"])
    given = {"consignees": consignees.consignee_answered, "addresses": addresses.address_answered}
    given[topic](ref=key, result=result)


def test_proposed_consignee_is_kept_queued_and_on_record(owner, world):
    answer = propose(owner, CONSIGNEES, consignee(world, counterparty=world.counterparty_a.pk))
    assert answer.status_code == 201, answer.content
    row, told = Consignee.objects.get(), answer.json()
    assert (told["id"], told["tax_id"], told["may_change"]) == (str(row.ref), RIGHT_TAX_ID, True)
    assert told["exchange"]["state"] == "waiting"
    message = OutboxMessage.objects.get()
    assert (message.topic, message.key, message.version) == ("consignees", row.ref, 1)
    assert consignee_payload(row.ref) == {
        "partner": str(world.partner_a.ref),
        "counterparty": str(world.counterparty_a.ref),
        "name": "Depot North",
        "tax_id": RIGHT_TAX_ID,
        "contact_person": "",
        "phone": "",
        "deleted": False,
    }
    entry = Entry.objects.get(action="partners.consignee_proposed")
    assert (entry.actor_id, entry.target) == (world.owner.pk, "Depot North")


def test_repeat_of_a_proposal_is_the_same_one(owner, world):
    first, again = (propose(owner, CONSIGNEES, consignee(world)) for _ in range(2))
    assert first.json()["id"] == again.json()["id"] and Consignee.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"tax_id": "140540000016"}, "tax_id"),
        ({"tax_id": "12"}, "tax_id"),
        ({"country": ""}, "country"),
        ({"name": " "}, "name"),
        ({"partner": 0}, "partner"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(owner, world, changed, field):
    before = kept()
    answer = propose(owner, CONSIGNEES, consignee(world, **changed))
    assert answer.status_code == 400 and list(answer.json()["errors"]) == [field]
    assert kept() == before


def test_foreign_partner_and_company_are_not_found(owner, world):
    before = kept()
    for changed in ({"partner": world.partner_b.pk}, {"counterparty": world.counterparty_b.pk}):
        assert propose(owner, CONSIGNEES, consignee(world, **changed)).status_code == 400
    body = {**ADDRESS, "consignee": str(world.consignee_b.ref)}
    before = kept()
    assert propose(owner, PLACES, body).json()["errors"]["consignee"]
    assert kept() == before


def test_stranger_neither_sees_nor_touches(world):
    theirs, place = world.consignee_a, world.address_a
    stranger, before = client_of(world.stranger), kept()
    for url in (f"{CONSIGNEES}{theirs.ref}/", f"{PLACES}{place.ref}/"):
        assert stranger.get(url).status_code == 404
        assert stranger.patch(url, {}).status_code == 404
        assert stranger.post(f"{url}resend/").status_code == 404
    assert stranger.post(f"{PLACES}{place.ref}/withdraw/", {"version": place.edition}).status_code == 404
    assert stranger.get(PLACES).json()["count"] == 0
    assert kept() == before


def test_manager_of_the_region_sees_and_does_not_change(world):
    place, manager = world.address_a, client_of(world.service_limited)
    shown = manager.get(f"{PLACES}{place.ref}/").json()
    assert shown["may_change"] is False
    before = kept()
    assert manager.patch(f"{PLACES}{place.ref}/", {**ADDRESS, "version": place.edition}).status_code == 403
    assert propose(manager, PLACES, {**ADDRESS, "consignee": str(world.consignee_a.ref)}).status_code == 403
    assert kept() == before


def test_second_one_of_the_same_is_refused(owner, world):
    world.consignee_a, partners.address(world.consignee_a, city="Astana", address="Dostyk 5")
    before = kept()
    body = consignee(world, name=world.consignee_a.name.upper(), tax_id=world.consignee_a.tax_id)
    assert propose(owner, CONSIGNEES, body).json()["errors"]["name"]
    body = {**ADDRESS, "address": "dostyk 5", "consignee": str(world.consignee_a.ref)}
    assert propose(owner, PLACES, body).json()["errors"]["address"]
    assert kept() == before


def test_change_of_an_address_has_to_be_confirmed_anew(owner, world):
    place = world.address_a
    answer = owner.patch(f"{PLACES}{place.ref}/", {**ADDRESS, "version": place.edition})
    assert answer.status_code == 200, answer.content
    told = answer.json()
    assert (told["state"], told["line"]) == ("proposed", "010000, Astana, Dostyk 5")
    assert told["version"] != place.edition
    assert OutboxMessage.objects.get().version == 1
    assert Entry.objects.get(action="partners.address_changed").after["address"] == "Dostyk 5"


def test_saving_what_is_there_already_changes_nothing(owner, world):
    place, before = world.address_a, None
    before = kept()
    same = {name: getattr(place, name) for name in (*ADDRESS, "working_hours", "comment")}
    assert owner.patch(f"{PLACES}{place.ref}/", {**same, "version": place.edition}).status_code == 200
    assert kept() == before


def test_lost_race_is_told_with_the_row_as_it_is(owner, world):
    place, head = world.address_a, client_of(world.head)
    assert owner.patch(f"{PLACES}{place.ref}/", {**ADDRESS, "version": place.edition}).status_code == 200
    before = kept()
    late = head.patch(f"{PLACES}{place.ref}/", {**ADDRESS, "address": "Abay 1", "version": place.edition})
    assert (late.status_code, late.json()["code"]) == (409, "outdated")
    assert late.json()["current"]["address"] == "Dostyk 5"
    assert kept() == before


def test_confirmation_of_1c_is_no_change_of_what_people_edit(owner, world):
    place = world.address_a
    edition = place.edition
    DeliveryAddress.objects.update(state=AddressState.REJECTED, reason="No road", version="7")
    assert owner.patch(f"{PLACES}{place.ref}/", {**ADDRESS, "version": edition}).status_code == 200


def test_withdrawn_address_is_gone_and_1c_is_asked_to_mark_it(owner, world):
    place = world.address_a
    assert owner.post(f"{PLACES}{place.ref}/withdraw/", {"version": place.edition}).status_code == 204
    assert owner.get(f"{PLACES}{place.ref}/").status_code == 404
    assert address_payload(place.ref)["deleted"] is True
    answer("addresses", place.ref, status="rejected", error={"message": "Goods are on the way"})
    assert not DeliveryAddress.objects.get().deleted


def test_address_waits_for_its_consignee(owner, world):
    depot = propose(owner, CONSIGNEES, consignee(world)).json()["id"]
    place = propose(owner, PLACES, {**ADDRESS, "consignee": depot}, "k2").json()
    assert (place["exchange"]["state"], place["exchange"]["attempts"]) == ("waiting", 0)
    assert "consignee" in place["exchange"]["message"]
    assert not OutboxMessage.objects.filter(topic="addresses").exists()

    answer("consignees", depot, status="rejected", error={"message": "no"})
    assert not OutboxMessage.objects.filter(topic="addresses").exists()
    answer("consignees", depot, status="accepted")
    assert OutboxMessage.objects.get(topic="addresses").key == DeliveryAddress.objects.get().ref


def test_what_1c_refuses_is_shown_with_its_words(owner, world):
    place = world.address_a
    owner.patch(f"{PLACES}{place.ref}/", {**ADDRESS, "version": place.edition})
    answer("addresses", place.ref, status="rejected", error={"message": "Нет дороги"})
    told = owner.get(f"{PLACES}{place.ref}/").json()
    assert (told["state"], told["reason"]) == ("rejected", "Нет дороги")


def test_1c_that_holds_a_later_version_gets_what_stands_here_now(owner, world):
    place = world.address_a
    owner.patch(f"{PLACES}{place.ref}/", {**ADDRESS, "version": place.edition})
    answer("addresses", place.ref, status="conflict", version=8)
    assert OutboxMessage.objects.get().version == DeliveryAddress.objects.get().portal_version == 9


def test_decisions_are_told_once_and_only_about_proposals(world, monkeypatch):
    mine, theirs = world.address_a, partners.address(world.consignee_a, state=AddressState.REJECTED)
    DeliveryAddress.objects.filter(pk=mine.pk).update(portal_version=1)
    told = []
    monkeypatch.setattr("modules.partners.proposals.keeping.events.publish", told.append)
    addresses.addresses_decided()
    addresses.addresses_decided()
    assert [fact.ref for fact in told] == [mine.ref] and theirs.ref not in {fact.ref for fact in told}


def test_retry_wakes_the_delivery(owner, world):
    place = world.address_a
    owner.patch(f"{PLACES}{place.ref}/", {**ADDRESS, "version": place.edition})
    later = timezone.now() + timedelta(hours=1)
    OutboxMessage.objects.update(not_before=later, failures=5)
    assert owner.post(f"{PLACES}{place.ref}/resend/").json()["exchange"]["state"] == "waiting"
    message = OutboxMessage.objects.get()
    assert message.not_before < later and message.failures == 0


def test_list_is_searched_filtered_and_costs_the_same_for_many(owner, world, django_assert_max_num_queries):
    for number in range(120):
        place = partners.address(world.consignee_a, address=f"Long street {number}", portal_version=1)
        outbox.enqueue(ADDRESSES.topic, place.ref, call_worker=False)
    partners.address(world.consignee_a, city="Almaty", state=AddressState.PROPOSED)
    assert owner.get(PLACES).json()["count"] == 121
    with django_assert_max_num_queries(9):
        page = owner.get(PLACES, {"page_size": 100}).json()
    assert len(page["results"]) == 100 and page["results"][1]["exchange"]
    found = owner.get(PLACES, {"search": "street 117 astana"}).json()
    assert [row["address"] for row in found["results"]] == ["Long street 117"]
    assert owner.get(PLACES, {"state": "proposed"}).json()["count"] == 1
    assert owner.get(PLACES, {"consignee": str(world.consignee_a.ref)}).json()["count"] == 121
    assert owner.get(PLACES, {"consignee": "nonsense"}).json()["count"] == 0


def test_form_offers_the_own_clients_and_their_companies(owner, world):
    options = owner.get(f"{CONSIGNEES}options/").json()
    assert [one["id"] for one in options["partners"]] == [world.partner_a.pk]
    assert [one["id"] for one in options["partners"][0]["counterparties"]] == [world.counterparty_a.pk]
    assert {"code": "KZ", "name": "Kazakhstan", "tax_hint": "BIN or IIN, 12 digits"} in options["countries"]


@pytest.mark.parametrize("language", ["ru", "en", "kk"])
def test_lists_are_read_in_every_language(world, language):
    place, client = world.address_a, client_of(world.owner, language=language)
    for url in (PLACES, CONSIGNEES, "/api/v1/partners/contacts/"):
        assert client.get(url).status_code == 200
    assert client.get(f"{PLACES}{place.ref}/").json()["line"] == str(place)
