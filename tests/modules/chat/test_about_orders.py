"""Conversations about one order: among those who see the order, beside the client's own conversation."""

from uuid import uuid4

import pytest

from cms.realtime import publish
from modules.chat.exchange import message_from_onec, message_payload
from modules.chat.models import Chat, Message
from tests.factories import talks
from tests.modules.chat.test_chat import CHATS, item, kept, listed, write
from tests.world import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(world):
    return world.owners_order


@pytest.fixture
def about(world, order) -> Chat:
    return talks.chat(world.partner_a, order=order.pk)


def opened(user, order):
    return client_of(user).post(CHATS, {"order": str(order.pk)})


def test_it_is_opened_once_by_whoever_sees_the_order(world, order):
    first, again = opened(world.owner, order), opened(world.service_limited, order)
    assert first.status_code == again.status_code == 200
    told = first.json()
    assert (told["id"], told["order"], told["order_number"]) == (again.json()["id"], str(order.pk), order.number)
    assert told["partner"]["id"] == world.partner_a.pk
    assert Chat.objects.get().order == order.pk


def test_what_is_written_reaches_1c_with_the_order(world, order, about):
    assert write(world.owner, about).status_code == 201
    payload = message_payload(Message.objects.get().pk)
    assert (payload["order"], payload["chat"]) == (str(order.pk), str(about.pk))


@pytest.mark.parametrize("person", ["colleague", "stranger"])
def test_it_is_closed_to_who_does_not_see_the_order(world, order, about, person):
    """The colleague works for the same client, but does not see what others ordered."""
    talks.message(about, world.owner)
    user, before = getattr(world, person), kept()
    assert opened(user, order).status_code == 400
    assert client_of(user).get(f"{CHATS}{about.pk}/messages/").status_code == 404
    assert write(user, about).status_code == 404
    assert client_of(user).post(f"{CHATS}{about.pk}/read/").status_code == 404
    assert listed(user) == [] and client_of(user).get("/api/v1/chat/unread/").json() == {"unread": 0}
    assert kept() == before


def test_who_sees_all_orders_but_does_not_write_opens_nothing(world, order):
    assert opened(world.admin, order).status_code == 403
    assert not Chat.objects.exists()


@pytest.mark.parametrize("asked", [{}, {"partner": 1, "order": str(uuid4())}, {"order": str(uuid4())}, {"order": "x"}])
def test_it_is_about_either_a_client_or_an_order_that_is_there(world, asked):
    assert client_of(world.owner).post(CHATS, asked).status_code == 400
    assert not Chat.objects.exists()


def test_it_is_found_by_its_order(world, order, about):
    general = talks.chat(world.partner_a)
    assert {row["id"] for row in listed(world.owner)} == {str(about.pk), str(general.pk)}
    assert [row["id"] for row in listed(world.owner, order=str(order.pk))] == [str(about.pk)]
    assert [row["id"] for row in listed(world.owner, search=order.number)] == [str(about.pk)]
    assert client_of(world.owner).get(CHATS, {"order": "x"}).status_code == 400


def test_what_1c_says_of_an_order_the_portal_does_not_have_is_not_lost(world):
    message_from_onec(item=item(uuid4(), 3, world, order=str(uuid4())))
    assert [row["last_text"] for row in listed(world.colleague)] == ["Tomorrow"]


def test_1c_answers_in_the_orders_conversation_and_only_who_sees_it_hears(
    world, order, about, monkeypatch, django_capture_on_commit_callbacks
):
    sent: list = []
    monkeypatch.setattr(publish, "send", lambda users, type, data: sent.append((set(users), data["chat"])))
    with django_capture_on_commit_callbacks(execute=True):
        message_from_onec(item=item(uuid4(), 3, world, order=str(order.pk)))
    people = ("owner", "head", "service_full", "service_limited", "admin")
    assert sent == [({getattr(world, name).pk for name in people}, str(about.pk))]
