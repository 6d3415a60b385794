"""The OpenAPI document: valid, complete, and true of what the portal and the simulated 1C really answer."""

from uuid import uuid4

import httpx
import pytest
from drf_spectacular.validation import validate_schema
from jsonschema import Draft202012Validator

from integration import outbox, profile, regulation
from integration.api import schema
from integration.client import OData
from integration.loading.rows import Reader
from integration.regulation import Channel
from tests.integration.api.conftest import ROOT, region

KEPT = [entity.name for entity in regulation.entities() if entity.model is not None and not entity.handle]
FROM_A = [name for name in KEPT if regulation.get(name).channel is Channel.CATALOGUE]
FROM_B = [entity.name for entity in regulation.entities() if entity.channel is Channel.FEED]


@pytest.fixture
def document(db) -> dict:
    return schema.document()


def faults(document: dict, name: str, value: object) -> list[str]:
    """What is wrong with a value by the component `name`."""
    asked = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
    return [f"{error.json_path}: {error.message[:300]}" for error in Draft202012Validator(asked).iter_errors(value)]


def test_it_is_served_to_anybody_valid_and_names_every_way(client, document):
    answer = client.get(f"{ROOT}schema/")
    assert answer.status_code == 200
    served = answer.json()
    validate_schema(served)
    for entity in regulation.entities():
        assert "post" in served["paths"][f"/{entity.name}"]
    for topic in regulation.topics():
        assert "get" in served["paths"][f"/{topic.feed}"] and f"/{topic.feed}/{{id}}" in served["paths"]


def test_it_is_not_mixed_into_the_front_ends_schema(client, db):
    assert b"/api/exchange/" not in client.get("/api/v1/schema/?format=json").content


def test_its_own_examples_are_true(document):
    for path, operations in document["paths"].items():
        if "post" in operations:
            content = operations["post"]["requestBody"]["content"]["application/json"]
            assert faults(document, f"{path[1:]}.push", content["example"]) == [], path
        page = operations.get("get", {}).get("responses", {}).get("200", {}).get("content", {}).get("application/json")
        if page and "example" in page:
            assert faults(document, page["schema"]["$ref"].rpartition("/")[2], page["example"]) == [], path


def test_the_validator_sees_what_is_wrong(document):
    good = region(data={"Description": "North"})
    assert faults(document, "regions.item", good) == []
    for wrong in ({"version": -1}, {"id": 5}, {"data": {}}, {"data": None}, {"deleted": "no"}):
        assert faults(document, "regions.item", {**good, **wrong}) != [], wrong


def test_what_the_portal_answers(caller, document, world):
    outbox.enqueue("orders", world.owners_order.pk, 1)
    bad, malformed, foreign = region(name="x" * 5000), region(ref="no"), region(str(uuid4()), 7)
    caller.push("regions", foreign)
    answers = {
        "Ping": caller.get("ping").json(),
        "Root": caller.get().json(),
        "orders.page": caller.get("orders").json(),
        "orders.object": caller.get(f"orders/{world.owners_order.pk}").json(),
        "Error": caller.get("unicorns").json(),
        "Results": {"results": caller.push("regions", region(), bad, malformed, {**foreign, "version": 6})},
        "Job": caller.post("regions", {"items": [region()]}, headers={"prefer": "respond-async"}).json(),
    }
    assert {result["status"] for result in answers["Results"]["results"]} == {"accepted", "rejected", "conflict"}
    for name, value in answers.items():
        assert faults(document, name, value) == [], name


@pytest.mark.parametrize("name", FROM_A)
def test_the_catalogues_of_the_simulated_base(onec, document, name):
    source = profile.source_of(name)
    rows = next(OData().pages(source.source, select=Reader(regulation.get(name)).select, where=source.filter, top=5000))
    ours = [row for row in rows if all(row.get(field) == value for field, value in source.where.items())]
    assert ours
    for row in ours[:200]:
        item = {"id": row["Ref_Key"], "version": row["DataVersion"], "deleted": row["DeletionMark"], "data": row}
        assert faults(document, f"{name}.item", item) == []


@pytest.mark.parametrize("name", FROM_B)
def test_the_feeds_of_the_simulated_base(onec, document, name):
    with httpx.Client(base_url=f"{onec.base_url}/hs/portal/v1/", auth=onec.auth) as base:
        page = base.get(profile.source_of(name).source, params={"limit": 50}).json()
        assert faults(document, "Ping", base.get("ping").json()) == []
        assert faults(document, "Root", base.get("").json()) == []
    where = profile.source_of(name).where
    items = [item for item in page["items"] if all((item["data"] or {}).get(k) == v for k, v in where.items())]
    page_schema = {**document["components"]["schemas"], "page": schema._page(f"{name}.item")}
    asked = {"components": {"schemas": page_schema}}
    assert faults(asked, "page", {**page, "items": items}) == []


def test_what_the_simulated_base_answers_to_a_push(onec, document):
    with httpx.Client(base_url=f"{onec.base_url}/hs/portal/v1/", auth=onec.auth) as base:
        items = [{"id": str(uuid4()), "version": 1, "data": {}}, {"id": "no", "version": 1, "data": {}}]
        found = base.post("orders", json={"items": items}).json()
        refusal = base.get("unicorns").json()
    assert [result["status"] for result in found["results"]] == ["rejected", "rejected"]
    assert faults(document, "Results", found) == []
    assert faults(document, "Error", refusal) == []
