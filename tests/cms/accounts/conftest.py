"""The worker at hand, and every fact that was published."""

import pytest

from cms import events
from cms.accounts import events as facts
from cms.accounts import second_factor


@pytest.fixture(autouse=True)
def nobody_is_remembered():
    second_factor.forget_all()


@pytest.fixture
def worker_at_hand():
    """The worker's tasks run as soon as they are sent."""
    from cms.celery import app

    app.conf.task_always_eager = True
    yield
    app.conf.task_always_eager = False


@pytest.fixture
def told(monkeypatch) -> list:
    """Facts of this app, in the order they were published; transactions of tests are never committed."""
    heard: list = []
    ours = {kind for kind in vars(facts).values() if isinstance(kind, type)}
    publish = events.publish
    monkeypatch.setattr(events, "publish", lambda fact: heard.append(fact) if type(fact) in ours else publish(fact))
    return heard
