"""Lockout: after too many failures a clear message, the same for everybody; one mail; ways to open it again."""

from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from cms.accounts import limits
from cms.accounts.events import AccountLocked, AccountUnlocked
from tests.cms.accounts.person import (
    PASSWORD,
    PASSWORD_CHANGE,
    REAUTHENTICATE,
    SECOND_STEP,
    code_of,
    enrol,
    sign_in,
    signed_in,
    who,
)
from tests.world import client_of

OWNER, NOBODY = "owner@a.example", "nobody@a.example"


@pytest.fixture(autouse=True)
def three_attempts(settings):
    settings.SIGN_IN_LIMITS = {**settings.SIGN_IN_LIMITS, "attempts_of_account": 3}


def fail(email: str, times: int = 3, language: str = "en") -> list:
    return [sign_in(client_of(language=language), email, "wrong").json()["errors"][0] for _ in range(times)]


@pytest.mark.parametrize("email", [OWNER, NOBODY])
def test_the_message_says_when_to_try_again(world, email):
    assert fail(email, 4)[-1] == {
        "message": "Too many failed attempts. Try again in 15 minutes.",
        "code": "too_many_login_attempts",
    }


@pytest.mark.parametrize(("language", "word"), [("ru", "Повторите"), ("kk", "минуттан")])
def test_in_the_readers_language(world, language, word):
    assert word in fail(OWNER, 4, language)[-1]["message"]


def test_the_owner_is_told_by_mail_once_in_their_language(world, worker_at_hand, told):
    world.owner.language = "ru"
    world.owner.save()
    fail(OWNER, 6)
    (letter,) = mail.outbox
    assert letter.to == [OWNER]
    assert "заблокирован" in letter.body
    assert "/ru/reset-password" in letter.alternatives[0][0]
    locked = [fact for fact in told if isinstance(fact, AccountLocked)]
    assert [(fact.email, fact.user_id) for fact in locked] == [(OWNER, world.owner.pk)]


def test_known_and_unknown_addresses_take_the_same_way_to_the_worker(world, monkeypatch):
    from cms.accounts.tasks import mail_notice

    sent = []
    monkeypatch.setattr(mail_notice, "delay", lambda user_id, notice, facts: sent.append(notice))
    for email in (OWNER, NOBODY):
        fail(email)
    assert sent == ["locked", "locked"]


def test_success_does_not_wash_away_failures(world):
    fail(OWNER, 2)
    assert sign_in(client_of(), OWNER).status_code == 200
    fail(OWNER, 1)
    assert sign_in(client_of(), OWNER).status_code == 400


def test_codes_of_the_second_factor_count_too(world):
    secret = enrol(signed_in(OWNER))
    client = client_of()
    sign_in(client, OWNER)
    codes = [client.post(SECOND_STEP, {"code": "000000"}).json()["errors"][0]["code"] for _ in range(4)]
    assert codes == ["incorrect_code"] * 3 + ["too_many_login_attempts"]
    assert client.post(SECOND_STEP, {"code": code_of(secret)}).status_code == 400, "even the right code waits"
    assert who(client) is None


@pytest.mark.parametrize(
    ("path", "body"),
    [
        (REAUTHENTICATE, {"password": "wrong"}),
        (PASSWORD_CHANGE, {"current_password": "wrong", "new_password": "quite another horse"}),
    ],
)
def test_a_stolen_session_does_not_guess_the_password(world, path, body):
    client = signed_in(OWNER)
    codes = [client.post(path, body).json()["errors"][0]["code"] for _ in range(4)]
    assert codes[-1] == "too_many_login_attempts"
    world.owner.refresh_from_db()
    assert world.owner.check_password(PASSWORD)


def test_it_opens_by_itself(world, monkeypatch):
    fail(OWNER)
    now = limits.time.time()
    monkeypatch.setattr("time.time", lambda: now + 15 * 60 + 1)
    assert sign_in(client_of(), OWNER).status_code == 200


def test_the_command_opens_it(world, told):
    fail(OWNER)
    said = StringIO()
    call_command("accounts", "unlock", "Owner@A.example", stdout=said)
    assert "may sign in again" in said.getvalue()
    assert sign_in(client_of(), OWNER).status_code == 200
    assert AccountUnlocked(world.owner.pk, None) in told
    with pytest.raises(CommandError, match=NOBODY):
        call_command("accounts", "unlock", NOBODY)


def test_other_commands_for_those_locked_out(world):
    client = signed_in(OWNER)
    enrol(client)
    call_command("accounts", "end-sessions", OWNER, stdout=StringIO())
    assert who(client) is None
    call_command("accounts", "forget-second-factor", OWNER, stdout=StringIO())
    assert sign_in(client_of(), OWNER).status_code == 200
    with pytest.raises(CommandError, match="no second factor"):
        call_command("accounts", "forget-second-factor", OWNER)


def test_a_new_password_opens_it(world, worker_at_hand):
    import re

    fail(OWNER)
    auth = "/api/v1/auth/browser/v1/auth/password"
    client_of().post(f"{auth}/request", {"email": OWNER})
    key = re.search(r"/reset-password/(\S+)", mail.outbox[-1].body)[1]
    assert client_of().post(f"{auth}/reset", {"key": key, "password": "quite another horse"}).status_code == 401
    assert sign_in(client_of(), OWNER, "quite another horse").status_code == 200
