"""A second factor that the setting requires: until it is there, its owner reaches nothing but the page to set it up."""

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from cms.realtime.sessions import _user_of
from tests.cms.accounts.person import SECOND_STEP, TOTP, code_of, enrol, sign_in, signed_in, who
from tests.world import client_of

ADMIN, OWNER = "admin@kabinet.example", "owner@a.example"
ORDERS = "/api/v1/ordering/orders/"


@pytest.fixture(autouse=True)
def required_for_staff(settings, monkeypatch):
    settings.MFA_REQUIRED_FOR = "staff"
    monkeypatch.setattr("cms.realtime.sessions.close_old_connections", lambda: None)  # the test's own is in use


def test_staff_without_one_reach_nothing(world):
    client = signed_in(ADMIN)
    for path in (ORDERS, "/api/v1/partners/", "/api/v1/nowhere/", "/api/v3/pages/"):
        answer = client.get(path)
        assert (answer.status_code, answer.json()["code"]) == (403, "second_factor_required"), path
    answer = client.get("/admin/users/")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/en/account/security?next=%2Fadmin%2Fusers%2F"
    assert _user_of(client.session.session_key) is None, "nor a stream of events"


def test_they_learn_who_they_are_and_what_is_missing(world):
    user = signed_in(ADMIN).get("/api/v1/session/").json()["user"]
    assert (user["email"], user["second_factor"], user["second_factor_required"]) == (ADMIN, "missing", True)


def test_once_it_is_set_up_everything_opens(world):
    client = signed_in(ADMIN)
    enrol(client)
    assert client.get(ORDERS).status_code == 200
    assert client.get("/admin/").status_code == 200
    assert _user_of(client.session.session_key) == world.admin.pk


def test_a_session_that_never_showed_the_code_ends(world):
    secret = enrol(signed_in(ADMIN))
    passed_by = client_of(world.admin)  # signed in some other way than by the portal's sign-in
    assert passed_by.get(ORDERS).status_code == 403
    assert who(passed_by) is None
    passed_by = client_of(world.admin)
    assert passed_by.get("/admin/").status_code == 302
    assert who(passed_by) is None
    proper = client_of()
    sign_in(proper, ADMIN)
    assert proper.post(SECOND_STEP, {"code": code_of(secret)}).status_code == 200
    assert proper.get(ORDERS).status_code == 200


def test_it_cannot_be_turned_off(world):
    client = signed_in(ADMIN)
    enrol(client)
    answer = client.delete(TOTP, {})
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (400, "cannot_delete_authenticator")
    assert client.get(ORDERS).status_code == 200


def test_clients_need_none_unless_the_setting_says_all(world, settings):
    client = signed_in(OWNER)
    assert client.get(ORDERS).status_code == 200
    settings.MFA_REQUIRED_FOR = "all"
    assert client.get(ORDERS).json()["code"] == "second_factor_required"
    settings.MFA_REQUIRED_FOR = "none"
    assert signed_in(ADMIN).get(ORDERS).status_code == 200


def test_guests_are_guests(world):
    assert client_of().get(ORDERS).status_code == 401
    assert client_of().get("/admin/").headers["Location"].startswith("/admin/login/")


def test_who_has_shown_the_code_costs_no_query_more(world, django_assert_num_queries, settings):
    client = signed_in(ADMIN)
    enrol(client)
    client.get("/api/v1/nowhere/")
    with django_assert_num_queries(1):  # the user
        client.get("/api/v1/nowhere/", headers={"Accept-Language": ""})


def test_a_setting_nobody_knows_does_not_start(settings):
    settings.MFA_REQUIRED_FOR = "stuff"
    with pytest.raises(SystemCheckError, match=r"accounts\.E001"):
        call_command("check")
