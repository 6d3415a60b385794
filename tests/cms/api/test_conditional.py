"""Reads are asked for again at little cost; writes never overwrite what somebody has not seen."""

import pytest

from tests.cms.api.views import Versioned
from tests.world import client_of

NUMBERS, VERSIONED = "/api/v1/test/numbers/", "/api/v1/test/versioned/"


@pytest.fixture(autouse=True)
def first_version():
    Versioned.version = Versioned.worked = 1


def test_a_read_has_an_etag_and_a_repeat_is_304(world):
    client = client_of(world.owner)
    first = client.get(NUMBERS)
    again = client.get(NUMBERS, HTTP_IF_NONE_MATCH=first.headers["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    for answer in (first, again):
        assert answer.headers["Cache-Control"] == "private, no-cache"
        assert {"Cookie", "Accept-Language"} <= set(answer.headers["Vary"].split(", "))


def test_another_answer_has_another_etag(world):
    client = client_of(world.owner)
    first = client.get(NUMBERS).headers["ETag"]
    assert client.get(f"{NUMBERS}?page=2", HTTP_IF_NONE_MATCH=first).status_code == 200


def test_an_etag_does_not_serve_another_person_or_language(world):
    etag = client_of(world.owner).get(VERSIONED).headers["ETag"]
    assert client_of(world.owner).get(VERSIONED, HTTP_IF_NONE_MATCH=etag).status_code == 304
    assert client_of(world.stranger).get(VERSIONED, HTTP_IF_NONE_MATCH=etag).status_code == 200
    assert client_of(world.owner, language="kk").get(VERSIONED, HTTP_IF_NONE_MATCH=etag).status_code == 200


def test_a_change_of_access_changes_the_etag(world):
    client = client_of(world.owner)
    etag = client.get(VERSIONED).headers["ETag"]
    world.owner.grants.all().delete()
    assert client.get(VERSIONED, HTTP_IF_NONE_MATCH=etag).status_code == 200


def test_a_known_version_is_answered_before_the_work(world):
    client = client_of(world.owner)
    etag = client.get(VERSIONED).headers["ETag"]
    worked = Versioned.worked
    assert client.get(VERSIONED, HTTP_IF_NONE_MATCH=etag).status_code == 304
    assert Versioned.worked == worked


def test_a_write_by_the_current_version(world):
    client = client_of(world.owner)
    etag = client.get(VERSIONED).headers["ETag"]
    assert client.put(VERSIONED, {}, HTTP_IF_MATCH=etag).json() == {"version": 2}


def test_a_lost_race_shows_the_current_state_and_changes_nothing(world):
    client = client_of(world.owner)
    etag = client.get(VERSIONED).headers["ETag"]
    client.put(VERSIONED, {}, HTTP_IF_MATCH=etag)
    late = client.put(VERSIONED, {}, HTTP_IF_MATCH=etag)
    assert late.status_code == 412
    assert late.json()["code"] == "version_mismatch"
    assert late.json()["current"] == {"version": 2}
    assert Versioned.version == 2


def test_a_write_that_names_no_version_is_refused(world):
    answer = client_of(world.owner).put(VERSIONED, {})
    assert (answer.status_code, answer.json()["code"]) == (428, "if_match_required")
    assert Versioned.version == 1
