"""What every test may ask for: the people, a clean memory of access, a private Valkey."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase
from xdist.scheduler import LoadFileScheduling

from cms import broker
from cms.access import holder
from cms.processes import valkey as valkey_server
from cms.processes.ports import free_port
from cms.processes.private_database import TESTS, copied_database, copy_database, with_database
from cms.processes.readiness import answers, wait_until
from cms.realtime import publish
from tests.world import World

OF_REAL_PROCESSES = ("tests/chaos/", "tests/processes/", "tests/e2e/", "tests/cms/processes/", "tests/cms/realtime/")
ON_THE_STAGE = ("tests/chaos/", "tests/processes/")
SLOW_TO_START = (*OF_REAL_PROCESSES, "tests/architecture/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What depends on the clock of a busy machine may try again; a defect fails every time, and reruns are reported.

    What waits for processes begins first, so that no worker is left alone with it at the end.
    """
    for item in items:
        real = item.nodeid.startswith(OF_REAL_PROCESSES)
        item.add_marker(pytest.mark.flaky(reruns=2 if real else 1))
    items.sort(key=lambda item: not item.nodeid.startswith(SLOW_TO_START))


class OneStage(LoadFileScheduling):
    """A file is run by one worker, which makes its fixtures once; all files that use the stage by the same worker."""

    def _split_scope(self, nodeid: str) -> str:
        return "the stage" if nodeid.startswith(ON_THE_STAGE) else super()._split_scope(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log) -> OneStage:
    config.option.loadscopereorder = False  # in the order of above, not the files with most tests first
    return OneStage(config, log)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment, django_db_blocker, django_db_modify_db_settings
) -> Iterator[Callable[[], None]]:
    """The tests' database is a copy of the migrated template, and is so again after a test that commits.

    In the place of pytest-django's, which migrates in every process; and of a flush, which would leave the next test
    without what migrations ship, and takes longer. Gives what makes the copy anew.
    """
    name = connection.settings_dict["TEST"]["NAME"]
    url = f"sqlite:///{name}" if connection.vendor == "sqlite" else with_database(os.environ["DATABASE_URL"], name)

    def copy_again() -> None:
        connection.close()
        copy_database(url, TESTS)

    with copied_database(url, TESTS), pytest.MonkeyPatch.context() as patched:
        patched.setitem(connection.settings_dict, "NAME", name)
        patched.setattr(TransactionTestCase, "_fixture_teardown", lambda _test_case: copy_again())
        yield copy_again
        with django_db_blocker.unblock():
            connection.close()


@pytest.fixture(autouse=True)
def forgotten_access() -> Iterator[None]:
    """The database is rolled back under the process's caches, so they are emptied with it."""
    holder.forget_all()
    cache.clear()
    yield
    holder.forget_all()


@pytest.fixture(autouse=True)
def no_redis_missed(monkeypatch) -> None:
    """What the process found out about Redis in one test is nothing to the next."""
    monkeypatch.setattr(publish, "_missed", False)
    monkeypatch.setattr(broker, "_silent_until", 0.0)


@pytest.fixture
def world(db) -> World:
    """The people of `tests.world`, in the test's own transaction."""
    return World()


@contextmanager
def running_valkey(folder: Path, port: int) -> Iterator[subprocess.Popen]:
    """The portal's private Valkey as a process of its own, ended with the block."""
    command = [sys.executable, "-I", valkey_server.__file__, "--data", str(folder), "--port", str(port)]
    process = subprocess.Popen(command)
    try:
        url = f"redis://:{valkey_server.password(folder)}@127.0.0.1:{port}/0"
        wait_until(lambda: answers(url), 15, "Valkey")
        yield process
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="session")
def valkey(tmp_path_factory) -> Iterator[str]:
    """URL of a Valkey that this test process alone uses."""
    folder, port = tmp_path_factory.mktemp("valkey"), free_port()
    with running_valkey(folder, port):
        yield f"redis://:{valkey_server.password(folder)}@127.0.0.1:{port}/0"
