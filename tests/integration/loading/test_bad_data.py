"""Bad data from 1C: the bad row is parked with a reason a person can act on, and every good row gets through."""

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integration import loading, profile, regulation
from integration.client import OData, OneCError, PortalService
from integration.models import ExchangeState, ParkedRow
from integration.regulation import Channel
from modules.claims.models import Claim, ClaimHistory
from modules.partners.models import Region
from tests.integration.loading.hostile import hostile_base, text_of
from tests.integration.loading.spoiling import claims_of, key_of, served

pytestmark = pytest.mark.django_db

LANGUAGES = ("ru", "en", "kk")
EXAMPLES = 20
TEMPLATES = 12  # rows of each example
DATA = HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large


@pytest.fixture
def hostile(onec, settings):
    with hostile_base() as base:
        yield base


@pytest.fixture
def rows_of(onec, pull, settings, hostile):
    """rows_of("clients") → some of 1C's rows; what they point to is loaded, and the hostile base is asked next."""

    def prepare(name: str) -> list[dict]:
        entity, source = regulation.get(name), profile.source_of(name)
        needed = [one.name for one in regulation.needed_by(name)]
        if needed:
            pull(*needed)
        if entity.channel is Channel.CATALOGUE:
            rows = OData().page(source.source, where=source.filter)
            rows = [row for row in rows if all(row.get(field) == value for field, value in source.where.items())]
        else:
            rows = next(PortalService().feed(source.source, limit=TEMPLATES)).items
        settings.ONEC_URL = hostile.url
        return sorted(rows, key=key_of)[:TEMPLATES]

    return prepare


def everyone_can_act_on(parked: ParkedRow) -> bool:
    wordings = []
    for language in LANGUAGES:
        with translation.override(language):
            wordings.append(parked.explanation)
    named = parked.reason.get("field") or parked.reason.get("value") or ""
    said = all(wording and "%(" not in wording and named in wording for wording in wordings)
    return said and len(set(wordings)) == len(LANGUAGES)


@pytest.mark.parametrize(
    "name", ["clients", "contacts", "contracts", "products", "packagings", "prices", "stock", "limits", "consignees"]
)
def test_the_bad_row_is_parked_and_the_good_ones_get_through(hostile, rows_of, name):
    entity, source, rows = regulation.get(name), profile.source_of(name), rows_of(name)
    fields = [field for field in source.names() if field not in source.where]

    @given(sent=served(rows, fields), bom=st.booleans())
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=DATA)
    def feed(sent, bom):
        ParkedRow.objects.all().delete()
        entity.model._base_manager.filter(ref__isnull=False).exclude(ref__in=entity.kept).delete()
        hostile.rows, hostile.bom = sent.texts, bom

        loading.load_one(entity, "full")

        held = {str(ref) for ref in entity.model._base_manager.filter(ref__isnull=False).values_list("ref", flat=True)}
        parked = {str(row.ref): row for row in ParkedRow.objects.filter(entity=name)}
        assert sent.good <= held
        assert not sent.good & parked.keys()
        assert sent.bad <= held | parked.keys()
        assert bool(sent.keyless) == any(row.reason["code"] == "key" for row in parked.values())
        assert all(everyone_can_act_on(row) for row in parked.values()), [row.reason for row in parked.values()]

    feed()


@pytest.fixture
def claims(onec, pull, settings, hostile) -> list[dict]:
    """Items of a client that the portal has; the hostile base is asked next."""
    partner = onec.rows("Catalog_Партнеры")[0]["Ref_Key"]
    pull("regions", "clients")
    settings.ONEC_URL = hostile.url
    return claims_of(partner)


def test_a_bad_item_of_a_feed_that_a_module_applies_is_parked_too(hostile, claims):
    entity, fields = regulation.get("claims"), list(claims[0]["data"])

    @given(sent=served(claims, fields), bom=st.booleans())
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=DATA)
    def feed(sent, bom):
        ParkedRow.objects.all().delete()
        ClaimHistory.objects.all().delete()
        Claim.objects.all().delete()
        ExchangeState.objects.filter(entity="claims").delete()
        hostile.rows, hostile.bom = sent.texts, bom

        loading.load_one(entity, "full")

        held = {str(key) for key in Claim.objects.values_list("pk", flat=True)}
        parked = {str(row.ref): row for row in ParkedRow.objects.filter(entity="claims")}
        assert sent.good <= held
        assert sent.bad <= held | parked.keys()
        assert bool(sent.keyless) <= bool(parked)
        assert all(everyone_can_act_on(row) for row in parked.values()), [row.reason for row in parked.values()]

    feed()


def test_a_page_that_cannot_be_read_at_all_stops_the_load_and_lets_nothing_go(hostile, rows_of):
    rows = rows_of("regions")
    hostile.rows = [text_of(row) for row in rows]
    loading.load_one(regulation.get("regions"), "full")
    hostile.rows = ["[" * 5000 + "]" * 5000]
    with pytest.raises(OneCError):
        loading.load_one(regulation.get("regions"), "full")
    assert Region.objects.filter(deleted=False).count() == len(rows)
