"""What 1C says of claims: states and answers of ours, claims of its own; late, doubled and out of order."""

import itertools
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integration.loading.handling import handle_items
from integration.models import ParkedRow
from integration.regulation import get
from modules.claims.events import ClaimChanged, ClaimRegistered
from modules.claims.exchange import STATUSES, claim_from_onec
from modules.claims.models import Claim, ClaimHistory
from modules.claims.services import claim_move
from modules.claims.states import NEXT, ClaimStatus
from tests.factories import partners
from tests.factories.claims import claim as make_claim
from tests.factories.counter import ref

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("was", "to"), list(itertools.product(ClaimStatus, repeat=2)))
def test_move(world, was, to):
    claim = make_claim(world.owner, world.contract_a1, status=was)
    moved = claim_move(claim=claim, to=to)
    claim.refresh_from_db()
    assert moved == (to == was or to in NEXT[was])
    assert claim.status == (to if moved else was)
    assert ClaimHistory.objects.count() == moved


def test_state_number_and_answer_of_1c(world, item):
    claim = make_claim(world.owner, world.contract_a1)
    assert claim_from_onec(item=item(claim, 4, status="Удовлетворена", answer="Заменим", portal_version=1))
    claim.refresh_from_db()
    assert (claim.status, claim.answer, claim.number) == ("satisfied", "Заменим", "ПР00-000007")
    assert [(move.became, move.note, move.user) for move in claim.history.all()] == [("satisfied", "Заменим", None)]


def test_the_authors_texts_are_never_overwritten(world, item):
    claim = make_claim(world.owner, world.contract_a1, subject="mine", text="mine", kind="quality")
    claim_from_onec(item=item(claim, 4, subject="of 1C", text="of 1C", kind="delivery", portal_version=1))
    claim.refresh_from_db()
    assert (claim.subject, claim.text, claim.kind) == ("mine", "mine", "quality")


def test_a_claim_made_in_1c_appears_and_follows_its_texts(world, item, django_capture_on_commit_callbacks):
    key = uuid4()
    assert claim_from_onec(item=item(key, 3, contract=str(world.contract_a1.ref), order=str(world.owners_order.pk)))
    claim = Claim.objects.get(pk=key)
    assert (claim.author, claim.partner, claim.contract) == (None, world.partner_a, world.contract_a1)
    assert (claim.order, claim.subject, claim.kind) == (world.owners_order, "of 1C", "delivery")
    assert claim.registered_at.isoformat() == "2026-11-03T05:00:00+00:00"
    claim_from_onec(item=item(key, 4, subject="changed in 1C"))
    claim.refresh_from_db()
    assert claim.subject == "changed in 1C"


def test_late_and_doubled_items_change_nothing(world, item):
    claim = make_claim(world.owner, world.contract_a1)
    newest = item(claim, 9, status="НеУдовлетворена", answer="Нет")
    assert claim_from_onec(item=newest)
    before = list(ClaimHistory.objects.values()), list(Claim.objects.values())
    assert not claim_from_onec(item=newest)
    assert not claim_from_onec(item=item(claim, 8, status="Обрабатывается", answer="Смотрим"))
    assert (list(ClaimHistory.objects.values()), list(Claim.objects.values())) == before


VERSIONS = [
    {"status": "Зарегистрирована", "answer": ""},
    {"status": "Обрабатывается", "answer": ""},
    {"status": "Удовлетворена", "answer": "Заменим"},
    {"status": "Обрабатывается", "answer": "Заменим"},
    {"status": "НеУдовлетворена", "answer": "Не подтвердилось"},
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.lists(st.integers(1, len(VERSIONS)), min_size=1, max_size=12), known=st.booleans())
def test_whatever_the_order_and_repetition_the_newest_stays(world, item, order, known):
    claim = make_claim(world.owner, world.contract_a1) if known else uuid4()
    for version in order:
        claim_from_onec(item=item(claim, version, **VERSIONS[version - 1]))
    kept, newest = Claim.objects.get(pk=getattr(claim, "pk", claim)), VERSIONS[max(order) - 1]
    assert (kept.status, kept.answer) == (STATUSES[newest["status"]], newest["answer"])
    assert kept.onec_version == max(order)


def test_unknown_words_are_parked_with_a_reason_and_the_rest_goes_through(world, item):
    claim, other = (make_claim(world.owner, world.contract_a1) for _ in range(2))
    outcome = handle_items(get("claims"), [item(claim, 2, status="НаЛуне"), item(other, 2, status="Обрабатывается")])
    assert (outcome.parked, outcome.changed) == (1, 1)
    [parked] = ParkedRow.objects.all()
    assert "НаЛуне" in parked.explanation and parked.ref == claim.pk
    claim.refresh_from_db()
    assert (claim.status, claim.onec_version) == ("registered", 0)


def test_a_claim_whose_client_has_not_arrived_waits_for_it(world, item):
    from integration.loading import parking

    key, newcomer = uuid4(), ref()
    handle_items(get("claims"), [item(key, 2, partner=str(newcomer), subject="newer")])
    handle_items(get("claims"), [item(key, 1, partner=str(newcomer), subject="older")])
    [parked] = ParkedRow.objects.all()
    assert (parked.waits_for, parked.version) == ("clients", "2")
    assert not Claim.objects.exists()

    partners.partner("Newcomer", ref=newcomer)
    assert parking.retry("clients")["claims"] == 1
    assert Claim.objects.get().subject == "newer"
    assert not ParkedRow.objects.exists()


def test_what_1c_withdraws_is_marked(world, item):
    claim = make_claim(world.owner, world.contract_a1)
    claim_from_onec(item=item(claim, 5, deleted=True))
    claim.refresh_from_db()
    assert claim.deleted


def test_whoever_sees_the_claim_hears_of_it(world, item, monkeypatch, django_capture_on_commit_callbacks):
    from cms.realtime import publish
    from modules.claims import subscribers

    sent: list = []
    monkeypatch.setattr(publish, "send", lambda users, type, data: sent.append((set(users), type, data["status"])))
    claim = make_claim(world.owner, world.contract_a1)
    people = {getattr(world, name).pk for name in ("owner", "head", "service_full", "service_limited", "admin")}
    subscribers.tell_of_a_new_one(ClaimRegistered(claim.pk))
    assert sent == [(people, "claim", "registered")]
    with django_capture_on_commit_callbacks(execute=True):
        claim_from_onec(item=item(claim, 2, status="Обрабатывается"))
    assert sent[-1] == (people, "claim", "processing")
    subscribers.tell_of_a_change(ClaimChanged(claim.pk, "registered", "processing"))
    assert len(sent) == 3
