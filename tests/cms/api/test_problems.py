"""Every refusal is a problem with a stable code, in the caller's language, and nothing has changed."""

import pytest
from django.contrib.auth.models import Group

from tests.world import PortalClient, client_of

ROOT = "/api/v1/test"


def problem(answer, status, code):
    assert answer.headers["Content-Type"] == "application/problem+json", answer.content
    body = answer.json()
    assert (answer.status_code, body["status"], body["code"]) == (status, status, code)
    assert body["type"] == f"urn:kabinet:problem:{code}"
    assert body["title"]
    assert body["detail"]
    return body


def test_wrong_values_are_named_by_path(world):
    body = {"name": "x", "lines": [{"quantity": "1"}, {"quantity": "many"}]}
    found = problem(client_of(world.owner).post(f"{ROOT}/echo/", body), 400, "invalid")
    assert found["errors"] == {"lines.1.quantity": ["A valid number is required."]}


def test_messages_are_in_the_callers_language(world):
    body = {"lines": []}
    found = problem(client_of(world.owner, language="ru").post(f"{ROOT}/echo/", body), 400, "invalid")
    assert found["errors"] == {"name": ["Требуется заполнить это поле."]}


def test_an_error_of_the_whole_body(world):
    found = problem(client_of(world.owner).post(f"{ROOT}/echo/", [1]), 400, "invalid")
    assert list(found["errors"]) == ["non_field_errors"]


def test_a_wrong_value_from_a_model(world):
    found = problem(client_of().get(f"{ROOT}/refusing/django/"), 400, "invalid")
    assert found["errors"] == {"name": ["No."]}


@pytest.mark.parametrize("body", [b"{", b'{"name": NaN}', b'{"name": "\\ud800"}', b"\xff"])
def test_what_is_no_json_is_refused(world, body):
    answer = client_of(world.owner).generic("POST", f"{ROOT}/echo/", body, content_type="application/json")
    problem(answer, 400, "parse_error")


def test_other_media_types_are_refused(world):
    answer = client_of(world.owner).generic("POST", f"{ROOT}/echo/", b"a=1", content_type="text/plain")
    problem(answer, 415, "unsupported_media_type")


def test_a_body_past_the_limit_is_refused(world, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    answer = client_of(world.owner).post(f"{ROOT}/echo/", {"name": "x" * 200})
    problem(answer, 413, "too_large")


def test_a_guest_is_told_to_sign_in(world):
    answer = client_of().post(f"{ROOT}/by-method/", {})
    problem(answer, 401, "not_authenticated")
    assert answer.headers["WWW-Authenticate"] == "Session"
    assert not Group.objects.filter(name="made").exists()


def test_a_user_without_the_right_is_told_which(world):
    found = problem(client_of(world.service_full).post(f"{ROOT}/by-method/", {}), 403, "permission_denied")
    assert found["permission"] == "ordering.place_order"
    assert "Place orders" in found["detail"]
    assert not Group.objects.filter(name="made").exists()


def test_permission_goes_by_method(world):
    assert client_of(world.service_full).get(f"{ROOT}/by-method/").status_code == 200
    assert client_of(world.owner).post(f"{ROOT}/by-method/", {}).status_code == 201
    problem(client_of(world.owner).delete(f"{ROOT}/by-method/"), 405, "method_not_allowed")


def test_a_right_refused_deep_inside(world):
    found = problem(client_of(world.service_full).get(f"{ROOT}/refusing/refused/"), 403, "permission_denied")
    assert found["permission"] == "ordering.place_order"


def test_a_conflict_shows_the_current_state(world):
    assert problem(client_of().get(f"{ROOT}/refusing/conflict/"), 409, "conflict")["current"] == {"version": 3}


def test_a_bug_is_a_problem_too_and_says_nothing_of_itself(world):
    client = client_of(raise_request_exception=False)
    found = problem(client.get(f"{ROOT}/refusing/bug/"), 500, "error")
    assert "a bug" not in str(found)


@pytest.mark.parametrize("path", ["/api/v1/nowhere/", "/api/v1/ordering/nowhere", "/api/v1/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_address_that_is_not_there(world, path, method):
    problem(getattr(client_of(world.owner), method)(path), 404, "not_found")


def test_a_missing_csrf_token_has_a_code_of_its_own(world):
    client = client_of(world.owner, enforce_csrf_checks=True)
    problem(client.post(f"{ROOT}/by-method/", {}), 403, "csrf_failed")
    assert not Group.objects.filter(name="made").exists()


def test_too_many_requests(world, settings):
    settings.THROTTLES = {**settings.THROTTLES, "account": 2}
    client = client_of(world.owner)
    answers = [client.get(f"{ROOT}/numbers/") for _ in range(3)]
    problem(answers[-1], 429, "throttled")
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60
    assert client_of(world.head).get(f"{ROOT}/numbers/").status_code == 200


def test_too_many_requests_from_one_address(world, settings):
    settings.THROTTLES = {**settings.THROTTLES, "address": 2}
    statuses = [client_of(user).get(f"{ROOT}/numbers/").status_code for user in (world.owner, world.head, world.admin)]
    assert statuses == [200, 200, 429]


def test_too_many_writes(world, settings):
    settings.THROTTLES = {**settings.THROTTLES, "write": 1}
    client = client_of(world.owner)
    client.post(f"{ROOT}/echo/", {})
    problem(client.post(f"{ROOT}/by-method/", {}), 429, "throttled")
    assert client.get(f"{ROOT}/numbers/").status_code == 200
    assert not Group.objects.filter(name="made").exists()


def test_a_character_the_database_cannot_take(world):
    problem(client_of().get(f"{ROOT}/numbers/?search=%00"), 400, "invalid")


def test_a_plain_view_is_guarded_as_well(world):
    assert client_of(world.owner).get(f"{ROOT}/plain/").status_code == 200
    problem(client_of().get(f"{ROOT}/plain/"), 401, "not_authenticated")


def test_problems_are_never_kept_by_a_cache(world):
    answer = PortalClient().get(f"{ROOT}/by-method/")
    assert answer.headers["Cache-Control"] == "private, no-cache"
