"""Parked rows in the console: found by what 1C sent, explained, tried again."""

from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.audit.models import Entry
from integration import profile
from integration.client import OData
from integration.loading.lease import Lease
from integration.models import ParkedRow
from modules.partners.models import Partner

REGION = "00000000-0000-4000-8000-0000000000aa"


@pytest.fixture
def client_row(pull) -> ParkedRow:
    """A client whose region has come since it was parked: it can be kept now."""
    pull("regions", "clients", kind="full")
    partner = Partner.objects.filter(ref__isnull=False).order_by("ref").first()

    source = profile.source_of("clients")
    sent = next(row for page in OData().pages(source.source, where=source.filter, top=100) for row in page
                if UUID(row["Ref_Key"]) == partner.ref)  # fmt: skip
    partner.delete()
    reason = {"code": "reference", "field": "region", "ref": REGION, "entity": "regions"}
    return ParkedRow.objects.create(
        entity="clients", ref=partner.ref, version="v", payload=sent, reason=reason, waits_for="regions"
    )


@pytest.fixture
def bad_row(db) -> ParkedRow:
    ref = uuid4()
    payload = {"id": str(ref), "data": {"Наименование": "Масло моторное", "email": "a@b.example"}}
    return ParkedRow.objects.create(
        entity="prices", ref=ref, payload=payload, reason={"code": "required", "field": "amount"}
    )


def listed(client, **query) -> str:
    return client.get(reverse("exchange_parked_results"), query).content.decode()


def test_a_row_is_found_by_what_1c_sent_by_its_reference_and_by_its_reason(world, admin_of, bad_row):
    other = ParkedRow.objects.create(
        entity="stock", ref=uuid4(), payload={}, reason={"code": "long", "field": "x", "length": 9, "limit": 5}
    )
    client = admin_of(world.service_full)
    for query in (
        {"q": "моторное"}, {"q": str(bad_row.ref)}, {"q": "prices"}, {"entity": "prices"}, {"reason": "required"},
    ):  # fmt: skip
        text = listed(client, **query)
        assert str(bad_row.ref) in text and str(other.ref) not in text, query


def test_a_row_is_explained_and_its_personal_data_hidden_from_who_only_looks(world, admin_of, bad_row):
    address = reverse("exchange_parked_row", args=[bad_row.pk])
    text = admin_of(world.service_full).get(address).content.decode()
    assert "“amount” is empty" in text and "Масло моторное" in text
    assert "a@b.example" not in text
    assert "a@b.example" in admin_of(world.admin).get(address).content.decode()


def test_a_row_whose_reference_has_come_is_kept_when_tried_again(world, admin_of, client_row):
    answer = admin_of(world.admin).post(reverse("exchange_parked_row_retry", args=[client_row.pk]), follow=True)
    assert "1 row is in now" in answer.content.decode()
    assert Partner.objects.filter(ref=client_row.ref, deleted=False).exists()
    assert not ParkedRow.objects.filter(pk=client_row.pk).exists()
    assert Entry.objects.get(action="integration.rows_retried").after == {"tried": 1, "kept": 1}


def test_a_row_that_is_bad_still_stays_and_counts_the_attempt(world, admin_of, bad_row):
    address = reverse("exchange_parked_row_retry", args=[bad_row.pk])
    answer = admin_of(world.admin).post(address, follow=True)
    bad_row.refresh_from_db()
    assert "cannot be kept yet" in answer.content.decode()
    assert bad_row.attempts == 2


def test_only_the_rows_of_the_list_are_tried(world, admin_of, client_row, bad_row):
    admin_of(world.admin).post(reverse("exchange_parked_retry") + "?entity=prices")
    assert dict(ParkedRow.objects.values_list("entity", "attempts")) == {"clients": 1, "prices": 2}


def test_while_the_entity_is_being_loaded_nothing_is_touched(world, admin_of, bad_row):
    with Lease("prices"):
        address = reverse("exchange_parked_row_retry", args=[bad_row.pk])
        answer = admin_of(world.admin).post(address, follow=True)
    bad_row.refresh_from_db()
    assert "Being loaded just now" in answer.content.decode()
    assert bad_row.attempts == 1


@pytest.mark.parametrize("person", ["service_full", "service_limited", "owner", "stranger"])
def test_nobody_else_tries_again_and_nothing_changes(world, admin_of, bad_row, person):
    client = admin_of(getattr(world, person))
    for address in (reverse("exchange_parked_row_retry", args=[bad_row.pk]), reverse("exchange_parked_retry")):
        assert client.post(address).status_code in (302, 403)
    bad_row.refresh_from_db()
    assert bad_row.attempts == 1
    assert not Entry.objects.filter(action="integration.rows_retried").exists()


def test_a_page_of_rows_asks_the_same_number_of_times(world, admin_of, bad_row):
    client = admin_of(world.admin)
    listed(client)
    with CaptureQueriesContext(connection) as few:
        listed(client)
    ParkedRow.objects.bulk_create(
        ParkedRow(entity="stock", ref=uuid4(), payload={}, reason={"code": "required", "field": "x"}) for _ in range(60)
    )
    with CaptureQueriesContext(connection) as many:
        listed(client)
    assert len(many) == len(few)
