"""Sessions: one's own list with devices, ended from elsewhere, ended by a new password and by blocking."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.cached_db import KEY_PREFIX
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.utils import timezone

from cms.accounts import activity
from cms.accounts.events import SessionRevoked
from cms.accounts.services import user_block, user_unblock
from cms.accounts.sessions import forget_ended
from tests.cms.accounts.person import FIREFOX, PASSWORD, PASSWORD_CHANGE, SESSION, SESSIONS, signed_in, who
from tests.world import client_of

OWNER = "owner@a.example"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1"


@pytest.fixture
def pair(world):
    return signed_in(OWNER, agent=FIREFOX), signed_in(OWNER, agent=SAFARI)


def listed(client) -> list[dict]:
    answer = client.get(SESSIONS)
    assert answer.status_code == 200
    return answer.json()["data"]


def test_lists_ones_own_with_device_address_and_time(pair, world):
    signed_in("head@a.example")
    _computer, telephone = pair
    found = {row["device"]: row for row in listed(telephone)}
    assert set(found) == {"Firefox · Windows", "Safari · iPhone"}
    assert [row["is_current"] for row in (found["Safari · iPhone"], found["Firefox · Windows"])] == [True, False]
    assert {row["ip"] for row in found.values()} == {"127.0.0.1"}
    assert all(row["last_seen_at"] for row in found.values())


def test_an_ended_session_is_refused_at_its_next_request(pair, told, world):
    computer, telephone = pair
    (other,) = [row["id"] for row in listed(telephone) if not row["is_current"]]
    answer = telephone.delete(SESSIONS, {"sessions": [other]})
    assert [row["is_current"] for row in answer.json()["data"]] == [True]
    assert computer.get("/api/v1/ordering/orders/").status_code == 401
    assert who(telephone) == OWNER
    assert SessionRevoked(world.owner.pk, world.owner.pk, "Firefox · Windows", "127.0.0.1") in told


def test_nobody_ends_anothers_session(pair, world):
    stranger = signed_in("stranger@b.example")
    theirs = [row["id"] for row in listed(pair[0])]
    answer = stranger.delete(SESSIONS, {"sessions": theirs})
    assert answer.status_code == 400
    assert [who(client) for client in pair] == [OWNER, OWNER]


def test_ending_this_one_too_signs_out(pair):
    computer, _telephone = pair
    answer = computer.delete(SESSIONS, {"sessions": [row["id"] for row in listed(computer)]})
    assert answer.status_code == 401
    assert [who(client) for client in pair] == [None, None]


def test_signing_out_takes_it_off_the_list(pair):
    computer, telephone = pair
    computer.delete(SESSION)
    assert [row["device"] for row in listed(telephone)] == ["Safari · iPhone"]


def test_a_new_password_ends_the_others(pair, told):
    computer, _telephone = pair
    body = {"current_password": PASSWORD, "new_password": "quite another horse"}
    assert computer.post(PASSWORD_CHANGE, body).status_code == 200
    assert [who(client) for client in pair] == [OWNER, None]
    assert [row["device"] for row in listed(computer)] == ["Firefox · Windows"]


def test_blocking_ends_them_for_good(pair, world):
    user_block(user=world.owner)
    user_unblock(user=world.owner)
    assert [who(client) for client in pair] == [None, None]
    assert not UserSession.objects.filter(user=world.owner).exists()


def test_a_guest_has_none(world):
    assert client_of().get(SESSIONS).status_code == 401


def test_last_seen_is_written_once_a_minute(pair):
    computer, _telephone = pair
    row = UserSession.objects.get(session_key=computer.session.session_key)
    UserSession.objects.filter(pk=row.pk).update(last_seen_at=timezone.now() - timedelta(hours=1))
    who(computer)
    row.refresh_from_db()
    assert timezone.now() - row.last_seen_at > timedelta(minutes=59), "it has just signed in"
    a_minute_passes(computer.session.session_key)
    who(computer)
    row.refresh_from_db()
    assert timezone.now() - row.last_seen_at < timedelta(minutes=1)


def a_minute_passes(key: str) -> None:
    activity._looked_at.clear()
    cache.delete(f"session-seen:{key}")


def test_one_that_the_cache_still_knows_is_found_out_within_the_minute(pair, world):
    computer, telephone = pair
    key = computer.session.session_key
    remembered = cache.get(KEY_PREFIX + key)
    (other,) = [row["id"] for row in listed(telephone) if not row["is_current"]]
    telephone.delete(SESSIONS, {"sessions": [other]})
    cache.set(KEY_PREFIX + key, remembered)
    assert who(computer) == OWNER, "the cache was away when the session ended"
    a_minute_passes(key)
    assert who(computer) is None


def test_a_session_from_before_is_taken_into_the_list(world):
    client = client_of(world.owner)
    assert not UserSession.objects.exists()
    a_minute_passes(client.session.session_key)
    who(client)
    assert [row["is_current"] for row in listed(client)] == [True]


def test_listing_costs_the_same_for_one_and_for_many(pair, django_assert_max_num_queries):
    for _ in range(5):
        signed_in(OWNER)
    with django_assert_max_num_queries(3):
        assert len(listed(pair[0])) == 7


def test_old_ones_are_forgotten(pair):
    computer, _telephone = pair
    Session.objects.filter(session_key=computer.session.session_key).update(
        expire_date=timezone.now() - timedelta(days=1)
    )
    assert forget_ended() == 2
    assert UserSession.objects.count() == 1


def test_a_new_device_is_told_by_mail_once(world, worker_at_hand):
    signed_in(OWNER, agent=FIREFOX)
    assert not mail.outbox, "the first device is no news"
    for _ in range(2):
        signed_in(OWNER, agent=SAFARI)
    signed_in(OWNER, agent=FIREFOX.replace("140", "141"))
    (letter,) = mail.outbox
    assert letter.to == [OWNER]
    assert "Safari · iPhone" in letter.body
    assert "Safari · iPhone" in letter.alternatives[0][0]
