"""What every answer says to the browser, and the id that a request leaves in the log."""

import logging

import pytest

from cms.request_id import JsonFormatter, RequestIdFilter, current
from tests.world import client_of


def policy(answer) -> dict[str, str]:
    parts = answer.headers["Content-Security-Policy"].split("; ")
    return dict(part.split(" ", 1) for part in parts)


def test_pages_run_scripts_of_their_own_files_only(db):
    found = policy(client_of().get("/api/v1/docs/"))
    assert found["script-src"] == "'self'"
    assert found["object-src"] == "'none'"
    assert found["connect-src"] == "'self' http://localhost:8001"
    assert "unsafe-eval" not in str(found)


def test_what_is_no_page_may_do_nothing(db):
    assert policy(client_of().get("/api/v1/session/"))["default-src"] == "'none'"


def test_the_admin_may_run_the_scripts_it_has_in_its_pages(db):
    assert policy(client_of().get("/admin/login/"))["script-src"] == "'self' 'unsafe-inline'"


@pytest.mark.parametrize("path", ["/api/v1/session/", "/admin/login/", "/api/v1/nowhere/"])
def test_every_answer_is_guarded(db, path):
    headers = client_of().get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_the_session_cookie_is_for_the_browser_alone(world):
    client = client_of()
    client.post("/api/v1/auth/browser/v1/auth/login", {"email": "owner@a.example", "password": "the horse is correct"})
    cookie = client.cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_a_request_id_goes_in_and_out(db):
    assert (
        client_of().get("/healthz", HTTP_X_REQUEST_ID="from-the-proxy-1").headers["X-Request-ID"] == "from-the-proxy-1"
    )
    assert current() == "from-the-proxy-1"


@pytest.mark.parametrize("given", ["", "short", "has space in it", "x" * 65, "line\nbreak123"])
def test_a_strange_request_id_is_replaced(db, given):
    own = client_of().get("/healthz", HTTP_X_REQUEST_ID=given).headers["X-Request-ID"]
    assert own != given
    assert len(own) == 32


def test_a_line_of_the_log_is_one_json_object(db):
    client_of().get("/healthz", HTTP_X_REQUEST_ID="in-the-log-1")
    record = logging.LogRecord("cms", logging.INFO, __file__, 1, "said %s", ("so",), None)
    RequestIdFilter().filter(record)
    line = JsonFormatter().format(record)
    assert '"request_id":"in-the-log-1"' in line
    assert '"message":"said so"' in line
    assert "\n" not in line
