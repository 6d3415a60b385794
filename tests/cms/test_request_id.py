"""The id of a request goes with the tasks that it causes, over a real broker and a real worker."""

import pytest
from celery import Celery
from celery.contrib.testing.worker import start_worker

import cms.celery  # noqa: F401  (what is tested)
from cms import request_id


@pytest.fixture
def heard(valkey):
    """heard() → the ids under which the task ran, in order; asked for by `ask`."""
    app = Celery("a portal", broker=valkey, set_as_current=False)
    app.conf.broker_transport_options = {"global_keyprefix": "test-ids-"}
    ran = []

    @app.task(name="note")
    def note() -> None:
        ran.append(request_id.current())

    with start_worker(app, pool="solo", perform_ping_check=False, shutdown_timeout=20):
        yield note, ran


def test_a_task_goes_by_the_request_that_called_for_it(heard):
    from cms.processes.readiness import wait_until

    note, ran = heard
    with request_id.of("a-request-of-the-web"):
        note.delay()
    wait_until(lambda: len(ran) == 1, 10, "the first task")
    request_id.go_on_for("")  # nobody's: whatever ran in this thread before
    own = note.delay()
    wait_until(lambda: len(ran) == 2, 10, "the second task")
    assert ran == ["a-request-of-the-web", own.id]
