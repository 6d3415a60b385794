"""The first page of the console and an entity's: what they show, to whom, and what only some may do."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cms.audit.models import Entry
from integration import regulation
from integration.models import Breaker, Delivery, ExchangeState, LoadRun, OutboxMessage, ParkedRow


@pytest.fixture
def parked_message(db) -> OutboxMessage:
    return OutboxMessage.objects.create(topic="orders", key=uuid4(), status=Delivery.PARKED, last_error="out of disk")


@pytest.fixture
def opened(db) -> Breaker:
    now = timezone.now()
    return Breaker.objects.create(name="onec", opened_at=now, probe_at=now, reason="connection refused")


@pytest.mark.parametrize("person", ["admin", "service_full"])
def test_states_queue_and_what_is_parked_are_shown(world, admin_of, parked_message, opened, person):
    ExchangeState.objects.create(entity="prices", checked_at=timezone.now(), rows=12, error="Failed: 500")
    ParkedRow.objects.create(entity="packagings", ref=uuid4(), payload={}, reason={"code": "required"})

    text = admin_of(getattr(world, person)).get(reverse("exchange_console")).content.decode()

    for shown in ("prices", "Failed: 500", "connection refused", "?status=parked", "?entity=packagings"):
        assert shown in text


def test_the_first_page_asks_the_same_number_of_times_however_much_there_is(world, admin_of):
    client = admin_of(world.admin)
    client.get(reverse("exchange_console"))
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(reverse("exchange_console"))
    for entity in regulation.entities():
        ExchangeState.objects.create(entity=entity.name, checked_at=timezone.now())
        LoadRun.objects.create(entity=entity.name, kind="full")
        ParkedRow.objects.create(entity=entity.name, ref=uuid4(), payload={}, reason={"code": "required"})
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("exchange_console"))
    assert len(many) <= len(few) + 1  # the runs, of which there were none


def test_an_entity_shows_its_mapping_its_loads_and_what_is_parked(world, admin_of, pull):
    pull("regions", "clients", kind="full")
    row = ParkedRow.objects.create(entity="clients", ref=uuid4(), payload={}, reason={"code": "required", "field": "x"})

    text = admin_of(world.service_full).get(reverse("exchange_entity", args=["clients"])).content.decode()

    for shown in ("Catalog_Партнеры", "Description", str(row.ref), "“x” is empty", "OData of the publication"):
        assert shown in text
    assert reverse("exchange_load", args=["clients"]) not in text, "who only looks is offered no loads"


def test_every_entity_has_its_page(world, admin_of):
    client = admin_of(world.admin)
    for entity in regulation.entities():
        assert client.get(reverse("exchange_entity", args=[entity.name])).status_code == 200
    assert client.get(reverse("exchange_entity", args=["unheard-of"])).status_code == 404


@pytest.mark.parametrize("person", ["service_limited", "owner", "head", "stranger"])
@pytest.mark.parametrize("name", ["console", "activity", "queue", "parked", "loads"])
def test_the_console_is_not_for_everybody(world, admin_of, parked_message, person, name):
    answer = admin_of(getattr(world, person)).get(reverse(f"exchange_{name}"))
    assert answer.status_code in (302, 403, 404)
    assert b"out of disk" not in answer.content


def test_asking_1c_at_once_closes_the_breaker_when_it_answers(world, admin_of, opened, onec):
    answer = admin_of(world.admin).post(reverse("exchange_probe"), follow=True)
    opened.refresh_from_db()
    assert opened.opened_at is None
    assert "1C answers" in answer.content.decode()
    assert Entry.objects.filter(action="integration.probed").count() == 1


def test_asking_1c_in_vain_says_why_and_leaves_the_breaker_open(world, admin_of, opened, settings):
    settings.ONEC_URL = "http://127.0.0.1:9/nobody"
    answer = admin_of(world.admin).post(reverse("exchange_probe"), follow=True)
    opened.refresh_from_db()
    assert opened.opened_at is not None
    assert "1C does not answer" in answer.content.decode()


@pytest.mark.parametrize("person", ["service_full", "service_limited", "owner"])
def test_who_only_looks_does_not_ask_1c(world, admin_of, opened, onec, person):
    assert admin_of(getattr(world, person)).post(reverse("exchange_probe")).status_code in (302, 403)
    opened.refresh_from_db()
    assert opened.opened_at is not None
    assert not Entry.objects.filter(action="integration.probed").exists()


def test_the_menu_leads_there_for_those_who_may(world, admin_of):
    for person, shown in (("admin", True), ("service_limited", False)):
        page = admin_of(getattr(world, person)).get(reverse("wagtailadmin_home"))
        assert (reverse("exchange_console") in page.content.decode()) is shown
