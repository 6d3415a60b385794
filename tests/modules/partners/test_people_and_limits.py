"""Contact persons, the manufacturer's managers and credit limits, as their readers see them."""

from uuid import UUID

import pytest

from integration.models import ExchangeState, OutboxMessage
from modules.partners.models import ClientContact
from modules.partners.proposals.payloads import contact_payload
from tests.factories import partners
from tests.world import client_of

pytestmark = pytest.mark.django_db

CONTACTS = "/api/v1/partners/contacts/"
PERSON = {"name": "Dana Buyer", "position": "Buyer", "email": "dana@a.example", "phone": "+7 701 000 00 00"}


def add(client, world, key: str = "k1", **changed):
    return client.post(CONTACTS, {"partner": world.partner_a.pk, **PERSON, **changed}, headers={"Idempotency-Key": key})


def kept() -> tuple:
    return list(ClientContact.objects.order_by("pk").values()), list(OutboxMessage.objects.values())


def test_head_names_changes_and_removes_a_contact_person(world):
    head = client_of(world.head)
    person = add(head, world).json()
    assert OutboxMessage.objects.get().topic == "contacts"
    changed = head.patch(f"{CONTACTS}{person['id']}/", {**PERSON, "position": "Head", "version": person["version"]})
    assert changed.json()["position"] == "Head" and OutboxMessage.objects.get().version == 2
    assert contact_payload(UUID(person["id"]))["position"] == "Head"
    gone = head.post(f"{CONTACTS}{person['id']}/remove/", {"version": changed.json()["version"]})
    assert gone.status_code == 204 and head.get(CONTACTS).json()["count"] == 0
    assert contact_payload(UUID(person["id"]))["deleted"] is True


def test_manager_of_the_client_reads_only(world):
    person, owner, before = world.contact_a, client_of(world.owner), None
    before = kept()
    assert owner.get(f"{CONTACTS}{person.ref}/").json()["may_change"] is False
    assert add(owner, world).status_code == 403
    assert owner.patch(f"{CONTACTS}{person.ref}/", {**PERSON, "version": person.edition}).status_code == 403
    assert owner.post(f"{CONTACTS}{person.ref}/remove/", {"version": person.edition}).status_code == 403
    assert kept() == before


def test_stranger_and_foreign_partner(world):
    person, stranger, before = world.contact_a, client_of(world.stranger), None
    before = kept()
    assert stranger.get(f"{CONTACTS}{person.ref}/").status_code == 404
    assert stranger.post(f"{CONTACTS}{person.ref}/remove/", {"version": person.edition}).status_code == 404
    assert add(stranger, world).json()["errors"]["partner"]
    assert kept() == before


def test_address_of_a_colleague_is_refused_and_an_old_version_too(world):
    person, head = world.contact_a, client_of(world.head)
    before = kept()
    assert add(head, world, email=person.email.upper()).json()["errors"]["email"]
    late = head.post(f"{CONTACTS}{person.ref}/remove/", {"version": "0" * 16})
    assert (late.status_code, late.json()["code"]) == (409, "outdated")
    assert late.json()["current"]["name"] == person.name
    assert kept() == before


def test_limits_of_the_own_contracts_with_their_age(world):
    own, _foreign = world.limit_a1, world.limit_b
    partners.limit(world.contract_a2, currency=partners.currency("USD"))
    ExchangeState.objects.create(entity="limits", checked_at="2026-03-01T10:00:00Z")
    found = client_of(world.owner).get("/api/v1/partners/limits/").json()["results"]
    assert [(row["contract"]["id"], row["currency"]) for row in found] == [
        (world.contract_a1.pk, "KZT"),
        (world.contract_a2.pk, "USD"),
    ]
    assert found[0]["available"] == str(own.available) and found[0]["checked_at"].startswith("2026-03-01T")
    narrowed = client_of(world.colleague).get("/api/v1/partners/limits/").json()["results"]
    assert [row["contract"]["id"] for row in narrowed] == [world.contract_a2.pk]


def test_managers_of_the_own_clients(world, django_assert_max_num_queries):
    partners.account_manager(blocked=True)
    mine, _other = world.manager_a, world.manager_b
    client = client_of(world.owner)
    client.get("/api/v1/partners/managers/")
    with django_assert_max_num_queries(7):
        [found] = client.get("/api/v1/partners/managers/").json()["results"]
    assert (found["name"], found["email"], found["phone"]) == (mine.name, mine.email, mine.phone)
    assert found["clients"] == [{"id": world.partner_a.pk, "name": world.partner_a.name}]
