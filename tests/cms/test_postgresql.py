"""A kept connection that the server has ended is replaced before its first use, without asking the server."""

import psycopg
import pytest
from django.db import connection

pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL has a server")


@pytest.fixture
def kept(db):
    """A connection of one's own, as a web process keeps it between two requests."""
    own = connection.copy()
    with own.cursor() as cursor:
        cursor.execute("SELECT 1")
    _next_request(own)
    yield own
    own.close()


def test_a_good_connection_is_kept_and_nothing_is_asked(kept, monkeypatch):
    before = kept.connection
    with monkeypatch.context() as patched:
        patched.setattr(psycopg.Connection, "cursor", None)
        kept.close_if_health_check_failed()
    assert kept.connection is before


def test_an_ended_connection_is_replaced(kept):
    before = kept.connection
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [before.info.backend_pid])
        cursor.execute("SELECT pg_sleep(0.2)")
    with kept.cursor() as cursor:
        cursor.execute("SELECT 2")
        assert cursor.fetchone() == (2,)
    assert kept.connection is not before


def test_nothing_is_compiled(kept):
    with kept.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)


def test_after_an_error_the_server_is_asked(kept):
    kept.errors_occurred = True
    assert kept.is_usable()
    kept.connection.close()
    assert not kept.is_usable()


def _next_request(own) -> None:
    own.health_check_enabled, own.health_check_done = True, False
