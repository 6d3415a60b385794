"""What 1C pushed, in the console: found by what it sent, with what became of it."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from integration.models import InboxItem, ParkedRow, Taken


@pytest.fixture
def taken(db) -> InboxItem:
    data = {"Наименование": "Масло моторное", "email": "a@b.example"}
    return pushed("prices", data, Taken.APPLIED, version="00000007", settled_at=timezone.now())


@pytest.fixture
def refused(db) -> InboxItem:
    return pushed("stock", {"available": "-"}, Taken.REJECTED, reason={"code": "required", "field": "available"})


def pushed(entity: str, data: dict, status: str, **fields) -> InboxItem:
    return InboxItem.objects.create(entity=entity, ref=uuid4(), data=data, status=status, **fields)


def listed(client, **query) -> str:
    return client.get(reverse("exchange_pushed_results"), query).content.decode()


def test_it_is_found_by_what_1c_sent_its_reference_and_its_status(world, admin_of, taken, refused):
    client = admin_of(world.service_full)
    for query in ({"q": "моторное"}, {"q": str(taken.ref)}, {"entity": "prices"}, {"status": "applied"}):
        text = listed(client, **query)
        assert str(taken.ref) in text and str(refused.ref) not in text, query
    assert "available" in listed(client, status="rejected")


def test_an_item_says_what_became_of_it_and_leads_on(world, admin_of, refused):
    parked = ParkedRow.objects.create(entity="stock", ref=refused.ref, payload={}, reason=refused.reason)
    text = admin_of(world.admin).get(reverse("exchange_pushed_item", args=[refused.pk])).content.decode()
    assert str(refused.ref) in text and reverse("exchange_parked_row", args=[parked.pk]) in text


def test_personal_data_is_shown_to_those_who_run_the_exchange_only(world, admin_of, taken):
    address = reverse("exchange_pushed_item", args=[taken.pk])
    assert "a@b.example" in admin_of(world.admin).get(address).content.decode()
    seen = admin_of(world.service_full).get(address).content.decode()
    assert "a@b.example" not in seen and "Масло моторное" in seen


def test_the_list_costs_the_same_for_many(world, admin_of, taken):
    client = admin_of(world.admin)
    listed(client)
    with CaptureQueriesContext(connection) as one:
        listed(client)
    for number in range(15):
        pushed("prices", {"n": number}, Taken.PENDING)
    with CaptureQueriesContext(connection) as many:
        listed(client)
    assert len(many) == len(one)


@pytest.mark.parametrize("person", ["head", "stranger"])
def test_it_is_not_for_everybody(world, admin_of, taken, person):
    answer = admin_of(getattr(world, person)).get(reverse("exchange_pushed_item", args=[taken.pk]))
    assert str(taken.ref) not in answer.content.decode()
