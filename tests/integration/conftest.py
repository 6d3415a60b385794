"""A simulated 1C base beside the portal: real HTTP, the real database, Celery's tasks called as functions."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from integration import loading
from integration.models import LoadRun
from integration.simulator.testing import Simulator, running_simulator


@pytest.fixture(scope="session")
def base() -> Iterator[Simulator]:
    """One base for all tests of a worker; ask for `onec` instead."""
    with running_simulator() as running:
        yield running


@pytest.fixture
def onec(base: Simulator, settings) -> Iterator[Simulator]:
    """The base as it was seeded, which the portal's settings point to. Faults and edits end with the test."""
    base.heal()
    base.reset()
    settings.ONEC_URL = base.base_url
    settings.ONEC_USER, settings.ONEC_PASSWORD = base.auth
    yield base
    base.heal()


@pytest.fixture
def pull(onec: Simulator, db) -> Callable[..., dict[str, LoadRun]]:
    """pull("clients", kind="full") → entity → what its load did; what goes wrong is raised."""

    def load(*names: str, kind: str | None = None) -> dict[str, LoadRun]:
        runs = {}
        for entity, run, error in loading.load(names, kind):
            if error is not None:
                raise error
            runs[entity.name] = run
        return runs

    return load


@pytest.fixture
def admin_of() -> Callable[..., Client]:
    """admin_of(user) → a browser of the Wagtail admin with the user signed in, in English by default."""

    def signed_in(user, language: str = "en") -> Client:
        client = Client(headers={"accept-language": language})
        client.force_login(user)
        return client

    return signed_in
