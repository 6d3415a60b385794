"""One real process for the whole module, with people whose rows other processes can see."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session

from tests.cms.realtime.streams import serving
from tests.factories import accounts
from tests.world import client_of

QUICK = {"EVENTS_HEARTBEAT_SECONDS": "0.3", "EVENTS_RECHECK_SECONDS": "0.5"}


class Person(NamedTuple):
    user: object
    session: str

    @property
    def pk(self) -> int:
        return self.user.pk


@pytest.fixture(scope="module")
def transactional_db(django_db_setup, django_db_blocker) -> Iterator[None]:
    """pytest-django's fixture, for a whole module: what is written is seen by other processes until its end."""
    with django_db_blocker.unblock():
        yield
        django_db_setup()


@pytest.fixture(scope="module")
def redis_url(valkey) -> Iterator[str]:
    """A Valkey that this process's `send()` writes to as well."""
    usual, settings.REDIS_URL = settings.REDIS_URL, valkey
    yield valkey
    settings.REDIS_URL = usual


@pytest.fixture(scope="module")
def streams(transactional_db, redis_url) -> Iterator[str]:
    """Address of a real process with the event streams."""
    with serving(redis_url, **QUICK) as (base, _process):
        yield base


@pytest.fixture
def person(transactional_db) -> Iterator[Person]:
    yield from _somebody()


@pytest.fixture
def stranger(transactional_db) -> Iterator[Person]:
    yield from _somebody()


def _somebody() -> Iterator[Person]:
    user = accounts.user()
    key = client_of(user).session.session_key
    yield Person(user, key)
    Session.objects.filter(session_key=key).delete()
    user.delete()
