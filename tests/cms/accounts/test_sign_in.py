"""Signing in and out by e-mail: who may, how often, and what a stranger can learn from the answers (nothing)."""

import pytest
from django.contrib.sessions.models import Session
from django.core import mail

from cms.accounts import limits
from cms.accounts.services import user_block
from tests.factories.accounts import PASSWORD
from tests.world import PortalClient, client_of

LOGIN = "/api/v1/auth/browser/v1/auth/login"
SESSION = "/api/v1/auth/browser/v1/auth/session"


def sign_in(client, email, password=PASSWORD):
    return client.post(LOGIN, {"email": email, "password": password})


def who(client) -> str | None:
    user = client.get("/api/v1/session/").json()["user"]
    return user and user["email"]


def test_signs_in_and_out(world):
    client = client_of()
    assert sign_in(client, "owner@a.example").status_code == 200
    assert who(client) == "owner@a.example"
    assert client.delete(SESSION).status_code == 401  # allauth: done, and nobody is signed in
    assert who(client) is None


def test_address_is_compared_without_case(world):
    client = client_of()
    assert sign_in(client, "Owner@A.example").status_code == 200


@pytest.mark.parametrize(
    ("email", "password"),
    [("owner@a.example", "wrong password"), ("nobody@a.example", PASSWORD), ("blocked@a.example", PASSWORD)],
)
def test_refusals_are_all_the_same(world, email, password):
    world.colleague.email = "blocked@a.example"
    world.colleague.save()
    user_block(user=world.colleague)
    client = client_of()
    answer = sign_in(client, email, password)
    assert answer.status_code == 400
    assert answer.json()["errors"] == [
        {
            "message": "The e-mail address or the password is wrong.",
            "code": "email_password_mismatch",
            "param": "password",
        }
    ]
    assert who(client) is None


def test_unknown_address_costs_as_much_as_a_known_one(world, monkeypatch):
    hashed = []
    from django.contrib.auth import hashers

    encode = hashers.MD5PasswordHasher.encode
    monkeypatch.setattr(
        hashers.MD5PasswordHasher, "encode", lambda self, *args: hashed.append(1) or encode(self, *args)
    )
    costs = []
    for email in ("owner@a.example", "nobody@a.example"):
        hashed.clear()
        sign_in(client_of(), email, "wrong password")
        costs.append(len(hashed))
    assert costs == [1, 1]


def test_sign_in_needs_the_csrf_token(world):
    client = PortalClient(enforce_csrf_checks=True)
    refused = sign_in(client, "owner@a.example")
    assert refused.status_code == 403
    assert refused.json()["code"] == "csrf_failed"
    assert who(client) is None
    token = client.cookies["csrftoken"].value
    answer = client.post(LOGIN, {"email": "owner@a.example", "password": PASSWORD}, HTTP_X_CSRFTOKEN=token)
    assert answer.status_code == 200


@pytest.mark.parametrize("email", ["owner@a.example", "nobody@a.example"])
def test_attempts_on_one_account_are_limited(world, settings, email):
    settings.SIGN_IN_LIMITS = {**settings.SIGN_IN_LIMITS, "attempts_of_account": 3}
    codes = [sign_in(client_of(), email, "wrong").json()["errors"][0]["code"] for _ in range(5)]
    assert codes == ["email_password_mismatch"] * 3 + ["too_many_login_attempts"] * 2
    late = client_of()
    assert sign_in(late, email).status_code == 400, "even the right password waits"
    assert who(late) is None


def test_attempts_from_one_address_are_limited(world, settings):
    settings.SIGN_IN_LIMITS = {**settings.SIGN_IN_LIMITS, "attempts_from_address": 2}
    for name in ("one", "two"):
        sign_in(client_of(), f"{name}@a.example", "wrong")
    answer = sign_in(client_of(), "owner@a.example")
    assert answer.json()["errors"][0]["code"] == "too_many_login_attempts"
    elsewhere = client_of()
    elsewhere.defaults["REMOTE_ADDR"] = "10.0.0.9"
    assert sign_in(elsewhere, "owner@a.example").status_code == 200


def test_successful_sign_ins_do_not_count(world, settings):
    settings.SIGN_IN_LIMITS = {**settings.SIGN_IN_LIMITS, "attempts_of_account": 2, "attempts_from_address": 2}
    assert [sign_in(client_of(), "owner@a.example").status_code for _ in range(4)] == [200] * 4


def test_limits_hold_while_the_cache_is_away(world, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django_redis.cache.RedisCache",
            "LOCATION": "redis://127.0.0.1:9/0",
            "OPTIONS": {"IGNORE_EXCEPTIONS": True, "SOCKET_CONNECT_TIMEOUT": 0.2},
        }
    }
    settings.SIGN_IN_LIMITS = {**settings.SIGN_IN_LIMITS, "attempts_of_account": 2}
    codes = [sign_in(client_of(), "owner@a.example", "wrong").json()["errors"][0]["code"] for _ in range(3)]
    assert codes == ["email_password_mismatch"] * 2 + ["too_many_login_attempts"]
    assert sign_in(client_of(), "head@a.example").status_code == 200
    limits.unlock("owner@a.example")  # this process's own memory outlives the test


def test_blocked_user_loses_the_open_session(world):
    client = client_of(world.owner)
    assert who(client) == "owner@a.example"
    user_block(user=world.owner)
    assert who(client) is None
    assert client.patch("/api/v1/session/", {"language": "kk"}).status_code == 401
    world.owner.refresh_from_db()
    assert world.owner.language == "en"


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/auth/browser/v1/auth/signup",
        "/api/v1/auth/browser/v1/account/email",
        "/api/v1/auth/app/v1/auth/login",
    ],
)
def test_what_the_portal_does_not_use_is_not_there(world, django_user_model, path):
    before = django_user_model.objects.count()
    answer = client_of(world.owner).post(path, {"email": "new@a.example", "password": PASSWORD})
    assert answer.status_code == 404
    assert answer.json()["code"] == "not_found"
    assert django_user_model.objects.count() == before


def test_changing_the_password_asks_for_the_old_one_and_ends_other_sessions(world):
    client, elsewhere = client_of(world.owner), client_of(world.owner)
    path = "/api/v1/auth/browser/v1/account/password/change"
    wrong = client.post(path, {"current_password": "wrong", "new_password": "a better horse"})
    assert wrong.status_code == 400
    assert who(elsewhere) == "owner@a.example"
    assert client.post(path, {"current_password": PASSWORD, "new_password": "a better horse"}).status_code == 200
    assert who(client) == "owner@a.example"
    assert who(elsewhere) is None
    assert not mail.outbox


def test_sign_in_makes_a_new_session(world):
    client = client_of()
    client.get("/api/v1/session/")
    before = set(Session.objects.values_list("session_key", flat=True))
    sign_in(client, "owner@a.example")
    assert client.cookies["sessionid"].value not in before
