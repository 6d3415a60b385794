"""One order of versions: whatever comes twice, late, in any order or at the same time, the newest is what remains."""

from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integration import regulation, tasks
from integration.inbox import applying
from integration.inbox.storing import store
from integration.loading.batches import Target
from integration.models import ExchangeState, InboxItem, Taken
from integration.version_order import is_newer, known_form
from modules.partners.models import Region
from tests.integration.api.conftest import Caller, region

NUMBERS = st.integers(0, 10**24 - 1).map(str)
DATA_VERSIONS = st.binary(min_size=8, max_size=8).map(lambda raw: b64encode(raw).decode())


@given(NUMBERS, NUMBERS)
def test_numbers_are_compared_as_numbers(one, other):
    assert is_newer(one, other) == (int(one) > int(other))


@given(st.binary(min_size=8, max_size=8), st.binary(min_size=8, max_size=8))
def test_data_versions_are_compared_as_bytes(one, other):
    assert is_newer(b64encode(one).decode(), b64encode(other).decode()) == (one > other)


@given(st.text(max_size=30) | st.integers() | st.floats() | st.none() | st.booleans() | DATA_VERSIONS | NUMBERS)
def test_a_version_has_a_known_form_or_none_and_never_comes_after_itself(value):
    known = known_form(value)
    assert known is None or (len(known) <= 24 and known_form(known) == known and not is_newer(known, known))


def test_what_has_no_known_form_is_older_than_what_has():
    assert is_newer("0", "") and is_newer("AAAAAAAAAAA=", "?") and not is_newer("?", "0") and not is_newer("", "?")


PUSHES = st.lists(st.lists(st.tuples(st.integers(1, 6), st.booleans()), min_size=1, max_size=4), min_size=1, max_size=5)


@pytest.mark.django_db
@given(requests=PUSHES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_order_and_repetition_of_pushes_ends_in_the_newest_version(requests):
    """Each version has its one content and mark; `waits`: a load runs, so the push is stored and applied later."""
    entity, ref, most = regulation.get("regions"), str(uuid4()), 0
    with transaction.atomic():
        for versions in requests:
            store(entity, [pushed(ref, version) for version, _ in versions])
            if not versions[0][1]:
                applying.apply(entity)
            most = max(most, *(version for version, _ in versions))
        applying.apply(entity)
        kept = Region.objects.filter(ref=ref).first()
        item = InboxItem.objects.get(ref=ref)
        transaction.set_rollback(True)
    assert (item.version, item.status) == (str(most), Taken.APPLIED)
    if kept is None:
        assert most == 3  # nothing was ever kept of an object that came as deleted
    else:
        assert (kept.version, kept.deleted) == (str(most), most == 3)
        assert most == 3 or kept.name == f"v{most}"


def pushed(ref: str, version: int) -> dict:
    """Version 3 is a deletion without data, the others are whole."""
    if version == 3:
        return {"id": ref, "version": 3, "deleted": True, "data": None}
    return region(ref, version, f"v{version}")


@pytest.mark.django_db(transaction=True)
def test_pushes_from_several_threads_end_in_the_newest_version(token_for):
    """Twenty requests, shuffled versions of three objects, at once; then the sweep, as beat would call it."""
    refs, text = [str(uuid4()) for _ in range(3)], token_for()
    requests = [[region(refs[n % 3], 1 + (n * 7) % 20, f"v{1 + (n * 7) % 20}")] for n in range(20)]

    def push(items: list[dict]) -> int:
        try:
            return Caller(text).post("regions", {"items": items}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(push, requests)) == {200}
    tasks.sweep_inbox()

    newest = {ref: max(items[0]["version"] for items in requests if items[0]["id"] == ref) for ref in refs}
    assert {str(row.ref): row.version for row in Region.objects.all()} == {r: str(v) for r, v in newest.items()}
    assert not InboxItem.objects.filter(status=Taken.PENDING).exists()
    assert ExchangeState.objects.get(entity="regions").reader is None


def test_a_load_that_was_stuck_until_its_lease_ended_does_not_put_an_older_version_back(caller):
    ref, entity = str(uuid4()), regulation.get("regions")
    read = [{"Ref_Key": ref, "DataVersion": "5", "DeletionMark": False, "Description": "Read before"}]
    with Target(entity, remember=True) as stuck:
        batch = stuck.reader.batch(read)
        caller.push("regions", region(ref, 6, "Pushed"))
        stuck.apply(batch)
        forgotten = stuck.forget_unseen()
    assert Region.objects.get().name == "Pushed"
    assert forgotten == 0


def test_a_base_restored_from_a_copy_is_listened_to_after_a_full_load(onec, pull, caller):
    pull("regions")
    key = str(Region.objects.filter(deleted=False).first().ref)
    caller.push("regions", region(key, "//////////8=", "Of the future"))
    assert Region.objects.get(ref=key).name == "Of the future"

    pull("regions", kind="full")
    restored = Region.objects.get(ref=key)
    assert restored.name != "Of the future"

    onec.edit("Catalog_БизнесРегионы", {"Description": "Edited"}, key=key)
    assert pull("regions")["regions"].changed == 1
    assert caller.push("regions", region(key, "AAAAAAAAAAA=", "Late"))[0]["status"] == "conflict"
    assert not InboxItem.objects.filter(version="//////////8=").exists()


def test_an_older_push_does_not_pass_an_order_that_waits_with_a_newer_one(caller, world):
    """Of what goes to a module's function too: the parked newer version counts."""
    order = world.owners_order
    data = {"state": "НеизвестноеСостояние", "reason": "", "ref": None, "number": None, "portal_version": None}
    item = {"id": str(order.pk), "version": 9, "deleted": False, "data": data}
    assert caller.push("orders", item)[0]["status"] == "rejected"
    InboxItem.objects.all().delete()  # as if a load had parked it

    older = {**item, "version": 8, "data": {**data, "state": "ОжидаетсяОбеспечение"}}

    assert caller.push("orders", older)[0]["status"] == "conflict"
    order.refresh_from_db()
    assert order.status == "placed"
    assert timezone.now() >= InboxItem.objects.get().settled_at
