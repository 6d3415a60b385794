"""What the portal has changed and 1C does not know yet is not overwritten by what 1C still says; nor is it let go."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from integration import regulation
from integration.models import Delivery, OutboxMessage, ParkedRow
from modules.catalog.models import Price
from modules.partners.models import Counterparty
from tests.integration.loading.test_asked import PRICED

COUNTERPARTIES = ("regions", "clients", "counterparties")


def changed_here(topic: str, key, status=Delivery.WAITING) -> OutboxMessage:
    return OutboxMessage.objects.create(topic=topic, key=key, status=status)


@pytest.fixture
def both_ways(monkeypatch) -> None:
    """Prices as if the portal told 1C of them too: a feed with a topic that keeps what is gone."""
    declared = replace(regulation.get("prices"), topic="orders", register=False)
    monkeypatch.setitem(regulation._entities, "prices", declared)


@pytest.mark.parametrize("status", [Delivery.WAITING, Delivery.IN_FLIGHT, Delivery.PARKED])
@pytest.mark.parametrize("kind", ["full", "changes"])
def test_a_row_of_a_catalogue_waits_until_1c_has_answered(onec, pull, status, kind):
    pull(*COUNTERPARTIES)
    mine, other = Counterparty.objects.order_by("pk")[:2]
    message = changed_here("counterparties", mine.ref, status)
    Counterparty.objects.filter(pk=mine.pk).update(name="As the portal says")
    for row in (mine, other):
        onec.edit("Catalog_Контрагенты", {"Description": "As 1C says"}, key=str(row.ref))

    run = pull("counterparties", kind=kind)["counterparties"]

    names = dict(Counterparty.objects.values_list("pk", "name"))
    assert (names[mine.pk], names[other.pk]) == ("As the portal says", "As 1C says")
    assert (run.changed, run.removed, run.parked, ParkedRow.objects.count()) == (1, 0, 0, 0)

    OutboxMessage.objects.filter(pk=message.pk).update(status=Delivery.REJECTED)
    assert pull("counterparties", kind="changes")["counterparties"].changed == 1
    mine.refresh_from_db()
    assert mine.name == "As 1C says"


def test_an_item_of_a_feed_is_parked_and_asked_for_anew(onec, pull, both_ways):
    pull(*PRICED)
    price = Price.objects.order_by("pk").first()
    message = changed_here("orders", price.ref)
    for amount in ("77.0000", "78.0000"):
        onec.edit("prices", {"price": amount}, key=str(price.ref))
        run = pull("prices")["prices"]
        assert (run.changed, run.parked) == (0, 1)
    [parked] = ParkedRow.objects.all()
    assert parked.reason == {"code": "unsent"}
    with translation.override("en"):
        assert "1C" in parked.explanation

    OutboxMessage.objects.filter(pk=message.pk).update(status=Delivery.DELIVERED)
    pull("prices")

    price.refresh_from_db()
    assert price.amount == Decimal("78") and not ParkedRow.objects.exists()


def test_a_row_of_the_portal_s_own_that_1c_has_not_listed_stays(onec, pull):
    pull(*COUNTERPARTIES)
    mine = Counterparty.objects.order_by("pk").first()
    own = "34343434-0000-4000-8000-00000000000{}"
    made = Counterparty.objects.create(ref=own.format(1), name="Made here", partner=mine.partner)
    told = Counterparty.objects.create(ref=own.format(2), name="Told", partner=mine.partner, synced_at=timezone.now())
    gone = Counterparty.objects.create(ref=own.format(3), name="Gone", partner=mine.partner, synced_at=timezone.now())
    changed_here("counterparties", told.ref)

    for kind in ("full", "changes"):
        pull("counterparties", kind=kind)
        deleted = set(Counterparty.objects.filter(deleted=True).values_list("pk", flat=True))
        assert gone.pk in deleted and not {made.pk, told.pk} & deleted


def test_a_tombstone_marks_and_keeps_what_is_known_and_a_row_comes_back(onec, pull, both_ways):
    pull(*PRICED)
    price, rows = Price.objects.order_by("pk").first(), Price.objects.count()
    amount = price.amount

    onec.edit("prices", {}, key=str(price.ref), deleted=True)
    assert pull("prices")["prices"].read == 1
    price.refresh_from_db()
    assert price.deleted and price.amount == amount and Price.objects.count() == rows

    onec.edit("prices", {"price": "5.0000"}, key=str(price.ref), deleted=False)
    pull("prices")
    price.refresh_from_db()
    assert not price.deleted and price.amount == Decimal("5")


def test_a_tombstone_without_data_is_enough(pull, both_ways):
    from integration.loading.batches import Target

    pull(*PRICED)
    first, second = Price.objects.order_by("pk")[:2]
    deleted = [{"id": str(row.ref), "version": 9, "deleted": True, "data": None} for row in (first, second)]
    stranger = {"id": "34343434-0000-4000-8000-000000000001", "version": 9, "deleted": True, "data": None}
    changed_here("orders", second.ref)
    with Target(regulation.get("prices")) as target:
        done = target.apply(target.reader.batch([*deleted, stranger]))
    assert (done.removed, done.parked) == (1, 1)
    assert list(Price.objects.filter(deleted=True)) == [first]
    assert ParkedRow.objects.get().ref == second.ref
