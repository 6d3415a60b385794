"""The second factor: turned on by its first code, asked for at sign-in, each code good once, recovery codes too."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail

from cms.accounts.events import RecoveryCodeUsed, SecondFactorDisabled, SecondFactorEnabled, SignedIn, SignInFailed
from cms.accounts.services import second_factor_forget
from tests.cms.accounts.person import (
    AUTH,
    PASSWORD,
    REAUTHENTICATE,
    RECOVERY,
    SECOND_STEP,
    TOTP,
    code_of,
    enrol,
    sign_in,
    signed_in,
    who,
)
from tests.world import client_of

OWNER = "owner@a.example"


@pytest.fixture
def secret(world) -> str:
    return enrol(signed_in(OWNER))


def test_is_turned_on_by_its_first_code(world):
    client = signed_in(OWNER)
    found = client.get(TOTP)
    assert found.status_code == 404
    secret = found.json()["meta"]["secret"]
    assert found.json()["meta"]["totp_url"].startswith("otpauth://totp/owner%40a.example?secret=")
    assert client.post(TOTP, {"code": "000000"}).json()["errors"][0]["code"] == "incorrect_code"
    assert client.get("/api/v1/session/").json()["user"]["second_factor"] == "off"
    assert client.post(TOTP, {"code": code_of(secret)}).status_code == 200
    assert client.get("/api/v1/session/").json()["user"]["second_factor"] == "on"
    assert secret not in str(list(Authenticator.objects.values_list("data", flat=True))), "kept encrypted"


def test_sign_in_asks_for_the_code(secret, told):
    client = client_of()
    first = sign_in(client, OWNER)
    assert first.status_code == 401
    assert {"id": "mfa_authenticate", "is_pending": True, "types": ["recovery_codes", "totp"]} in first.json()["data"][
        "flows"
    ]
    assert who(client) is None, "the password alone opens nothing"
    wrong = client.post(SECOND_STEP, {"code": "000000"})
    assert wrong.json()["errors"] == [
        {
            "message": "This code is not right or no longer valid. Enter the one shown now.",
            "code": "incorrect_code",
            "param": "code",
        }
    ]
    assert who(client) is None
    assert client.post(SECOND_STEP, {"code": code_of(secret)}).status_code == 200
    assert who(client) == OWNER
    assert [type(fact) for fact in told] == [SignInFailed, SignedIn]
    assert told[0].step == "second_factor"
    assert told[1].second_factor


def test_a_code_is_good_once(secret):
    code = code_of(secret)
    for expected in (200, 400):
        client = client_of()
        sign_in(client, OWNER)
        assert client.post(SECOND_STEP, {"code": code}).status_code == expected
    earlier = client_of()
    sign_in(earlier, OWNER)
    assert earlier.post(SECOND_STEP, {"code": code_of(secret, -1)}).status_code == 400, "nor is one before it"


def test_a_clock_may_be_half_a_minute_off_but_not_more(secret):
    client = client_of()
    sign_in(client, OWNER)
    assert client.post(SECOND_STEP, {"code": code_of(secret, 3)}).status_code == 400
    assert client.post(SECOND_STEP, {"code": code_of(secret, 1)}).status_code == 200


def test_codes_work_while_the_cache_is_away(secret, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django_redis.cache.RedisCache",
            "LOCATION": "redis://127.0.0.1:9/0",
            "OPTIONS": {"IGNORE_EXCEPTIONS": True, "SOCKET_CONNECT_TIMEOUT": 0.2},
        }
    }
    client = client_of()
    sign_in(client, OWNER)
    assert client.post(SECOND_STEP, {"code": code_of(secret)}).status_code == 200


def test_recovery_codes_are_shown_once_and_each_is_good_once(world, told):
    client = signed_in(OWNER)
    enrol(client)
    codes = client.get(RECOVERY).json()["data"]["unused_codes"]
    assert len(set(codes)) == 10
    assert "unused_codes" not in client.get(RECOVERY).json()["data"]
    for expected in (200, 400):
        lost = client_of()
        sign_in(lost, OWNER)
        assert lost.post(SECOND_STEP, {"code": f" {codes[0][:4]}-{codes[0][4:]} "}).status_code == expected
    assert client.get(RECOVERY).json()["data"]["unused_code_count"] == 9
    assert [fact for fact in told if isinstance(fact, RecoveryCodeUsed)]


def test_new_recovery_codes_replace_the_old_ones(world):
    client = signed_in(OWNER)
    enrol(client)
    old = client.get(RECOVERY).json()["data"]["unused_codes"]
    new = client.post(RECOVERY, {}).json()["data"]["unused_codes"]
    assert not set(old) & set(new)
    lost = client_of()
    sign_in(lost, OWNER)
    assert lost.post(SECOND_STEP, {"code": old[0]}).status_code == 400
    assert lost.post(SECOND_STEP, {"code": new[0]}).status_code == 200


def test_turning_it_on_ends_sessions_that_began_without_it(world):
    elsewhere = signed_in(OWNER)
    here = signed_in(OWNER)
    enrol(here)
    assert (who(here), who(elsewhere)) == (OWNER, None)


def test_changes_ask_for_the_password_again_once_sign_in_is_a_while_ago(world, settings):
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    client = signed_in(OWNER)
    for method, path in (("get", TOTP), ("delete", TOTP), ("post", RECOVERY)):
        if (method, path) != ("get", TOTP):
            settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
            if not Authenticator.objects.exists():
                enrol(client)
            settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
        answer = getattr(client, method)(path, {} if method != "get" else None)
        assert answer.status_code == 401
        assert "reauthenticate" in [flow["id"] for flow in answer.json()["data"]["flows"]]
    assert Authenticator.objects.count() == 2
    assert client.post(REAUTHENTICATE, {"password": "wrong"}).json()["errors"][0]["code"] == "incorrect_password"
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
    assert client.post(REAUTHENTICATE, {"password": PASSWORD}).status_code == 200
    assert client.delete(TOTP, {}).status_code == 200
    assert not Authenticator.objects.exists()


def test_it_cannot_be_turned_on_twice(world):
    client = signed_in(OWNER)
    secret = enrol(client)
    assert client.post(TOTP, {"code": code_of(secret)}).status_code == 409
    assert Authenticator.objects.count() == 2


def test_a_guest_has_no_second_factor_to_change(world):
    for method, path in (("get", TOTP), ("post", TOTP), ("delete", TOTP), ("get", RECOVERY), ("post", RECOVERY)):
        assert getattr(client_of(), method)(path, {}).status_code == 401
    assert client_of().post(SECOND_STEP, {"code": "123456"}).status_code == 401
    assert client_of().get(f"{AUTH}/account/authenticators").status_code == 401


def test_the_owner_is_told_by_mail_and_the_portal_by_facts(
    world, worker_at_hand, told, django_capture_on_commit_callbacks
):
    world.owner.language = "kk"
    world.owner.save()
    client = signed_in(OWNER)
    with django_capture_on_commit_callbacks(execute=True):
        enrol(client)
    with django_capture_on_commit_callbacks(execute=True):
        client.delete(TOTP, {})
    subjects = [message.subject for message in mail.outbox]
    assert len(subjects) == 2
    assert all(any(letter in subject for letter in "әғқңөұүһі") for subject in subjects), subjects
    assert {SecondFactorEnabled, SecondFactorDisabled} <= {type(fact) for fact in told}


def test_a_lost_telephone_is_forgotten_by_an_administrator(world, told):
    client = signed_in(OWNER)
    enrol(client)
    assert second_factor_forget(user=world.owner, by=world.admin)
    assert who(client) is None, "sessions end"
    assert sign_in(client_of(), OWNER).status_code == 200
    assert SecondFactorDisabled(world.owner.pk, world.admin.pk) in told
    assert not second_factor_forget(user=world.owner)
