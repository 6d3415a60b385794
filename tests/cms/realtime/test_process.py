"""The event stream as a browser meets it: a real process, a real Valkey, sessions in the test's database."""

import threading
import time

import httpx
import pytest
from django.contrib.sessions.models import Session

from cms.accounts.services import user_block
from cms.processes.ports import free_port
from cms.processes.valkey import password
from cms.realtime import publish
from cms.realtime.publish import send
from tests.cms.realtime.streams import ORIGIN, opened, serving
from tests.conftest import running_valkey


def test_an_event_reaches_its_user_and_nobody_else(streams, person, stranger):
    with opened(streams, person.session) as mine, opened(streams, stranger.session) as theirs:
        assert mine.next().type == theirs.next().type == "hello"
        send([person.pk], "order", {"number": "A-1"})
        send([stranger.pk], "order", {"number": "B-1"})
        assert mine.next().data == '{"number":"A-1"}'
        assert theirs.next().data == '{"number":"B-1"}'


def test_all_windows_of_one_user_hear_it(streams, person):
    key = person.session
    with opened(streams, key) as one, opened(streams, key) as two:
        one.next(), two.next()
        send([person.pk], "order", {"n": 1})
        assert one.next().data == two.next().data == '{"n":1}'


def test_what_was_missed_while_away_arrives_on_return(streams, person):
    key = person.session
    with opened(streams, key) as stream:
        last = stream.next().id  # nothing has ever happened
    for number in range(30):
        send([person.pk], "order", {"n": number})
    with opened(streams, key, last=last) as stream:
        assert stream.next().type == "hello"
        first = [stream.next() for _ in range(10)]
    with opened(streams, key, last=first[-1].id) as stream:
        stream.next()
        rest = [stream.next() for _ in range(20)]
    assert [event.data for event in first + rest] == [f'{{"n":{number}}}' for number in range(30)]


def test_nothing_is_lost_or_doubled_while_events_keep_coming(streams, person):
    key, wanted = person.session, 200

    def write():
        for number in range(wanted):
            send([person.pk], "order", {"n": number})
            time.sleep(0.002)

    with opened(streams, key) as stream:
        last, got = stream.next().id, []
    writer = threading.Thread(target=write)
    writer.start()
    while len(got) < wanted:
        with opened(streams, key, last=last) as stream:
            assert stream.next().type == "hello"
            for _ in range(min(7, wanted - len(got))):
                event = stream.next()
                got.append(event.data)
                last = event.id
    writer.join()
    assert got == [f'{{"n":{number}}}' for number in range(wanted)]


@pytest.mark.parametrize("last", ["nonsense", "00000000.1-1", "99999999999999999999"])
def test_an_unknown_id_is_told_to_fetch_everything(streams, person, last):
    with opened(streams, person.session, last=last) as stream:
        assert [stream.next().type, stream.next().type] == ["hello", "reset"]


def test_an_id_that_was_trimmed_away_is_told_to_fetch_everything(streams, person):
    key = person.session
    with opened(streams, key) as stream:
        last = stream.next().id
    for number in range(1500):
        send([person.pk], "order", {"n": number})
    with opened(streams, key, last=last) as stream:
        assert [stream.next().type, stream.next().type] == ["hello", "reset"]


def test_a_flushed_redis_is_told_to_open_and_to_returning_streams(streams, person, redis_url):
    key = person.session
    with opened(streams, key) as stream:
        last = stream.next().id
        publish._client(redis_url).flushall()
        send([person.pk], "order", {"n": 1})
        assert {stream.next().type, stream.next().type} == {"reset", "order"}
    with opened(streams, key, last=last) as stream:
        assert [stream.next().type, stream.next().type] == ["hello", "reset"]


@pytest.mark.parametrize("key", [None, "", "abcdefghijklmnopqrstuvwxyz012345"])
def test_a_guest_is_refused(streams, key):
    with opened(streams, key) as stream:
        assert stream.response.status_code == 401
        assert stream.response.headers["content-type"] == "application/problem+json"


def test_a_foreign_page_is_refused(streams, person):
    headers = {"Origin": "https://evil.example", "Cookie": f"sessionid={person.session}"}
    answer = httpx.get(f"{streams}/events", headers=headers, trust_env=False)
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers


def test_the_portals_own_page_may_read_with_its_cookie(streams, person):
    with opened(streams, person.session) as stream:
        headers = stream.response.headers
    assert headers["access-control-allow-origin"] == ORIGIN
    assert headers["access-control-allow-credentials"] == "true"
    assert headers["cache-control"] == "no-store"
    asked = httpx.options(f"{streams}/events", headers={"Origin": ORIGIN}, trust_env=False)
    assert asked.status_code == 204
    assert "Last-Event-ID" in asked.headers["access-control-allow-headers"]


def test_who_signs_out_is_cut_off(streams, person):
    with opened(streams, person.session) as stream:
        stream.next()
        Session.objects.filter(session_key=person.session).delete()
        assert stream.ended()


def test_who_is_blocked_is_cut_off(streams, person):
    with opened(streams, person.session) as stream:
        stream.next()
        user_block(user=person.user)
        assert stream.ended()


def test_an_idle_stream_shows_signs_of_life_and_stays(streams, person):
    with opened(streams, person.session) as stream:
        stream.next()
        assert [stream.next_line() for _ in range(4)] == [": keep-alive"] * 4


def test_streams_outlive_a_killed_redis(transactional_db, settings, person, tmp_path):
    port = free_port()
    settings.REDIS_URL = url = f"redis://:{password(tmp_path)}@127.0.0.1:{port}/0"
    with (
        running_valkey(tmp_path, port) as server,
        serving(url) as (base, _process),
        opened(base, person.session, timeout=30) as stream,
    ):
        stream.next()
        send([person.pk], "order", {"n": 1})
        last = stream.next()
        time.sleep(1.2)  # Valkey writes its file every second
        server.kill()
        server.wait()
        send([person.pk], "order", {"n": 2})  # lost, and said so
        with running_valkey(tmp_path, port):
            assert stream.until("reset")
            send([person.pk], "order", {"n": 3})
            assert stream.until("order").data == '{"n":3}'
            with opened(base, person.session, last=last.id) as returned:
                assert returned.until("reset")
                assert returned.until("order").data == '{"n":3}'


def test_closes_promptly_on_shutdown(transactional_db, redis_url, person):
    with serving(redis_url) as (base, process), opened(base, person.session) as stream:
        stream.next()
        process.terminate()
        stopping = time.monotonic()
        assert stream.ended()
        process.wait(5)
    assert time.monotonic() - stopping < 5
