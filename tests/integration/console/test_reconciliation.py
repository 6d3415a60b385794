"""Reconciliation in the console: the newest reports, what differs, mending it, comparing now."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms import broker
from cms.audit.models import Entry
from integration import regulation
from integration.models import Compared, LoadRun, Reconciliation

SAMPLES = [{"ref": "0e1", "kind": "different", "fields": {"name": ["Oil", "Oil 5W"], "email": ["a@b.example", None]}}]


@pytest.fixture(autouse=True)
def called(monkeypatch) -> list[tuple]:
    """(task, arguments) of every task that a worker was called for."""
    calls = []
    monkeypatch.setattr(broker, "call", lambda task, *args, **_: calls.append((task.name, args)) or True)
    return calls


@pytest.fixture
def report(db) -> Reconciliation:
    return Reconciliation.objects.create(name="products", here=10, in_onec=11, different=1, samples=SAMPLES)


def test_the_newest_report_of_each_is_shown_in_a_constant_number_of_queries(world, admin_of, report):
    client, address = admin_of(world.service_full), reverse("exchange_reconciliation")
    text = client.get(address).content.decode()
    assert "Products" in text and "1 difference" in text
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for entity in regulation.entities():
        Reconciliation.objects.create(name=entity.name)
    with CaptureQueriesContext(connection) as many:
        assert "1 difference" not in client.get(address).content.decode()
    assert len(many) == len(few)


def test_what_differs_is_shown_and_personal_data_is_not_to_who_only_looks(world, admin_of, report):
    address = reverse("exchange_reconciliation_report", args=[report.pk])
    for person, shown in ((world.admin, True), (world.service_full, False)):
        text = admin_of(person).get(address).content.decode()
        assert "Oil 5W" in text and ("a@b.example" in text) is shown


def test_differences_are_repaired_by_a_full_load_and_that_is_on_record(world, admin_of, report):
    client = admin_of(world.admin)
    assert "Repair" in client.get(reverse("exchange_entity", args=["products"])).content.decode()
    client.post(reverse("exchange_repair", args=[report.pk]))
    report.refresh_from_db()
    assert (report.repaired_by, LoadRun.objects.get().entity) == (world.admin, "products")
    assert Entry.objects.filter(action="integration.difference_repaired").count() == 1


def test_where_nothing_differs_nothing_is_repaired(world, admin_of):
    clean = Reconciliation.objects.create(name="products")
    admin_of(world.admin).post(reverse("exchange_repair", args=[clean.pk]))
    clean.refresh_from_db()
    assert clean.repaired_at is None and not LoadRun.objects.exists()


def test_one_entity_is_compared_now(world, admin_of, called):
    client = admin_of(world.admin)
    client.post(reverse("exchange_compare", args=[Compared.ROWS.value, "products"]))
    assert called == [("integration.tasks.reconcile", ("rows", "products"))]
    client.post(reverse("exchange_compare", args=[Compared.ROWS.value, "unheard-of"]))
    assert len(called) == 1


@pytest.mark.parametrize("person", ["service_full", "service_limited", "owner", "stranger"])
def test_nobody_else_repairs_or_compares(world, admin_of, report, called, person):
    client = admin_of(getattr(world, person))
    for address in (
        reverse("exchange_repair", args=[report.pk]),
        reverse("exchange_compare", args=["rows", "products"]),
    ):
        assert client.post(address).status_code in (302, 403)
    report.refresh_from_db()
    assert report.repaired_at is None and called == [] and not LoadRun.objects.exists()
