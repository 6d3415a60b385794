"""Notifications: whom they reach, in which language, what is read, and what 1C hears of it."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.access.models import Grant
from cms.realtime import publish
from integration.models import OutboxMessage
from modules.claims.exchange import claim_from_onec
from modules.notifications.exchange import notification_from_onec, notification_payload
from modules.notifications.models import Notification, Receipt
from modules.notifications.services import tell_manager
from modules.ordering.models import Order
from modules.ordering.services import order_state_from_onec
from tests.factories import talks
from tests.world import client_of

pytestmark = pytest.mark.django_db

LIST = "/api/v1/notifications/"


def item(key, version: int, world, *, deleted: bool = False, **data) -> dict:
    told = {
        "partner": str(world.partner_a.ref), "kind": "payment", "subject": "Поступила оплата", "text": "100 000 ₸",
        "order": None, "contract": None, "created_at": "2026-11-03T10:00:00+05:00", "read_at": None,
        "portal_version": None, **data,
    }  # fmt: skip
    return {"id": str(key), "version": version, "deleted": deleted, "data": told}


def readers(notification) -> set[str]:
    return set(notification.receipts.values_list("user__email", flat=True))


def subjects(user, language: str = "en", **query) -> list[str]:
    page = client_of(user, language=language).get(LIST, query).json()
    return [row["subject"] for row in page["results"]]


def test_one_of_1c_reaches_the_people_of_its_client(world, monkeypatch, django_capture_on_commit_callbacks):
    sent: list = []
    monkeypatch.setattr(publish, "send", lambda users, type, data: sent.append((set(users), type)))
    with django_capture_on_commit_callbacks(execute=True):
        assert notification_from_onec(item=item(uuid4(), 1, world))
    assert readers(Notification.objects.get()) == {world.head.email, world.owner.email}
    assert sent == [({world.head.pk, world.owner.pk}, "notification")]
    assert subjects(world.owner) == ["Поступила оплата"]
    assert subjects(world.stranger) == []


def test_one_of_a_contract_reaches_those_of_that_contract_too(world):
    notification_from_onec(item=item(uuid4(), 1, world, contract=str(world.contract_a2.ref)))
    assert world.colleague.email in readers(Notification.objects.get())


def test_it_leads_to_its_order(world):
    order = world.owners_order
    notification_from_onec(item=item(uuid4(), 1, world, order=str(order.pk)))
    [row] = client_of(world.owner).get(LIST).json()["results"]
    assert row["path"] == f"/cabinet/orders/{order.pk}"


def move_order(world, state: str) -> None:
    data = {"state": state, "number": "ТД00-000007"}
    order_state_from_onec(item={"id": str(world.owners_order.pk), "version": 5, "deleted": False, "data": data})


def test_a_moved_order_is_told_in_each_readers_language_to_those_who_see_it(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        move_order(world, "ВПроцессеОтгрузки")
    notification = Notification.objects.get()
    assert readers(notification) == {world.head.email, world.owner.email}
    number = world.owners_order.number
    assert subjects(world.owner) == [f"Order {number}: Being shipped"]
    assert len({subjects(world.owner, language)[0] for language in ("ru", "en", "kk")}) == 3
    assert subjects(world.owner, search="being shipped") == subjects(world.owner, search="отгруж") != []
    assert not OutboxMessage.objects.filter(topic="notifications").exists()


def test_an_answered_claim_is_told(world, django_capture_on_commit_callbacks):
    claim = world.owners_claim
    data = {"number": "ПР-1", "kind": "quality", "subject": "", "status": "Удовлетворена", "answer": "Заменим"}
    with django_capture_on_commit_callbacks(execute=True):
        claim_from_onec(item={"id": str(claim.pk), "version": 3, "deleted": False, "data": data})
    [row] = client_of(world.owner).get(LIST).json()["results"]
    assert (row["path"], row["text"]) == (f"/cabinet/claims/{claim.pk}", "Заменим")


def test_a_move_nobody_waits_for_is_not_told(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        move_order(world, "ОжидаетсяОбеспечение")
    assert Order.objects.get().status == "provisioning"
    assert not Notification.objects.exists()


def test_the_first_reading_of_one_of_1c_is_made_known_there_once(world):
    notification = talks.notification(world.partner_a, world.owner, world.head)
    assert client_of(world.owner).post(f"{LIST}{notification.pk}/read/").json() == {"unread": 0}
    notification.refresh_from_db()
    at = notification.read_at
    message = OutboxMessage.objects.get(topic="notifications", key=notification.pk)
    assert (notification.version, message.version) == (2, 2)
    assert notification_payload(notification.pk)["read_at"] == at.isoformat()
    assert client_of(world.head).post(f"{LIST}read-all/").json() == {"unread": 0}
    notification.refresh_from_db()
    assert (notification.read_at, notification.version) == (at, 2)


def test_a_foreign_one_is_not_read(world):
    notification = talks.notification(world.partner_b, world.stranger)
    before = list(Notification.objects.values()), list(Receipt.objects.values())
    assert client_of(world.owner).post(f"{LIST}{notification.pk}/read/").status_code == 404
    assert client_of(world.owner).post(f"{LIST}read-all/").json() == {"unread": 0}
    assert (list(Notification.objects.values()), list(Receipt.objects.values())) == before
    assert not OutboxMessage.objects.exists()


def test_whoever_loses_their_access_no_longer_sees_what_they_were_told(world):
    talks.notification(world.partner_a, world.owner)
    assert subjects(world.owner) == ["Shipped"]
    Grant.objects.filter(user=world.owner).delete()
    world.owner.refresh_from_db()
    assert subjects(world.owner) == []


def test_unread_search_and_withdrawn(world):
    first = talks.notification(world.partner_a, world.owner)
    talks.notification(world.partner_a, world.owner, subject="Invoice", text="№ 7")
    client_of(world.owner).post(f"{LIST}{first.pk}/read/")
    assert subjects(world.owner, unread="true") == ["Invoice"]
    assert subjects(world.owner, search="drums") == ["Shipped"]
    notification_from_onec(item=item(first.pk, 2, world, deleted=True))
    assert subjects(world.owner) == ["Invoice"]


def test_what_the_portal_tells_a_manager_goes_to_1c_and_to_nobody_here(world):
    told = tell_manager(partner=world.partner_a, subject="Предложен план продаж", text="На декабрь")
    assert OutboxMessage.objects.get(topic="notifications").key == told.pk
    assert notification_payload(told.pk)["kind"] == "other"
    assert not Receipt.objects.exists()


VERSIONS = [("Отгружено", False), ("Отгружено частично", False), ("Отгружено", True), ("Отгружено полностью", False)]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.lists(st.integers(1, len(VERSIONS)), min_size=1, max_size=10))
def test_whatever_the_order_and_repetition_the_newest_stays(world, order):
    key = uuid4()
    for version in order:
        subject, deleted = VERSIONS[version - 1]
        notification_from_onec(item=item(key, version, world, subject=subject, deleted=deleted))
    kept = Notification.objects.get(pk=key)
    assert (kept.subject, kept.deleted) == VERSIONS[max(order) - 1]


def test_list_costs_the_same_whatever_its_length(world):
    for number in range(4):
        talks.notification(world.partner_a, world.owner, subject=f"Number {number}")
    client, counts = client_of(world.owner), []
    client.get(LIST)
    for size in (1, 4):
        with CaptureQueriesContext(connection) as captured:
            assert len(client.get(LIST, {"page_size": size}).json()["results"]) == size
        counts.append(len(captured))
    assert counts[0] == counts[1]
