"""References become keys: each is asked for once a load, and what leads nowhere is named."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from integration import regulation
from integration.loading import keys
from integration.loading.keys import Keys, Missing
from tests.factories import catalog, partners
from tests.factories.counter import ref

pytestmark = pytest.mark.django_db


@pytest.fixture
def goods():
    return catalog.product("Oil"), partners.price_kind("Retail")


def row(product, kind, packaging=None) -> tuple:
    """A price as it is read: reference, version, mark, then the fields of the regulation."""
    hexes = [one and (one if isinstance(one, str) else one.ref.hex) for one in (product, kind, packaging)]
    return (ref().hex, "1", False, *hexes, "10", None)


def asked(resolve, rows) -> tuple[tuple, int]:
    """What `resolve` gives, and how many queries it took."""
    with CaptureQueriesContext(connection) as queries:
        return resolve(rows), len(queries)


def test_references_of_a_batch_are_asked_for_at_once_and_remembered(goods):
    product, kind = goods
    packaging = catalog.packaging(product, "Canister", "4")
    known = Keys(regulation.get("prices"))
    first, second = row(product, kind, packaging), row(product, kind)

    (rows, missing), queries = asked(known.resolve, [first, second])

    assert [one[3:6] for one in rows] == [(product.pk, kind.pk, packaging.pk), (product.pk, kind.pk, None)]
    assert [one[:3] + one[6:] for one in rows] == [one[:3] + one[6:] for one in (first, second)]
    assert (missing, queries) == ([], 1)
    assert asked(known.resolve, [row(product, kind)])[1] == 0


def test_a_row_waits_for_the_first_reference_that_leads_nowhere_until_it_has_come(goods):
    product, kind = goods
    unknown, other = ref().hex, ref().hex
    known = Keys(regulation.get("prices"))
    waits = row(unknown, kind, other)

    rows, missing = known.resolve([waits, row(product, kind)])

    assert missing == [Missing(waits[0], "product", unknown)]
    assert rows[0][3:6] == (None, kind.pk, None)
    late = catalog.product("Late", ref=unknown)
    assert known.resolve([row(unknown, kind)])[0][0][3] == late.pk


def test_a_lenient_reference_may_lead_nowhere():
    lenient = [
        (entity, name)
        for entity in regulation.entities()
        for name, field in entity.fields.items()
        if getattr(field, "lenient", False)
    ]
    entity, name = lenient[0]
    place = 3 + list(entity.fields).index(name)
    values = [None] * len(entity.fields)
    values[place - 3] = ref().hex

    rows, missing = Keys(entity).resolve([(ref().hex, "1", False, *values)])

    assert (rows[0][place], missing) == (None, [])


def test_what_is_remembered_is_bounded(goods, monkeypatch):
    monkeypatch.setattr(keys, "MOST", 2)
    _, kind = goods
    known = Keys(regulation.get("prices"))
    for _ in range(5):
        [resolved], missing = known.resolve([row(catalog.product("Another"), kind)])
        assert (resolved[4], missing) == (kind.pk, [])
        assert sum(map(len, known.known.values())) <= 4


def test_no_rows_ask_nothing():
    assert asked(Keys(regulation.get("prices")).resolve, []) == (([], []), 0)
