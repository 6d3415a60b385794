"""The newest messages are kept as they are written: never older than what is committed, never for who may not read."""

from uuid import uuid4

import pytest
import redis
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from integration.cache import counts_of
from modules.chat import remembered
from modules.chat.exchange import message_from_onec
from modules.chat.models import Chat, Message
from modules.chat.services import message_write
from tests.factories import talks
from tests.modules.chat.test_chat import CHATS, item
from tests.world import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def chat(world, settings, valkey) -> Chat:
    settings.REDIS_URL = valkey
    redis.Redis.from_url(valkey).flushall()
    return talks.chat(world.partner_a)


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """committed(action, …): do it, then what follows its commit."""

    def commit(action, **given):
        with django_capture_on_commit_callbacks(execute=True):
            return action(**given)

    return commit


def texts(user, chat, **query) -> list[str]:
    return [row["text"] for row in client_of(user).get(f"{CHATS}{chat.pk}/messages/", query).json()["results"]]


def queries(user, chat, **query) -> int:
    """How many of a reading concern messages."""
    with CaptureQueriesContext(connection) as captured:
        texts(user, chat, **query)
    return sum(f'FROM "{Message._meta.db_table}"' in one["sql"] for one in captured)


def test_what_was_written_is_read_by_all_without_asking_the_database(world, chat, committed):
    committed(message_write, author=world.owner, chat=chat, text="first")
    committed(message_write, author=world.service_limited, chat=chat, text="second")
    assert [queries(user, chat) for user in (world.owner, world.head, world.service_full)] == [0, 0, 0]
    seen = {user: client_of(user).get(f"{CHATS}{chat.pk}/messages/").json() for user in (world.owner, world.head)}
    assert [row["text"] for row in seen[world.owner]["results"]] == ["second", "first"]
    assert [row["mine"] for row in seen[world.owner]["results"]] == [False, True]
    assert [row["mine"] for row in seen[world.head]["results"]] == [False, False]
    assert [row["exchange"]["state"] for row in seen[world.head]["results"]] == ["waiting", "waiting"]
    assert counts_of(remembered.CONVERSATIONS).misses == 0


def test_it_reads_the_same_as_the_database(world, chat, settings):
    for number in range(remembered.MOST + 5):
        talks.message(chat, world.owner, f"number {number}")
    page = f"{CHATS}{chat.pk}/messages/?page_size=7"
    kept = [client_of(world.owner).get(page).json() for _ in range(2)]
    assert kept[0]["count"] == remembered.MOST + 5
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    assert kept == [client_of(world.owner).get(page).json()] * 2
    assert len(texts(world.owner, chat, page_size=remembered.MOST + 1)) == remembered.MOST + 1


def test_held_or_not_a_stranger_reads_nothing(world, chat, committed):
    committed(message_write, author=world.owner, chat=chat, text="ours")
    assert texts(world.owner, chat) == ["ours"]
    assert client_of(world.stranger).get(f"{CHATS}{chat.pk}/messages/").status_code == 404


def test_words_of_1c_are_there_at_once_and_gone_when_it_withdraws_them(world, chat, committed):
    key = uuid4()
    committed(message_from_onec, item=item(key, 3, world))
    assert (texts(world.owner, chat), queries(world.owner, chat)) == (["Tomorrow"], 0)
    committed(message_from_onec, item={**item(key, 4, world), "deleted": True})
    assert (texts(world.owner, chat), queries(world.owner, chat)) == ([], 0)


def test_a_late_writer_puts_nothing_older_back(world, chat, committed):
    name = remembered.CONVERSATIONS.entry(chat.pk, "everybody")
    late = remembered._now(chat)
    committed(message_write, author=world.owner, chat=chat, text="newer")
    remembered.CONVERSATIONS._put(name, remembered.CONVERSATIONS.codec.dumps(late[0]), late[1], 0, writer="late")
    assert texts(world.owner, chat) == ["newer"]
    assert counts_of(remembered.CONVERSATIONS).late == 1


def test_what_is_rolled_back_was_never_said(world, chat, committed):
    committed(message_write, author=world.owner, chat=chat, text="said")

    def refused():
        with transaction.atomic():
            message_write(author=world.owner, chat=chat, text="unsaid")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        committed(refused)
    assert texts(world.owner, chat) == ["said"]


def test_without_redis_the_database_answers(world, chat, settings, committed):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    committed(message_write, author=world.owner, chat=chat, text="said")
    assert texts(world.owner, chat) == ["said"] and queries(world.owner, chat) > 0
