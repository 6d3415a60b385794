"""Registering and correcting claims: who may, for whom, and what is queued for 1C."""

from uuid import uuid4

import pytest

from integration.models import Delivery, OutboxMessage
from modules.claims.models import Claim, ClaimHistory
from modules.claims.services import claim_answered
from tests.factories.claims import claim as make_claim
from tests.world import client_of

pytestmark = pytest.mark.django_db

CLAIMS = "/api/v1/claims/"
TEXTS = {"kind": "quality", "subject": "Leaking drums", "text": "Three of ten leak."}


def register(user, key: str = "", **asked):
    return client_of(user).post(CLAIMS, {**TEXTS, **asked}, headers={"Idempotency-Key": key or str(uuid4())})


def kept() -> tuple:
    return tuple(list(table.objects.order_by("pk").values()) for table in (Claim, ClaimHistory, OutboxMessage))


def test_about_an_order_everything_else_is_the_orders(world):
    answer = register(world.owner, order=str(world.owners_order.pk))
    assert answer.status_code == 201
    claim = Claim.objects.get()
    order = world.owners_order
    assert (claim.order, claim.contract, claim.partner) == (order, order.contract, order.partner)
    assert (claim.author, claim.status, claim.counterparty) == (world.owner, "registered", order.counterparty)
    assert answer.json()["order"]["number"] == order.number
    assert answer.json()["exchange"]["state"] == "waiting"
    message = OutboxMessage.objects.get(topic="claims", key=claim.pk)
    assert (message.version, message.status) == (1, Delivery.WAITING)
    assert [move.became for move in claim.history.all()] == ["registered"]


def test_about_a_contract_or_the_client(world):
    assert register(world.owner, contract=world.contract_a2.pk).json()["contract"]["id"] == world.contract_a2.pk
    of_client = register(world.owner, partner=world.partner_a.pk).json()
    assert (of_client["partner"]["id"], of_client["contract"]) == (world.partner_a.pk, None)


def test_a_repeat_registers_nothing(world):
    first = register(world.owner, "one", partner=world.partner_a.pk)
    again = register(world.owner, "one", partner=world.partner_a.pk)
    assert first.json() == again.json()
    assert Claim.objects.count() == 1


@pytest.mark.parametrize(
    "asked",
    [
        {"order": "strangers_order"},
        {"contract": "contract_b"},
        {"partner": "partner_b"},
        {},
        {"order": "colleagues_order"},
    ],
)
def test_in_a_foreign_name_nothing_is_registered(world, asked):
    wanted = {name: str(getattr(world, found).pk) for name, found in asked.items()}
    before = kept()
    assert register(world.owner, **wanted).status_code == 400
    assert kept() == before


def test_somebody_of_one_contract_does_not_speak_for_the_whole_client(world):
    before = kept()
    assert register(world.colleague, partner=world.partner_a.pk).status_code == 403
    assert kept() == before
    assert register(world.colleague, contract=world.contract_a2.pk).status_code == 201


@pytest.mark.parametrize("wrong", [{"kind": "unheard"}, {"subject": " "}, {"text": ""}, {"subject": "x" * 201}])
def test_what_is_missing_is_said_and_nothing_kept(world, wrong):
    before = kept()
    answer = register(world.owner, **{"partner": world.partner_a.pk, **wrong})
    assert (answer.status_code, set(answer.json()["errors"])) == (400, set(wrong))
    assert kept() == before


def correct(user, claim: Claim, **more):
    asked = {**TEXTS, "version": claim.version, "subject": "Corrected", **more}
    return client_of(user).patch(f"{CLAIMS}{claim.pk}/", asked)


def test_a_registered_claim_is_corrected_and_sent_again(world):
    claim = make_claim(world.owner, world.contract_a1)
    answer = correct(world.owner, claim)
    assert (answer.status_code, answer.json()["subject"], answer.json()["version"]) == (200, "Corrected", 2)
    assert OutboxMessage.objects.get(key=claim.pk).version == 2
    assert [move["by"] for move in answer.json()["history"]] == [world.owner.name]


@pytest.mark.parametrize("status", ["processing", "satisfied", "not_satisfied"])
def test_what_1c_works_on_is_not_corrected(world, status):
    claim = make_claim(world.owner, world.contract_a1, status=status)
    before = kept()
    answer = correct(world.owner, claim)
    assert (answer.status_code, answer.json()["code"]) == (409, "claim_changed")
    assert answer.json()["current"]["status"] == status
    assert kept() == before


def test_the_second_of_two_corrections_is_told(world):
    claim = make_claim(world.owner, world.contract_a1)
    assert correct(world.head, claim, subject="First").status_code == 200
    before = kept()
    answer = correct(world.owner, claim, subject="Second")
    assert (answer.status_code, answer.json()["current"]["subject"]) == (409, "First")
    assert kept() == before


@pytest.mark.parametrize(("person", "status"), [("stranger", 404), ("service_full", 403), ("colleague", 404)])
def test_others_do_not_correct_it(world, person, status):
    claim = make_claim(world.owner, world.contract_a1)
    before = kept()
    assert correct(getattr(world, person), claim).status_code == status
    assert kept() == before


def test_a_claim_that_1c_never_had_and_refuses_is_corrected_and_registered_anew(world):
    claim = make_claim(world.owner, world.contract_a1)
    claim_answered(claim_id=claim.pk, result={"status": "rejected", "error": {"message": "Нет такого партнера"}})
    claim.refresh_from_db()
    assert (claim.status, claim.reason) == ("not_taken", "Нет такого партнера")
    assert correct(world.owner, claim).json()["status"] == "registered"
    claim.refresh_from_db()
    assert claim.reason == ""


def test_a_refused_correction_leaves_the_claim_where_it_is(world):
    claim = make_claim(world.owner, world.contract_a1, number="ПР00-000001", status="processing")
    claim_answered(claim_id=claim.pk, result={"status": "rejected", "error": {"message": "Уже в работе"}})
    claim.refresh_from_db()
    assert (claim.status, claim.reason) == ("processing", "Уже в работе")


def test_the_number_of_1c_is_kept(world):
    claim = make_claim(world.owner, world.contract_a1)
    claim_answered(claim_id=claim.pk, result={"status": "accepted", "ref": str(claim.pk), "number": "ПР00-000009"})
    claim.refresh_from_db()
    assert (claim.number, claim.status) == ("ПР00-000009", "registered")
