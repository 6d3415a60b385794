"""A row that cannot be kept yet waits with a reason; the others pass; nothing is dropped."""

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integration import regulation
from integration.loading.batches import Target
from integration.models import ParkedRow
from modules.partners.models import Counterparty, Partner

NOBODY = "99999999-0000-4000-8000-000000000009"


@pytest.fixture
def orphan(onec) -> str:
    """A legal entity of a partner that 1C does not show."""
    key = onec.rows("Catalog_Контрагенты")[0]["Ref_Key"]
    onec.edit("Catalog_Контрагенты", {"Партнер_Key": NOBODY}, key=key)
    return key


def test_a_row_whose_reference_has_not_arrived_waits_and_the_rest_go_through(onec, pull, orphan):
    run = pull("regions", "clients", "counterparties")["counterparties"]

    parked = ParkedRow.objects.get()
    assert (parked.entity, str(parked.ref), parked.waits_for) == ("counterparties", orphan, "clients")
    assert NOBODY in parked.explanation
    assert run.parked == 1
    assert Counterparty.objects.count() == len(onec.rows("Catalog_Контрагенты")) - 1


def test_it_is_kept_as_soon_as_the_reference_arrives(onec, pull, orphan):
    pull("regions", "clients", "counterparties")
    onec.edit("Catalog_Партнеры", {"Description": "Late"}, key=NOBODY)

    pull("clients")

    assert not ParkedRow.objects.exists()
    assert Counterparty.objects.get(ref=orphan).partner.name == "Late"


def test_it_is_not_asked_for_again_while_it_has_not_changed(onec, pull, orphan):
    pull("regions", "clients", "counterparties")
    assert pull("counterparties")["counterparties"].read == 0


def test_rows_that_wait_for_a_parked_row_follow_it(onec, pull, orphan):
    pull("regions", "clients", "counterparties", "currencies", "contracts")
    waiting = ParkedRow.objects.filter(entity="contracts", waits_for="counterparties").count()
    assert waiting
    onec.edit("Catalog_Партнеры", {"Description": "Late"}, key=NOBODY)
    pull("clients")
    assert not ParkedRow.objects.exists()


def test_a_good_version_frees_the_row(onec, pull, orphan):
    pull("regions", "clients", "counterparties")
    known = str(Partner.objects.first().ref)
    onec.edit("Catalog_Контрагенты", {"Партнер_Key": known}, key=orphan)

    pull("counterparties")

    assert not ParkedRow.objects.exists()
    assert str(Counterparty.objects.get(ref=orphan).partner.ref) == known


def test_a_bad_version_leaves_the_good_one_and_is_not_a_deletion(onec, pull):
    pull("regions", "clients")
    partner = Partner.objects.first()
    onec.edit("Catalog_Партнеры", {"Description": "x" * 300}, key=str(partner.ref))

    assert pull("clients", kind="full")["clients"].parked == 1

    was, name = ParkedRow.objects.get(), partner.name
    partner.refresh_from_db()
    assert (partner.name, partner.deleted) == (name, False)
    with translation.override("en"):
        assert "300" in was.explanation and "250" in was.explanation


def test_a_parked_row_that_1c_no_longer_has_leaves(onec, pull, orphan):
    pull("regions", "clients", "counterparties")
    ParkedRow.objects.update(ref="12121212-0000-4000-8000-000000000001")
    pull("counterparties", kind="full")
    assert str(ParkedRow.objects.get().ref) == orphan


def client(**fields) -> dict:
    row = {
        "Ref_Key": "11111111-0000-4000-8000-000000000001",
        "DataVersion": "AAAA",
        "DeletionMark": False,
        "Code": "1",
        "Description": "Partner",
        "НаименованиеПолное": "",
        "БизнесРегион_Key": "00000000-0000-0000-0000-000000000000",
        "ОсновнойМенеджер_Key": "00000000-0000-0000-0000-000000000000",
    }
    return row | fields


GOOD = client(Ref_Key="22222222-0000-4000-8000-000000000002", Description="Good")
ODD = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text(), max_size=2)
FIELDS = (
    "Ref_Key",
    "DataVersion",
    "Code",
    "Description",
    "НаименованиеПолное",
    "БизнесРегион_Key",
    "ОсновнойМенеджер_Key",
)


@given(
    odd=st.dictionaries(st.sampled_from(FIELDS), ODD, min_size=1), absent=st.sets(st.sampled_from(FIELDS), max_size=2)
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_one_row_holds_the_others_are_kept(db, odd, absent):
    Partner.objects.all().delete()
    ParkedRow.objects.all().delete()
    row = {name: value for name, value in client(**odd).items() if name not in absent}

    with Target(regulation.get("clients")) as target:
        outcome = target.apply(target.reader.batch([row, GOOD]))

    assert Partner.objects.filter(name="Good").exists()
    assert outcome.parked == ParkedRow.objects.count()
    assert Partner.objects.count() + ParkedRow.objects.count() == 2
    assert all(parked.explanation for parked in ParkedRow.objects.all())


def test_a_row_the_database_refuses_is_found_and_parked(db):
    from modules.catalog.models import SegmentProduct
    from tests.factories import catalog, partners

    segment, product = partners.segment("S"), catalog.product("P")
    SegmentProduct.objects.create(segment=segment, product=product, ref="12121212-0000-4000-8000-000000000001")
    other = catalog.product("Q")
    items = [
        {
            "id": f"{digit * 8}-0000-4000-8000-000000000000",
            "version": 1,
            "data": {"segment": str(segment.ref), "product": str(one.ref)},
        }
        for digit, one in (("a", product), ("b", other))
    ]

    with Target(regulation.get("assortment")) as target:
        outcome = target.apply(target.reader.batch(items))

    assert (outcome.changed, outcome.parked) == (1, 1)
    assert ParkedRow.objects.get().reason["code"] == "duplicate"
    assert SegmentProduct.objects.filter(product=other).exists()
