"""Calling a worker: cheap, and neither an error nor a long wait while the broker is away."""

import time

import pytest
from celery import Celery

from cms import broker

QUEUE = "of-this-test"


@pytest.fixture(autouse=True)
def not_silent(monkeypatch):
    monkeypatch.setattr(broker, "_silent_until", 0.0)


@pytest.fixture
def task_of():
    """task_of(url) → a task whose broker is there."""

    def make(url: str):
        app = Celery("a portal", broker=url, set_as_current=False)
        app.conf.broker_transport_options = {"global_keyprefix": "test-"}

        @app.task(name="work")
        def work(*args) -> None:
            """Never run here."""

        return work

    return make


def test_a_call_lies_in_the_queue_and_the_next_one_takes_the_same_connection(valkey, task_of, monkeypatch):
    import redis

    task, server = task_of(valkey), redis.Redis.from_url(valkey)
    assert broker.call(task, "a", queue=QUEUE)
    opened = server.info("stats")["total_connections_received"]
    assert all(broker.call(task, number, queue=QUEUE, expires=60) for number in range(5))
    assert server.info("stats")["total_connections_received"] == opened
    assert server.llen(f"test-{QUEUE}") == 6


def test_a_connection_that_has_died_is_replaced_without_a_word(valkey, task_of):
    import redis

    task, server = task_of(valkey), redis.Redis.from_url(valkey)
    assert broker.call(task, queue=QUEUE)
    server.client_kill_filter(_type="normal", skipme=True)
    assert broker.call(task, queue=QUEUE)


def test_an_absent_broker_is_soon_found_out_and_then_believed(task_of, caplog):
    task = task_of("redis://127.0.0.1:9/0")
    started = time.monotonic()
    assert not broker.call(task, "x", queue=QUEUE)
    assert time.monotonic() - started < 3
    assert "no worker was told of work" in caplog.text
    started = time.monotonic()
    assert not any(broker.call(task, "x", queue=QUEUE) for _ in range(100))
    assert time.monotonic() - started < 0.5
