"""Objects that travel both ways, against the simulated base over HTTP: told once, followed, taken from 1C."""

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from integration import outbox
from integration.client import PortalService
from integration.models import Breaker, OutboxMessage, ParkedRow
from integration.outbox import delivery
from integration.simulator.testing import free_port
from modules.analytics.models import SalesPlan
from modules.analytics.services import PlanLine, plan_draft
from modules.catalog.models import Product
from modules.chat.services import chat_open, message_write
from modules.claims.models import Claim
from modules.claims.services import About, claim_change, claim_register
from modules.notifications.models import Notification
from modules.notifications.services import notifications_read, tell_manager
from modules.partners.models import Contract
from tests.factories import accounts

pytestmark = pytest.mark.django_db


@pytest.fixture
def contract(pull) -> Contract:
    """One of the base's contracts, with all that claims point to."""
    pull("regions", "currencies", "clients", "counterparties", "contracts", "claims")
    return Contract.objects.filter(deleted=False, partner__isnull=False, counterparty__isnull=False).first()


@pytest.fixture
def author(contract):
    return accounts.user("buyer_head", grants=({"partner": contract.partner},))


@pytest.fixture
def send():
    """send(object) → where it is after one attempt to deliver it."""

    def once(topic: str, obj) -> str:
        OutboxMessage.objects.filter(topic=topic, key=obj.pk).update(not_before=timezone.now())
        delivery.deliver_now(topic, obj.pk)
        return outbox.status_of(topic, [obj.pk])[obj.pk].state

    return once


def held_by(entity: str, obj) -> dict:
    """What 1C answers when it is asked for the object."""
    return held_by_ref(entity, obj.pk)


def held_by_ref(entity: str, key: UUID) -> dict:
    return PortalService().find(entity, str(key))["data"]


class TestClaims:
    @pytest.fixture
    def claim(self, contract, author) -> Claim:
        texts = {"kind": "quantity", "subject": "Two drums short", "text": "Eight came instead of ten."}
        return claim_register(author=author, about=About(contract=contract), **texts)

    def test_registered_answered_and_seen(self, onec, pull, claim, send):
        assert send("claims", claim) == "accepted"
        claim.refresh_from_db()
        assert claim.number
        held = held_by("claims", claim)
        assert (held["subject"], held["portal_version"]) == ("Two drums short", 1)
        assert held["contract"] == str(claim.contract.ref)

        onec.tick()
        pull("claims")
        claim.refresh_from_db()
        assert claim.status == "processing"
        onec.tick()
        pull("claims")
        claim.refresh_from_db()
        assert claim.status == "satisfied" and claim.answer
        assert [move.became for move in claim.history.all()] == ["registered", "processing", "satisfied"]

    def test_a_lost_answer_makes_no_second_claim(self, onec, claim, send):
        onec.fault({"channel": "B", "method": "POST", "path": "claims"}, {"lost_answer": True}, times=1)
        assert send("claims", claim) == "sent"
        assert send("claims", claim) == "accepted"
        assert [row["subject"] for row in onec.rows("claims")].count(claim.subject) == 1

    def test_1c_away_the_claim_waits_and_a_retry_brings_it(self, settings, onec, claim, send):
        there = settings.ONEC_URL
        settings.ONEC_URL = f"http://127.0.0.1:{free_port()}/demo"
        assert send("claims", claim) == "waiting"
        settings.ONEC_URL = there
        Breaker.objects.all().delete()
        assert outbox.wake("claims", claim.pk)
        assert send("claims", claim) == "accepted"

    def test_a_correction_reaches_1c(self, onec, claim, author, send):
        send("claims", claim)
        claim.refresh_from_db()
        texts = {"kind": "quantity", "subject": "Three drums short", "text": "Seven came."}
        claim_change(user=author, claim=claim, version=1, **texts)
        assert send("claims", claim) == "accepted"
        held = held_by("claims", claim)
        assert (held["subject"], held["portal_version"]) == ("Three drums short", 2)

    def test_a_correction_that_comes_too_late_is_refused_and_said(self, onec, pull, claim, author, send):
        send("claims", claim)
        onec.tick()
        onec.tick()  # answered, and the portal has not heard of it
        claim.refresh_from_db()
        claim_change(user=author, claim=claim, version=1, kind="quality", subject="Other", text="Other")
        assert send("claims", claim) == "rejected"
        pull("claims")
        claim.refresh_from_db()
        assert claim.status == "satisfied"
        assert held_by("claims", claim)["subject"] == "Two drums short"

    def test_made_in_1c_it_appears(self, onec, pull, contract):
        key, partner = str(uuid4()), contract.partner
        made = {
            "partner": str(partner.ref), "counterparty": None, "contract": str(contract.ref), "order": None,
            "number": "ПР00-900001", "kind": "documents", "subject": "Нет счета-фактуры", "text": "Не передан",
            "status": "Обрабатывается", "answer": "", "registered_at": "2026-11-20T10:00:00+05:00",
            "portal_version": None,
        }  # fmt: skip
        onec.edit("claims", made, key=key)
        pull("claims")
        claim = Claim.objects.get(pk=key)
        assert (claim.partner, claim.contract, claim.author, claim.status) == (partner, contract, None, "processing")

    def test_one_of_a_client_that_has_not_been_loaded_waits_for_it(self, onec, pull):
        pull("claims")
        waiting = ParkedRow.objects.filter(entity="claims", waits_for="clients").count()
        assert waiting == len(onec.rows("claims")) > 0 and not Claim.objects.exists()
        pull("regions", "currencies", "clients", "counterparties", "contracts")
        pull("claims")
        assert not ParkedRow.objects.filter(entity="claims").exists()
        assert Claim.objects.count() == waiting


class TestMessages:
    @pytest.fixture
    def chat(self, contract, author):
        return chat_open(user=author, partner=contract.partner)

    def test_a_question_reaches_1c_and_its_answer_the_portal(self, onec, pull, author, chat, send):
        question = message_write(author=author, chat=chat, text="When will it come?")
        assert send("messages", question) == "accepted"
        held = held_by("messages", question)
        assert (held["text"], held["author"]["kind"], held["chat"]) == (question.text, "client", str(chat.pk))
        onec.tick()
        pull("messages")
        answer = chat.messages.exclude(pk=question.pk).get()
        assert (answer.author_kind, answer.author) == ("manager", None) and answer.text
        question.refresh_from_db()
        assert question.text == "When will it come?"

    def test_a_lost_answer_makes_no_second_message(self, onec, author, chat, send):
        message = message_write(author=author, chat=chat, text="Once only")
        onec.fault({"channel": "B", "method": "POST", "path": "messages"}, {"lost_answer": True}, times=1)
        assert send("messages", message) == "sent"
        assert send("messages", message) == "accepted"
        assert [row["text"] for row in onec.rows("messages")].count("Once only") == 1


class TestNotifications:
    def test_one_of_1c_is_read_and_1c_knows_it(self, onec, pull, contract, author, send):
        key = str(uuid4())
        made = {
            "partner": str(contract.partner.ref), "kind": "payment", "subject": "Поступила оплата", "text": "100 000",
            "order": None, "contract": None, "created_at": "2026-11-20T10:00:00+05:00", "read_at": None,
            "portal_version": None,
        }  # fmt: skip
        onec.edit("notifications", made, key=key)
        pull("notifications")
        notification = Notification.objects.get(pk=key)
        assert notification.receipts.filter(user=author).exists()
        notifications_read(user=author)
        assert send("notifications", notification) == "accepted"
        held = held_by("notifications", notification)
        assert held["read_at"] and held["portal_version"] == 2

    def test_the_manager_in_1c_is_told(self, contract, send):
        told = tell_manager(partner=contract.partner, subject="Предложен план", text="На декабрь")
        assert send("notifications", told) == "accepted"
        assert held_by("notifications", told)["subject"] == "Предложен план"


class TestPlans:
    def test_a_draft_becomes_a_document_and_comes_back_approved_as_the_same_row(self, onec, pull, contract, author):
        pull("units", "product_lines", "product_groups", "products")
        product = Product.objects.filter(deleted=False, kind="goods").first()
        lines = [PlanLine(product, Decimal("12"), Decimal("340.5"))]
        period = {"period_start": date(2026, 12, 1), "period_end": date(2026, 12, 31)}
        plan = plan_draft(author=author, partner=contract.partner, lines=lines, comment="Декабрь", **period)
        before = plan.lines
        OutboxMessage.objects.filter(topic="plans").update(not_before=timezone.now())
        delivery.deliver_now("plans", plan.ref)
        plan.refresh_from_db()
        assert plan.number and held_by_ref("plans", plan.ref)["status"] == "НаУтверждении"
        onec.tick()
        pull("plans")
        plan.refresh_from_db()
        assert (plan.status, plan.deleted, plan.lines, plan.comment) == ("approved", False, before, "Декабрь")
        assert plan.author == author and SalesPlan.objects.filter(ref=plan.ref).count() == 1
        assert pull("plans", kind="full")["plans"].changed == 0

    def test_plans_of_1c_with_their_lines(self, onec, pull, contract):
        pull("plans")
        documents = {row["Ref_Key"]: row for row in onec.rows("Document_ПланПродаж")}
        plans = SalesPlan.objects.filter(deleted=False)
        assert plans.count() == len(documents) > 0
        for plan in plans:
            held = documents[str(plan.ref)]
            assert [UUID(line["product"]) for line in plan.lines] == [
                UUID(x["Номенклатура_Key"]) for x in held["Товары"]
            ]
            assert [float(line["quantity"]) for line in plan.lines] == [x["Количество"] for x in held["Товары"]]
