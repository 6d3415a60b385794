"""A forgotten password: the link comes by mail in the reader's language and works once."""

import re

import pytest
from django.core import mail

from cms.accounts.services import user_block
from tests.factories.accounts import PASSWORD
from tests.world import client_of

REQUEST = "/api/v1/auth/browser/v1/auth/password/request"
RESET = "/api/v1/auth/browser/v1/auth/password/reset"
LOGIN = "/api/v1/auth/browser/v1/auth/login"
NEW = "quite another horse"


@pytest.fixture(autouse=True)
def worker_at_hand():
    """The worker's tasks run as soon as they are sent."""
    from cms.celery import app

    app.conf.task_always_eager = True
    yield
    app.conf.task_always_eager = False


def ask(email: str):
    return client_of().post(REQUEST, {"email": email})


def key_in(message) -> str:
    return re.search(r"/(\w\w)/reset-password/(\S+)", message.body)[2]


def test_the_link_sets_a_new_password_once(world):
    assert ask("owner@a.example").status_code == 200
    key = key_in(mail.outbox[0])
    client = client_of()
    assert client.post(RESET, {"key": key, "password": NEW}).status_code == 401  # done; sign in now
    assert client.post(LOGIN, {"email": "owner@a.example", "password": NEW}).status_code == 200
    again = client_of().post(RESET, {"key": key, "password": "yet another horse"})
    assert again.status_code == 400
    assert client_of().post(LOGIN, {"email": "owner@a.example", "password": NEW}).status_code == 200


def test_the_link_leads_to_the_page_in_the_readers_language(world, settings):
    world.owner.language = "kk"
    world.owner.save()
    ask("owner@a.example")
    (message,) = mail.outbox
    assert message.to == ["owner@a.example"]
    assert f"{settings.PORTAL_URL}/kk/reset-password/" in message.body


def test_a_reset_ends_open_sessions(world):
    open_session = client_of(world.owner)
    ask("owner@a.example")
    client_of().post(RESET, {"key": key_in(mail.outbox[0]), "password": NEW})
    assert open_session.get("/api/v1/session/").json()["user"] is None


@pytest.mark.parametrize("email", ["owner@a.example", "nobody@a.example", "blocked@a.example"])
def test_the_answer_says_nothing_of_the_account(world, email):
    world.colleague.email = "blocked@a.example"
    world.colleague.save()
    user_block(user=world.colleague)
    answer = ask(email)
    assert (answer.status_code, answer.json()) == (200, {"status": 200})
    assert len(mail.outbox) == (1 if email == "owner@a.example" else 0)


@pytest.mark.parametrize("email", ["owner@a.example", "nobody@a.example"])
def test_known_and_unknown_addresses_take_the_same_way_to_the_worker(world, email, monkeypatch):
    from cms.accounts.tasks import mail_password_reset

    sent = []
    monkeypatch.setattr(mail_password_reset, "delay", lambda *args: sent.append(args))
    ask(email)
    assert len(sent) == 1
    assert mail.outbox == []


def test_a_wrong_key_changes_nothing(world):
    answer = client_of().post(RESET, {"key": "1-abc", "password": NEW})
    assert answer.status_code == 400
    assert client_of().post(LOGIN, {"email": "owner@a.example", "password": PASSWORD}).status_code == 200


def test_a_weak_password_is_refused_and_the_key_stays_good(world):
    ask("owner@a.example")
    key = key_in(mail.outbox[0])
    answer = client_of().post(RESET, {"key": key, "password": "short"})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["param"] == "password"
    assert client_of().post(RESET, {"key": key, "password": NEW}).status_code == 401


def test_one_mailbox_is_not_flooded(world, settings):
    statuses = {ask("owner@a.example").status_code for _ in range(6)}
    assert statuses == {200}
    assert len(mail.outbox) == settings.SIGN_IN_LIMITS["resets_of_account"]


def test_one_address_cannot_go_on_asking(world, settings):
    settings.SIGN_IN_LIMITS = {**settings.SIGN_IN_LIMITS, "resets_from_address": 2}
    answers = [ask(f"{name}@a.example") for name in ("owner", "head", "nobody")]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[-1].headers["Retry-After"] == "60"
    assert answers[-1].json()["code"] == "throttled"
    assert len(mail.outbox) == 2
