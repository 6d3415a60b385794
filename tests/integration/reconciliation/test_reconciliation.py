"""The nightly comparison finds what loads cannot see, says what differs, and mends it."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from cms import broker, stopping
from integration import loading, reconciliation, regulation, tasks
from integration.models import Compared, Delivery, ExchangeState, LoadRun, OutboxMessage, ParkedRow, Reconciliation
from integration.reconciliation import reports
from modules.catalog.models import Price
from modules.partners.models import Partner, Region
from tests.factories import accounts

CLIENTS = ("regions", "clients", "counterparties")


@pytest.fixture
def called(monkeypatch) -> list[tuple]:
    """(task, arguments) of every task that a worker was called for."""
    calls = []
    monkeypatch.setattr(broker, "call", lambda task, *args, **_: calls.append((task.name, args)) or True)
    return calls


def compared(name: str, **options) -> Reconciliation:
    return reconciliation.compare_rows(regulation.get(name), **options)


def test_after_a_load_nothing_differs(onec, pull):
    pull()
    for kind, name in reports.subjects():
        if kind == Compared.ROWS:
            report = compared(name)
            assert (report.differences, report.error, report.samples) == (0, "", []), name
            assert report.in_onec == report.here
    assert Reconciliation.objects.get(name="clients").here == Partner.objects.filter(deleted=False).count()


def test_what_was_changed_behind_the_portal_s_back_is_found_named_and_mended(onec, pull, called):
    """In the portal's own database: the versions are as they were, so that no load by changes would notice a name."""
    pull(*CLIENTS)
    renamed, moved, lost = Partner.objects.exclude(region=None).order_by("pk")[:3]
    other = Region.objects.exclude(pk=moved.region_id).first()
    Partner.objects.filter(pk=renamed.pk).update(name="Forged")
    Partner.objects.filter(pk=moved.pk).update(region=other)
    gone = Partner.objects.get(pk=lost.pk)
    Partner.objects.filter(pk=lost.pk).update(ref="12121212-0000-4000-8000-000000000001")

    report = compared("clients", first_changes=False)

    assert (report.missing, report.extra, report.different) == (1, 1, 2)
    found = {(sample["kind"], UUID(sample["ref"])): sample["fields"] for sample in report.samples}
    assert found[("different", renamed.ref)] == {"name": ["Forged", renamed.name]}
    assert found[("different", moved.ref)] == {"region": [str(other), str(moved.region)]}
    assert ("missing", gone.ref) in found
    assert ("extra", UUID("12121212-0000-4000-8000-000000000001")) in found

    reconciliation.repair(report, accounts.user())
    run = LoadRun.objects.get(status="queued")
    assert tasks.load_asked(run.pk) == "loaded"
    assert compared("clients").is_clean
    assert Partner.objects.get(pk=renamed.pk).name == renamed.name
    assert reconciliation.latest()[0].is_clean and report.repaired_by


def test_what_loads_would_bring_anyway_is_no_difference(onec, pull):
    pull(*CLIENTS)
    partner = Partner.objects.first()
    onec.edit("Catalog_Партнеры", {"Description": "New in 1C"}, key=str(partner.ref))
    assert compared("clients", first_changes=False).different == 1
    assert compared("clients").is_clean


def test_registers_parked_rows_and_unsent_changes(onec, pull):
    pull()
    price = Price.objects.first()
    Price.objects.filter(pk=price.pk).update(amount="1.2345")
    row = onec.rows("prices")[0]
    stranger = "56565656-0000-4000-8000-000000000001"
    onec.edit("prices", {**row, "product": "56565656-0000-4000-8000-000000000002"}, key=stranger)
    report = compared("prices")
    assert (report.missing, report.extra, report.different) == (0, 0, 1)
    assert ParkedRow.objects.filter(ref=stranger).exists()

    counterparty = regulation.get("counterparties").model.objects.first()
    type(counterparty).objects.filter(pk=counterparty.pk).update(name="Ours")
    OutboxMessage.objects.create(topic="counterparties", key=counterparty.ref)
    assert compared("counterparties").is_clean
    OutboxMessage.objects.update(status=Delivery.DELIVERED)
    assert compared("counterparties").different == 1


def test_1c_away_is_written_down_and_nothing_is_said_to_differ(onec, pull):
    pull("regions")
    onec.fault({"channel": "A", "path": "БизнесРегионы"}, {"status": 500})
    report = compared("regions")
    assert "500" in report.error and report.differences == 0 and not report.is_clean
    assert ExchangeState.objects.get(entity="regions").reader is None


def test_a_process_that_has_to_end_leaves_no_report(onec, pull, monkeypatch):
    pull("regions")
    monkeypatch.setattr(stopping, "asked", lambda: True)
    assert tasks.reconcile(Compared.ROWS, "regions") == "stopped"
    assert not Reconciliation.objects.exists()
    assert ExchangeState.objects.get(entity="regions").reader is None


def test_while_the_entity_is_being_read_it_is_not_compared(onec, pull):
    pull("regions")
    with loading.lease.Lease("regions"):
        assert tasks.reconcile(Compared.ROWS, "regions") == "busy"


def test_once_a_night_and_nothing_that_came_after_the_hour(onec, pull, called, settings, monkeypatch):
    pull("regions")
    settings.RECONCILE_AT = "03:30"
    tonight = (timezone.localtime() + timedelta(days=1)).replace(hour=3, minute=31)
    assert reconciliation.due(timezone.now()) == []  # it was loaded after the last hour
    due = reconciliation.due(tonight)
    assert due[0] == (Compared.ROWS, "regions") and (Compared.DELIVERIES, "orders") in due
    assert (Compared.ROWS, "clients") not in due  # never loaded

    monkeypatch.setattr(timezone, "now", lambda: tonight)
    assert tasks.reconcile_due() == len(due)
    tasks.reconcile(*due[0])
    assert due[0] not in reconciliation.due(tonight)
    assert due[0] in reconciliation.due(tonight + timedelta(days=1))
    settings.RECONCILE_AT = ""
    assert reconciliation.due(tonight) == []


def test_the_hour_is_the_portal_s(settings):
    settings.RECONCILE_AT = "03:30"
    now = datetime(2026, 11, 22, 3, 29, tzinfo=timezone.get_default_timezone())
    assert reports.last_hour(now) == now - timedelta(days=1) + timedelta(minutes=1)
    assert reports.last_hour(now + timedelta(minutes=1)) == now + timedelta(minutes=1)


def test_the_command_reports_repairs_and_ends_with_a_status(onec, pull, capsys):
    pull(*CLIENTS)
    partner = Partner.objects.first()
    Partner.objects.filter(pk=partner.pk).update(name="Forged")
    with pytest.raises(CommandError, match="differ: clients"):
        call_command("onec", "reconcile", "clients", "regions")
    assert "name: Forged here" in capsys.readouterr().out
    call_command("onec", "reconcile", "clients", "--repair")
    call_command("onec", "reconcile", "clients")
    with pytest.raises(CommandError, match="klients"):
        call_command("onec", "reconcile", "klients")
