"""One intended creation happens once, however often and however concurrently it is sent."""

import threading

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.utils import timezone

from cms.api.idempotency import forget_before
from cms.api.models import IdempotentReply
from cms.api.tasks import forget_old_replies
from tests.cms.api.views import Maker
from tests.world import client_of

MAKER = "/api/v1/test/maker/"


def make(user, name="made", key="key-1", **body):
    headers = {"HTTP_IDEMPOTENCY_KEY": key} if key is not None else {}
    return client_of(user).post(MAKER, {"name": name, **body}, **headers)


def made(name="made") -> int:
    return Group.objects.filter(name=name).count()


def test_a_repeat_gets_the_first_answer(world):
    first, again = make(world.owner), make(world.owner)
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.content == again.content
    assert again.headers["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first.headers
    assert made() == 1


def test_the_key_is_required(world):
    answer = make(world.owner, key=None)
    assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_required")
    assert made() == 0


@pytest.mark.parametrize("key", ["x" * 201, "with space", "ключ"])
def test_a_malformed_key_is_refused(world, key):
    answer = make(world.owner, key=key)
    assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_invalid")
    assert made() == 0


def test_another_body_with_the_same_key_is_refused(world):
    make(world.owner)
    answer = make(world.owner, name="other")
    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")
    assert made("other") == 0


def test_a_key_belongs_to_its_user(world):
    assert make(world.owner).status_code == make(world.stranger, name="theirs").status_code == 201
    assert (made(), made("theirs")) == (1, 1)


@pytest.mark.parametrize("way", ["raise", "return"])
def test_a_refusal_is_not_kept_and_leaves_nothing(world, way):
    assert make(world.owner, refuse=way).status_code == 409
    assert (made(), IdempotentReply.objects.count()) == (0, 0)
    assert make(world.owner).status_code == 201
    assert made() == 1


def test_a_failed_permission_uses_no_key(world):
    answer = client_of().post(MAKER, {"name": "made"}, HTTP_IDEMPOTENCY_KEY="key-1")
    assert answer.status_code == 401
    assert IdempotentReply.objects.count() == 0


def test_old_answers_are_forgotten(world, settings):
    make(world.owner)
    assert forget_old_replies() == 0
    settings.IDEMPOTENT_REPLIES_KEPT_DAYS = -1
    assert forget_old_replies() == 1
    assert forget_before(timezone.now()) == 0


def test_at_the_cost_of_three_queries(world, django_assert_max_num_queries):
    client = client_of(world.owner)
    client.get("/api/v1/session/")
    with django_assert_max_num_queries(12):
        client.post(MAKER, {"name": "made"}, HTTP_IDEMPOTENCY_KEY="key-9")


@pytest.mark.django_db(transaction=True)
def test_of_concurrent_twins_one_works_and_the_other_gets_its_answer(django_user_model, monkeypatch):
    monkeypatch.setattr(Maker, "pause", 0.3)
    user = django_user_model.objects.create_user("twin@a.example", "the horse is correct")
    answers, together = [], threading.Barrier(4)
    clients = [client_of(user) for _ in range(4)]

    def send(client) -> None:
        together.wait()
        try:
            answers.append(client.post(MAKER, {"name": "made"}, HTTP_IDEMPOTENCY_KEY="twin"))
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.status_code for answer in answers] == [201] * 4
    assert len({answer.content for answer in answers}) == 1
    assert sum("Idempotency-Replayed" in answer.headers for answer in answers) == 3
    assert made() == 1
