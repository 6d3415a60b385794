"""Lists and pages of claims: each reader sees theirs and nothing of the others'."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from integration.models import OutboxMessage
from modules.claims.models import Claim
from tests.factories.claims import claim as make_claim
from tests.world import client_of

pytestmark = pytest.mark.django_db

CLAIMS = "/api/v1/claims/"
SEES = {
    "owner": {"owners"},
    "colleague": {"colleagues"},
    "head": {"owners", "colleagues", "of 1C"},
    "stranger": {"strangers"},
    "service_limited": {"owners", "colleagues", "of 1C"},
    "service_full": {"owners", "colleagues", "of 1C", "strangers"},
}


@pytest.fixture
def claims(world) -> dict[str, Claim]:
    made = [
        make_claim(world.owner, world.contract_a1, subject="owners", order=world.owners_order),
        make_claim(world.colleague, world.contract_a2, subject="colleagues", kind="delivery"),
        make_claim(None, partner=world.partner_a, subject="of 1C", number="ПР00-000005"),
        make_claim(world.stranger, world.contract_b, subject="strangers", status="satisfied"),
    ]
    return {claim.subject: claim for claim in made}


@pytest.mark.parametrize("person", SEES)
def test_list_and_pages_show_the_same(world, claims, person):
    client = client_of(getattr(world, person))
    listed = client.get(CLAIMS).json()
    assert {row["subject"] for row in listed["results"]} == SEES[person]
    for subject, claim in claims.items():
        assert client.get(f"{CLAIMS}{claim.pk}/").status_code == (200 if subject in SEES[person] else 404)


def test_search_filters_and_order(world, claims):
    client = client_of(world.service_full)

    def found(**query) -> set[str]:
        return {row["subject"] for row in client.get(CLAIMS, query).json()["results"]}

    assert found(search="ПР00-000005") == {"of 1C"}
    assert found(search=world.owners_order.number) == {"owners"}
    assert found(status="satisfied") == {"strangers"}
    assert found(kind="delivery") == {"colleagues"}
    assert found(order=str(world.owners_order.pk)) == {"owners"}
    assert client.get(CLAIMS, {"status": "unheard"}).status_code == 400


def test_what_1c_has_withdrawn_is_not_shown(world, claims):
    Claim.objects.filter(subject="owners").update(deleted=True)
    assert client_of(world.owner).get(CLAIMS).json()["count"] == 0
    assert client_of(world.owner).get(f"{CLAIMS}{claims['owners'].pk}/").status_code == 404


def test_foreign_claim_cannot_be_resent(world, claims):
    before = list(OutboxMessage.objects.values())
    assert client_of(world.owner).post(f"{CLAIMS}{claims['strangers'].pk}/resend/").status_code == 404
    assert list(OutboxMessage.objects.values()) == before


def test_options_are_the_readers_own(world):
    options = client_of(world.colleague).get(f"{CLAIMS}options/").json()
    assert [partner["id"] for partner in options["partners"]] == [world.partner_a.pk]
    assert [contract["id"] for contract in options["contracts"]] == [world.contract_a2.pk]


def test_list_costs_the_same_whatever_its_length(world, claims):
    client = client_of(world.service_full)
    client.get(CLAIMS)
    counts = []
    for size in (1, 4):
        with CaptureQueriesContext(connection) as captured:
            client.get(CLAIMS, {"page_size": size})
        counts.append(len(captured))
    assert counts[0] == counts[1]
