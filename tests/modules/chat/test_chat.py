"""Conversations: who takes part, what is queued for 1C, what is unread; a manager's words from 1C."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.realtime import publish
from integration.loading.handling import handle_items
from integration.models import OutboxMessage, ParkedRow
from integration.regulation import get
from modules.chat.exchange import message_from_onec, message_payload
from modules.chat.models import Chat, ChatReader, Message
from tests.factories import talks
from tests.world import client_of

pytestmark = pytest.mark.django_db

CHATS = "/api/v1/chat/chats/"


def kept() -> tuple:
    tables = (Chat, Message, ChatReader, OutboxMessage)
    return tuple(list(table.objects.order_by("pk").values()) for table in tables)


def write(user, chat, text: str = "When will it come?", key: str = ""):
    headers = {"Idempotency-Key": key or str(uuid4())}
    return client_of(user).post(f"{CHATS}{chat.pk}/messages/", {"text": text}, headers=headers)


def listed(user, **query) -> list[dict]:
    return client_of(user).get(CHATS, query).json()["results"]


def item(key, version: int, world, **data) -> dict:
    told = {
        "chat": str(uuid4()), "partner": str(world.partner_a.ref), "text": "Tomorrow", "order": None,
        "author": {"kind": "manager", "name": "Ivan", "email": "ivan@onec.example"},
        "sent_at": "2026-11-03T10:00:00+05:00", "portal_version": None, **data,
    }  # fmt: skip
    return {"id": str(key), "version": version, "deleted": False, "data": told}


def test_a_client_opens_their_conversation_once(world):
    client = client_of(world.owner)
    first = client.post(CHATS, {"partner": world.partner_a.pk})
    again = client_of(world.head).post(CHATS, {"partner": world.partner_a.pk})
    assert first.status_code == again.status_code == 200
    assert first.json()["id"] == again.json()["id"]
    assert Chat.objects.count() == 1


def test_a_foreign_conversation_is_neither_opened_nor_seen_nor_written_into(world):
    chat = talks.chat(world.partner_b)
    before = kept()
    client = client_of(world.owner)
    assert client.post(CHATS, {"partner": world.partner_b.pk}).status_code == 400
    assert client.get(f"{CHATS}{chat.pk}/messages/").status_code == 404
    assert client.post(f"{CHATS}{chat.pk}/read/").status_code == 404
    assert write(world.owner, chat).status_code == 404
    assert write(world.admin, chat).status_code == 403
    assert kept() == before and listed(world.owner) == []


def test_both_sides_write_and_1c_is_told_of_both(world):
    chat = talks.chat(world.partner_a)
    asked, answered = write(world.owner, chat), write(world.service_limited, chat, "Tomorrow")
    assert (asked.status_code, answered.status_code) == (201, 201)
    assert (asked.json()["side"], answered.json()["side"]) == ("client", "manager")
    assert asked.json()["exchange"]["state"] == "waiting" and asked.json()["mine"]
    assert OutboxMessage.objects.filter(topic="messages").count() == 2
    payload = message_payload(Message.objects.get(text="Tomorrow").pk)
    assert payload["author"]["email"] == world.service_limited.email
    assert (payload["chat"], payload["partner"]) == (str(chat.pk), str(world.partner_a.ref))


def test_a_repeat_writes_nothing(world):
    chat = talks.chat(world.partner_a)
    assert write(world.owner, chat, key="one").json() == write(world.owner, chat, key="one").json()
    assert Message.objects.count() == 1


@pytest.mark.parametrize("text", ["", "   ", "x" * 4001])
def test_what_cannot_be_a_message_is_not_kept(world, text):
    chat = talks.chat(world.partner_a)
    before = kept()
    assert write(world.owner, chat, text).status_code == 400
    assert kept() == before


def test_unread_goes_by_when_the_portal_got_to_know_it(world):
    chat = talks.chat(world.partner_a)
    talks.message(chat, world.owner)
    unread = "/api/v1/chat/unread/"
    assert client_of(world.owner).get(unread).json() == {"unread": 0}  # one's own is read
    assert client_of(world.head).get(unread).json() == {"unread": 1}
    assert client_of(world.head).post(f"{CHATS}{chat.pk}/read/").status_code == 204
    assert [row["unread"] for row in listed(world.head)] == [0]
    talks.message(chat, text="late", sent_at=timezone.now() - timedelta(days=2))
    assert [row["unread"] for row in listed(world.head)] == [1]
    assert client_of(world.stranger).get(unread).json() == {"unread": 0}


def test_lists_are_the_readers_own_and_cost_the_same_whatever_their_length(world):
    for partner in (world.partner_a, world.partner_b):
        talks.message(talks.chat(partner), text=f"of {partner}")
    assert [row["last_text"] for row in listed(world.colleague)] == ["of Astana Trade"]
    assert [row["last_text"] for row in listed(world.service_limited)] == ["of Astana Trade"]
    assert [row["partner"]["name"] for row in listed(world.service_full, search="bish")] == ["Bishkek Trade"]
    counts = []
    for size in (1, 2):
        with CaptureQueriesContext(connection) as captured:
            assert len(listed(world.service_full, page_size=size)) == size
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_whom_a_client_may_speak_for(world):
    found = client_of(world.owner).get("/api/v1/chat/partners/").json()["partners"]
    assert [partner["id"] for partner in found] == [world.partner_a.pk]


def test_words_of_a_manager_in_1c_appear_in_the_clients_conversation(
    world, monkeypatch, django_capture_on_commit_callbacks
):
    sent: list = []
    monkeypatch.setattr(publish, "send", lambda users, type, data: sent.append((set(users), type)))
    chat = talks.chat(world.partner_a)
    with django_capture_on_commit_callbacks(execute=True):
        assert message_from_onec(item=item(uuid4(), 3, world))
    message = Message.objects.get()
    assert (message.chat, message.author, message.author_name, message.author_kind) == (chat, None, "Ivan", "manager")
    people = ("owner", "colleague", "head", "service_full", "service_limited", "admin")
    assert sent == [({getattr(world, name).pk for name in people}, "message")]


def test_a_conversation_that_1c_began_is_made_with_its_key(world):
    key = uuid4()
    message_from_onec(item=item(uuid4(), 3, world, chat=str(key)))
    message_from_onec(item=item(uuid4(), 4, world, chat=str(key), text="And more"))
    assert [chat.pk for chat in Chat.objects.all()] == [key]
    assert Message.objects.count() == 2


def test_1c_cannot_put_words_into_another_clients_conversation(world):
    foreign = talks.chat(world.partner_b)
    message_from_onec(item=item(uuid4(), 3, world, chat=str(foreign.pk)))
    assert not foreign.messages.exists()
    assert Message.objects.get().chat.partner == world.partner_a


def test_the_portals_texts_are_never_overwritten(world):
    message = talks.message(talks.chat(world.partner_a), world.owner, "as I wrote it")
    assert not message_from_onec(item=item(message.pk, 9, world, text="as 1C would have it", portal_version=1))
    message.refresh_from_db()
    assert (message.text, message.author_name) == ("as I wrote it", world.owner.name)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.lists(st.sampled_from([1, 2, 3]), min_size=1, max_size=9))
def test_in_any_order_each_message_is_there_once(world, order):
    keys, chat = {number: uuid4() for number in (1, 2, 3)}, talks.chat(world.partner_a, order=uuid4())
    for number in order:
        message_from_onec(item=item(keys[number], number, world, chat=str(chat.pk), text=f"number {number}"))
    assert {message.text for message in chat.messages.all()} == {f"number {number}" for number in set(order)}
    assert chat.messages.count() == len(set(order))


@pytest.mark.parametrize("wrong", [{"text": ""}, {"author": {"kind": "robot"}}, {"sent_at": "soon"}, {"partner": None}])
def test_what_cannot_be_read_is_parked_and_the_rest_goes_through(world, wrong):
    outcome = handle_items(get("messages"), [item(uuid4(), 1, world, **wrong), item(uuid4(), 2, world)])
    assert (outcome.parked, outcome.changed) == (1, 1)
    assert Message.objects.count() == ParkedRow.objects.count() == 1
