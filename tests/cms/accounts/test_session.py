"""What the front end learns of its user, and the language of answers."""

import pytest

from cms.access.levels import Level
from cms.access.models import RoleLevel
from tests.world import client_of

SESSION = "/api/v1/session/"


def test_a_guest_has_a_session_too(world):
    client = client_of()
    answer = client.get(SESSION)
    body = answer.json()
    assert answer.status_code == 200
    assert body["user"] is None
    assert body["permissions"] == {}
    assert {"partners", "catalog", "ordering"} <= set(body["modules"])
    assert client.cookies["csrftoken"].value
    assert not client.cookies["csrftoken"]["httponly"]


def test_a_user_is_told_with_roles_levels_and_menu(world):
    body = client_of(world.owner, language="ru").get(SESSION).json()
    assert body["user"]["email"] == "owner@a.example"
    assert body["user"]["side"] == "client"
    assert [role["code"] for role in body["user"]["roles"]] == ["buyer_manager"]
    assert body["permissions"]["ordering.place_order"] == "own"
    assert body["permissions"]["catalog.view_product"] == "granted"
    assert [entry["code"] for entry in body["menu"]][:2] == ["catalog", "order_new"]


def test_what_one_may_not_do_is_not_on_the_menu(world):
    body = client_of(world.service_full).get(SESSION).json()
    assert "ordering.place_order" not in body["permissions"]
    assert "order_new" not in [entry["code"] for entry in body["menu"]]


def test_a_change_of_the_matrix_is_seen_by_the_next_request(world):
    client = client_of(world.owner)
    client.get(SESSION)
    row = RoleLevel.objects.get(role__code="buyer_manager", permission="ordering.place_order")
    row.level = Level.NONE
    row.save()
    assert "ordering.place_order" not in client.get(SESSION).json()["permissions"]


def test_the_user_changes_their_language(world):
    answer = client_of(world.owner).patch(SESSION, {"language": "kk"})
    assert answer.status_code == 200
    assert answer.json()["user"]["language"] == "kk"
    world.owner.refresh_from_db()
    assert world.owner.language == "kk"


@pytest.mark.parametrize("body", [{"language": "de"}, {}, {"language": None}])
def test_a_language_the_portal_does_not_speak_is_refused(world, body):
    answer = client_of(world.owner).patch(SESSION, body)
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == ["language"]
    world.owner.refresh_from_db()
    assert world.owner.language == "en"


def test_a_guest_has_no_language_to_change(world):
    answer = client_of().patch(SESSION, {"language": "kk"})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Session"


@pytest.mark.parametrize(
    ("header", "own", "expected"),
    [("kk", "ru", "kk"), ("de, en;q=0.5", "ru", "en"), ("", "kk", "kk"), ("*", "kk", "kk")],
)
def test_language_of_an_answer(world, header, own, expected):
    world.owner.language = own
    world.owner.save()
    answer = client_of(world.owner, language=header).get("/api/v1/nowhere/")
    assert answer.status_code == 404
    assert answer.headers["Content-Language"] == expected


def test_queries_do_not_grow_with_roles(world, django_assert_max_num_queries):
    client = client_of(world.owner)
    with django_assert_max_num_queries(6):
        client.get(SESSION)
