"""1C pushes: what is kept, what is refused and why, and that an older version never replaces a newer one."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from integration import tasks
from integration.client import OData, PortalService
from integration.inbox import removals
from integration.loading.lease import Lease
from integration.models import ExchangeState, InboxItem, ParkedRow, Removed, Taken
from integration.profile import source_of
from modules.catalog.models import Price, Stock, Warehouse
from modules.partners.models import Counterparty, Partner, Region
from tests.integration.api.conftest import region

NOBODY = "99999999-0000-4000-8000-000000000009"


def statuses(results: list[dict]) -> list[str]:
    return [result["status"] for result in results]


def test_an_object_is_kept_as_a_load_would_keep_it(caller):
    sent = region(name=" North\u00a0")
    [result] = caller.push("regions", sent)

    known = {"id": sent["id"], "status": "accepted", "version": 1, "ref": sent["id"]}
    assert result == {**known, "number": None, "error": None, "note": None}
    kept = Region.objects.get(ref=sent["id"])
    assert (kept.name, kept.version, kept.deleted) == ("North", "1", False)
    assert ExchangeState.objects.get(entity="regions").generation == 1


def test_the_same_version_again_changes_nothing(caller):
    sent = region()
    caller.push("regions", sent)
    before = Region.objects.get()

    assert statuses(caller.push("regions", sent, sent)) == ["unchanged", "unchanged"]

    after = Region.objects.get()
    assert after.synced_at == before.synced_at
    assert ExchangeState.objects.get(entity="regions").generation == 1


def test_an_older_version_is_a_conflict_and_changes_nothing(caller):
    ref = str(uuid4())
    caller.push("regions", region(ref, 7, "New"))

    [result] = caller.push("regions", region(ref, 6, "Old"))

    assert (result["status"], result["version"], result["error"]["code"]) == ("conflict", 7, "version")
    assert Region.objects.get().name == "New"


def test_a_push_older_than_what_a_load_brought_is_a_conflict(onec, pull, caller):
    pull("regions")
    loaded = Region.objects.filter(deleted=False).first()

    [result] = caller.push("regions", region(str(loaded.ref), "AAAAAAAAAAA=", "Old"))

    assert (result["status"], result["version"]) == ("conflict", loaded.version)
    loaded.refresh_from_db()
    assert loaded.name != "Old"


def test_a_push_of_what_a_load_brought_is_unchanged(onec, pull, caller):
    pull("regions")
    loaded = Region.objects.filter(deleted=False).first()
    assert statuses(caller.push("regions", region(str(loaded.ref), loaded.version, "Same"))) == ["unchanged"]
    assert not Region.objects.filter(name="Same").exists()


def test_a_newer_push_replaces_what_a_load_brought_and_the_next_load_finds_nothing_new(onec, pull, caller):
    pull("regions")
    key = str(Region.objects.filter(deleted=False).first().ref)
    onec.edit("Catalog_БизнесРегионы", {"Description": "Pushed"}, key=key)
    [row] = OData().by_keys("Catalog_БизнесРегионы", [key])
    data = {name: value for name, value in row.items() if name not in ("Ref_Key", "DataVersion", "DeletionMark")}

    results = caller.push("regions", {"id": key, "version": row["DataVersion"], "deleted": False, "data": data})

    assert statuses(results) == ["accepted"]
    assert Region.objects.get(ref=key).name == "Pushed"
    assert pull("regions")["regions"].changed == 0


def test_of_one_object_in_one_request_the_newest_counts(caller):
    ref = str(uuid4())
    results = caller.push("regions", region(ref, 1, "One"), region(ref, 3, "Three"), region(ref, 2, "Two"))
    assert statuses(results) == ["accepted", "accepted", "conflict"]
    assert results[0]["note"]["code"] == "superseded"
    assert Region.objects.get().name == "Three"


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "no uuid"},
        {"id": None},
        {"version": "newest"},
        {"version": True},
        {"version": -1},
        {"version": 1.5},
        {"version": "9" * 25},
        {"deleted": "yes"},
        {"data": None},
        {"data": "text"},
    ],
)
def test_a_malformed_item_is_rejected_alone(caller, wrong):
    results = caller.push("regions", {**region(), **wrong}, region(name="Good"))
    assert statuses(results) == ["rejected", "accepted"]
    assert results[0]["error"]["code"] == "format"
    assert [row.name for row in Region.objects.all()] == ["Good"]
    assert InboxItem.objects.count() == 1


def test_what_cannot_be_kept_is_parked_and_rejected_with_the_reason(caller):
    ref = str(uuid4())
    long, lacking = region(ref, name="x" * 5000), {**region(), "data": {}}

    results = caller.push("regions", long, lacking)

    assert statuses(results) == ["rejected", "rejected"]
    assert results[0]["error"]["code"] == "long" and "Description" in results[0]["error"]["message"]
    assert results[1]["error"]["code"] == "missing"
    assert not Region.objects.exists()
    assert ParkedRow.objects.filter(entity="regions").count() == 2
    assert statuses(caller.push("regions", region(ref, 2, "Short"))) == ["accepted"]
    assert ParkedRow.objects.count() == 1


def test_a_rejected_version_may_be_tried_again(caller):
    sent = region(name="x" * 5000)
    caller.push("regions", sent)
    assert statuses(caller.push("regions", {**sent, "data": {"Description": "Short"}})) == ["accepted"]


def test_an_older_version_does_not_replace_a_parked_newer_one(caller):
    ref = str(uuid4())
    caller.push("regions", region(ref, 5, "x" * 5000))
    assert statuses(caller.push("regions", region(ref, 4, "Old"))) == ["conflict"]
    assert not Region.objects.exists() and ParkedRow.objects.get().version == "5"


def test_a_missing_reference_is_accepted_and_said(caller):
    empty = {name: None for names in source_of("clients").fields.values() for name in names}
    partner = {**empty, "Code": "1", "Description": "P", "БизнесРегион_Key": NOBODY}
    item = {"id": str(uuid4()), "version": 1, "deleted": False, "data": partner}

    [result] = caller.push("clients", item)

    assert result["status"] == "accepted"
    assert result["note"]["code"] == "reference" and NOBODY in result["note"]["message"]
    assert not Partner.objects.exists()
    caller.push("regions", region(NOBODY))
    assert Partner.objects.get().region.name == "North"


def test_a_row_of_a_register_comes_and_goes_and_does_not_come_back(caller):
    caller.push("warehouses", region("00000000-0000-4000-8000-00000000000a"))
    product = {"id": str(uuid4()), "version": 1, "deleted": True, "data": {}}
    assert statuses(caller.push("stock", product)) == ["accepted"]
    late = {**product, "version": 0, "deleted": False, "data": {"product": NOBODY}}
    assert statuses(caller.push("stock", late)) == ["conflict"]
    assert not Stock.objects.exists() and not ParkedRow.objects.exists()
    assert Warehouse.objects.count() == 1


@pytest.mark.parametrize("removed_by", ["changes", "full"])
def test_a_late_push_does_not_bring_back_what_a_load_has_removed(onec, pull, caller, removed_by):
    """1C says that the row is no more, or lists it no longer; pushes of it from before come in afterwards."""
    pull("units", "product_lines", "product_groups", "products", "warehouses", "stock")
    [item] = next(PortalService().feed("stock", limit=1)).items
    gone = {"deleted": True} if removed_by == "changes" else {"remove": True}
    onec.edit("stock", {}, key=item["id"], **gone)
    pull("stock", kind=removed_by)
    late = [item, item | {"version": item["version"] - 1}]
    for one in late:
        assert statuses(caller.push("stock", one))[0] in ("conflict", "unchanged")
    assert not Stock.objects.filter(ref=item["id"]).exists()

    assert statuses(caller.push("stock", item | {"version": item["version"] + 1_000_000})) == ["accepted"]
    assert Stock.objects.filter(ref=item["id"]).exists(), "1C has it again"


def test_removed_rows_are_remembered_as_long_as_late_pushes_come(caller):
    now = timezone.now()
    for age in (removals.KEPT - timedelta(minutes=1), removals.KEPT + timedelta(minutes=1)):
        Removed.objects.create(entity="stock", ref=uuid4(), version="5", removed_at=now - age)
    young = Removed.objects.first()
    tasks.forget_old_pushes()
    assert list(Removed.objects.all()) == [young]


def test_a_deleted_object_needs_no_data(caller):
    ref = str(uuid4())
    caller.push("regions", region(ref, 1, "North"))
    gone = {"id": ref, "version": 2, "deleted": True, "data": None}

    assert statuses(caller.push("regions", gone)) == ["accepted"]

    kept = Region.objects.get()
    assert (kept.deleted, kept.version, kept.name) == (True, "2", "North")


def test_a_row_of_another_entity_of_the_same_source_is_rejected(caller):
    folder = {"id": str(uuid4()), "version": 1, "data": {"Description": "Oils", "Parent_Key": None, "IsFolder": False}}
    [result] = caller.push("product_groups", folder)
    assert (result["status"], result["error"]["code"]) == ("rejected", "foreign")


def test_while_a_load_runs_pushes_wait_and_are_applied_after_it(caller):
    with Lease("regions"):
        [result] = caller.push("regions", region())
        assert (result["status"], result["note"]["code"]) == ("accepted", "queued")
        assert not Region.objects.exists()
        assert tasks.sweep_inbox() == []
    assert tasks.sweep_inbox() == ["regions"]
    assert Region.objects.count() == 1


def test_a_late_push_of_an_older_version_during_a_load_loses(onec, pull, caller, monkeypatch):
    """The push is stored while the load is reading; the load brings a newer version of the same object."""
    from integration.loading import passes

    key = onec.rows("Catalog_БизнесРегионы")[0]["Ref_Key"]
    real, pushed = passes.ahead, []

    def reading(pages, *, alive):
        for page in real(pages, alive=alive):
            if not pushed:
                pushed.extend(caller.push("regions", region(key, "AAAAAAAAAAA=", "Late")))
            yield page

    monkeypatch.setattr(passes, "ahead", reading)
    pull("regions")
    assert pushed[0]["note"]["code"] == "queued"

    tasks.sweep_inbox()

    assert not Region.objects.filter(name="Late").exists()
    assert InboxItem.objects.get().status == Taken.OLDER


def test_a_reader_that_died_is_followed_by_the_sweep_when_its_lease_ends(caller):
    lease = Lease("regions")
    lease.__enter__()
    caller.push("regions", region())
    assert tasks.sweep_inbox() == []
    ExchangeState.objects.update(lease_until=timezone.now() - timezone.timedelta(seconds=1))
    assert tasks.sweep_inbox() == ["regions"]
    assert Region.objects.exists()


def test_a_push_asks_the_database_as_often_for_one_object_as_for_many(caller, django_assert_max_num_queries):
    caller.push("regions", region())
    with django_assert_max_num_queries(60) as one:
        caller.push("regions", region())
    with django_assert_max_num_queries(60) as many:
        caller.push("regions", *(region() for _ in range(80)))
    assert len(many) <= len(one)


def test_unknown_entities_and_bodies_of_another_form(caller):
    assert caller.post("unicorns", {"items": []}).status_code == 404
    for body in ({}, [], {"items": {}}, "text"):
        answer = caller.post("regions", body)
        assert answer.status_code == 400 and answer.json()["error"]["code"] in ("parameter", "format"), body
    assert caller.post("regions", b"{").json()["error"]["code"] == "format"
    assert not InboxItem.objects.exists()


def test_prices_counterparties_and_everything_they_point_to(onec, pull, caller):
    """A register row with references, pushed as the feed of 1C would give it."""
    pull()
    price = Price.objects.select_related("product", "price_kind", "packaging").first()
    data = {
        "product": str(price.product.ref),
        "price_kind": str(price.price_kind.ref),
        "packaging": str(price.packaging.ref) if price.packaging else None,
        "characteristic": "",
        "price": "77.5",
        "valid_from": "2026-01-01T00:00:00",
    }
    item = {"id": str(price.ref), "version": int(price.version) + 1_000_000, "deleted": False, "data": data}
    assert statuses(caller.push("prices", item)) == ["accepted"]
    price.refresh_from_db()
    assert f"{price.amount:.1f}" == "77.5"
    assert Counterparty.objects.exists()
