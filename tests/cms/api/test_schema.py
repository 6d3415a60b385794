"""The OpenAPI schema is whole, stable, and shows what a client has to know."""

import pytest
from drf_spectacular.validation import validate_schema

from tests.world import client_of


@pytest.fixture
def schema(settings, db) -> dict:
    settings.ROOT_URLCONF = "cms.urls"
    return client_of().get("/api/v1/schema/", HTTP_ACCEPT="application/vnd.oai.openapi+json").json()


def operations(schema) -> dict:
    return {(verb, path): op for path, verbs in schema["paths"].items() for verb, op in verbs.items()}


def test_valid_openapi_3_1(schema):
    assert schema["openapi"].startswith("3.1")
    validate_schema(schema)


def test_every_operation_may_be_refused_with_a_problem(schema):
    for operation in operations(schema).values():
        assert "application/problem+json" in operation["responses"]["4XX"]["content"]


def test_operation_ids_are_unique(schema):
    ids = [operation["operationId"] for operation in operations(schema).values()]
    assert len(ids) == len(set(ids))
    assert "sessionRetrieve" in ids


def test_creating_an_order_takes_an_idempotency_key(schema):
    create = operations(schema)["post", "/api/v1/ordering/orders/"]
    assert ("Idempotency-Key", True) in [(p["name"], p.get("required")) for p in create["parameters"]]


def test_the_docs_page_needs_nobody_else_and_no_inline_script(db, settings):
    settings.ROOT_URLCONF = "cms.urls"
    answer = client_of().get("/api/v1/docs/", HTTP_ACCEPT="text/html")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "https://" not in page
    assert "<script>" not in page
    assert "script-src 'self';" in answer.headers["Content-Security-Policy"]
