"""Bad data that 1C pushes: the bad object is refused with a reason, every good one is kept, whatever came beside it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integration import profile, regulation
from integration.client import OData, PortalService
from integration.models import InboxItem, ParkedRow
from integration.regulation import Channel
from modules.claims.models import Claim, ClaimHistory
from tests.integration.loading.spoiling import claims_of, served

pytestmark = pytest.mark.django_db

EXAMPLES = 10
TEMPLATES = 8
DATA = HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large
BOM = b"\xef\xbb\xbf"


@pytest.fixture
def items_of(onec, pull):
    """items_of("prices") → objects as 1C would push them; what they point to is loaded."""

    def prepare(name: str) -> list[dict]:
        entity, source = regulation.get(name), profile.source_of(name)
        pull(*(one.name for one in regulation.needed_by(name)))
        if entity.channel is Channel.FEED:
            return next(PortalService().feed(source.source, limit=TEMPLATES)).items
        rows = OData().page(source.source, where=source.filter, top=TEMPLATES)
        return [{"id": row["Ref_Key"], "version": row["DataVersion"], "deleted": False, "data": row} for row in rows]

    return prepare


def pushed(caller, name: str, sent, bom: bool) -> list[dict]:
    """What the portal answers to these texts of items."""
    body = (BOM if bom else b"") + ('{"items":[' + ",".join(sent.texts) + "]}").encode("utf-8", "surrogatepass")
    answer = caller.post(name, body)
    assert answer.status_code == 200, answer.content[:500]
    results = answer.json()["results"]
    assert len(results) == len(sent.texts)
    return results


def everyone_is_told_why(results: list[dict]) -> bool:
    refused = [result["error"] for result in results if result["status"] in ("rejected", "conflict")]
    return all(error["code"] and error["message"] and "%(" not in error["message"] for error in refused)


@pytest.mark.parametrize("name", ["contracts", "prices"])
def test_the_bad_object_is_refused_and_the_good_ones_are_kept(caller, items_of, name):
    entity, items = regulation.get(name), items_of(name)
    fields = [field for field in profile.source_of(name).names() if field in items[0]["data"]]

    @given(sent=served(items, fields), bom=st.booleans())
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=DATA)
    def push(sent, bom):
        for model in (InboxItem, ParkedRow, entity.model):
            model._base_manager.all().delete()

        results = pushed(caller, name, sent, bom)

        held = {str(ref) for ref in entity.model._base_manager.values_list("ref", flat=True)}
        refused = {result["id"] for result in results if result["status"] == "rejected"}
        assert sent.good <= held - refused
        assert everyone_is_told_why(results)
        assert sum(result["status"] == "rejected" for result in results) >= sent.keyless

    push()


def test_a_bad_object_for_a_module_is_refused_too(onec, pull, caller):
    pull("regions", "clients")
    items = claims_of(onec.rows("Catalog_Партнеры")[0]["Ref_Key"])

    @given(sent=served(items, list(items[0]["data"])), bom=st.booleans())
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=DATA)
    def push(sent, bom):
        for model in (InboxItem, ParkedRow, ClaimHistory, Claim):
            model._base_manager.all().delete()

        results = pushed(caller, "claims", sent, bom)

        assert sent.good <= {str(key) for key in Claim.objects.values_list("pk", flat=True)}
        assert everyone_is_told_why(results)

    push()
