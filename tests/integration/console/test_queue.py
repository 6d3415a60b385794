"""The queue to 1C in the console: found by what people know, read without secrets, sent again."""

import csv
import io
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.audit.models import Entry
from integration import outbox
from integration.console.masking import HIDDEN, masked
from integration.models import Delivery, OutboxMessage


@pytest.fixture
def parked(db) -> OutboxMessage:
    return OutboxMessage.objects.create(
        topic="orders", key=uuid4(), status=Delivery.PARKED, error_code="refused", last_error="out of disk"
    )


@pytest.fixture
def of_an_order(world) -> OutboxMessage:
    outbox.enqueue("orders", world.owners_order.pk)
    return OutboxMessage.objects.get(key=world.owners_order.pk)


def listed(client, **query) -> str:
    return client.get(reverse("exchange_queue_results"), query).content.decode()


def test_a_message_is_found_by_the_orders_number_its_key_its_topic_and_its_error(world, admin_of, parked, of_an_order):
    client, order = admin_of(world.service_full), world.owners_order
    for words in (order.number, str(order.pk), f"orders {order.number[-4:]}"):
        text = listed(client, q=words)
        assert order.number in text and str(parked.key) not in text, words
    for words in ("out of disk", "refused", str(parked.key)):
        text = listed(client, q=words)
        assert str(parked.key) in text and order.number not in text, words
    assert "No message matches" in listed(client, q="nothing like it")


def test_the_queue_is_narrowed_and_turned_round(world, admin_of, parked, of_an_order):
    client, order = admin_of(world.admin), world.owners_order
    assert order.number not in listed(client, status="parked")
    assert str(parked.key) not in listed(client, topic="orders", status="waiting")
    newest, oldest = listed(client), listed(client, ordering="created_at")
    assert newest.index(order.number) < newest.index(str(parked.key))
    assert oldest.index(order.number) > oldest.index(str(parked.key))


def test_a_page_of_the_queue_asks_the_same_number_of_times(world, admin_of, of_an_order):
    client = admin_of(world.admin)
    listed(client)
    with CaptureQueriesContext(connection) as few:
        listed(client)
    OutboxMessage.objects.bulk_create(OutboxMessage(topic="orders", key=uuid4()) for _ in range(60))
    with CaptureQueriesContext(connection) as many:
        listed(client)
    assert len(many) == len(few)


def test_the_queue_leaves_as_a_spreadsheet_and_that_is_on_record(world, admin_of, parked, of_an_order):
    answer = admin_of(world.admin).get(reverse("exchange_queue"), {"export": "csv", "status": "parked"})
    rows = list(csv.reader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))
    assert [len(rows), rows[1][2], rows[1][-1]] == [2, str(parked.key), "out of disk"]
    assert Entry.objects.filter(action="exports.made").count() == 1


def test_what_would_be_sent_is_shown_as_it_is_now(world, admin_of, of_an_order):
    world.owners_order.lines.update(quantity="7")
    text = admin_of(world.admin).get(reverse("exchange_message", args=[of_an_order.pk])).content.decode()
    assert str(world.partner_a.ref) in text and "&quot;quantity&quot;: &quot;7" in text


def test_personal_data_is_hidden_from_who_only_looks(world, admin_of):
    application = world.application_kz
    outbox.enqueue("counterparties", application.pk)
    address = reverse("exchange_message", args=[OutboxMessage.objects.get(key=application.pk).pk])
    assert application.email in admin_of(world.admin).get(address).content.decode()
    assert application.email not in admin_of(world.service_full).get(address).content.decode()


def test_secrets_are_hidden_from_everybody_at_any_depth():
    sent = {"a": [{"Password": "x", "apiToken": ["y"]}], "email": "", "phone": "+7", "total": 5}
    assert masked(sent, personal=True) == {
        "a": [{"Password": HIDDEN, "apiToken": HIDDEN}], "email": "", "phone": "+7", "total": 5,
    }  # fmt: skip
    assert masked(sent, personal=False)["phone"] == HIDDEN


def test_an_object_that_is_gone_and_one_that_cannot_be_built_are_told(world, admin_of, parked):
    client = admin_of(world.admin)
    page = client.get(reverse("exchange_message", args=[parked.pk])).content.decode()
    assert "no longer in the portal" in page
    unknown = OutboxMessage.objects.create(topic="of.a.module.that.left", key=uuid4())
    page = client.get(reverse("exchange_message", args=[unknown.pk])).content.decode()
    assert "The module cannot build it" in page


def test_the_history_of_a_message(world, admin_of, parked):
    parked.history.create(version=1, outcome="failed", detail="500: no space left", seconds=3.5)
    text = admin_of(world.service_full).get(reverse("exchange_message", args=[parked.pk])).content.decode()
    assert "no space left" in text and "3.5 s" in text


def test_a_parked_message_is_sent_again_and_that_is_on_record(world, admin_of, parked):
    address = reverse("exchange_replay", args=[parked.pk])
    answer = admin_of(world.admin).post(address, {"next": reverse("exchange_message", args=[parked.pk])})
    parked.refresh_from_db()
    assert answer.url == reverse("exchange_message", args=[parked.pk])
    assert parked.status == Delivery.WAITING
    assert Entry.objects.get(action="integration.replayed").target_id == str(parked.pk)


def test_all_that_is_parked_in_the_list_is_sent_again_and_nothing_else(world, admin_of, parked):
    other = OutboxMessage.objects.create(topic="orders", key=uuid4(), status=Delivery.PARKED, error_code="failed")
    rejected = OutboxMessage.objects.create(topic="orders", key=uuid4(), status=Delivery.REJECTED)

    admin_of(world.admin).post(reverse("exchange_replay_parked") + "?error_code=refused")

    statuses = dict(OutboxMessage.objects.values_list("pk", "status"))
    assert statuses == {parked.pk: Delivery.WAITING, other.pk: Delivery.PARKED, rejected.pk: Delivery.REJECTED}
    assert Entry.objects.get(action="integration.replayed").after == {"messages": 1}


@pytest.mark.parametrize("person", ["service_full", "service_limited", "owner", "head", "stranger"])
def test_nobody_else_sends_again_and_nothing_changes(world, admin_of, parked, person):
    client = admin_of(getattr(world, person))
    for address in (reverse("exchange_replay", args=[parked.pk]), reverse("exchange_replay_parked")):
        assert client.post(address).status_code in (302, 403)
    parked.refresh_from_db()
    assert parked.status == Delivery.PARKED
    assert not Entry.objects.filter(action="integration.replayed").exists()
