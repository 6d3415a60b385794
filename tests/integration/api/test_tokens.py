"""Who comes in: a token that works, with scopes for the entity, within its limits; nobody else, and nothing changes."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.audit.models import Entry
from integration.models import ExchangeToken, InboxItem
from modules.partners.models import Region
from tests.integration.api.conftest import ROOT, Caller, region


def refused(answer, status: int, code: str) -> bool:
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code), answer.content
    assert answer.json().keys() == {"error"} and answer.json()["error"].keys() == {"code", "message"}
    return not Region.objects.exists() and not InboxItem.objects.exists()


@pytest.mark.parametrize("text", [None, "", "kbx_nobody's", "Токен"])
def test_without_a_token_nobody_comes_in(db, text):
    stranger = Caller(text)
    answer = stranger.post("regions", {"items": [region()]})
    assert refused(answer, 401, "token")
    assert answer.headers["WWW-Authenticate"] == "Token"
    for path in ("ping", "orders", "jobs/00000000-0000-4000-8000-000000000001"):
        assert refused(stranger.get(path), 401, "token")


def test_a_session_does_not_count(world):
    client = Client(headers={"accept-language": "en"})
    client.force_login(world.admin)
    for answer in (
        client.get(f"{ROOT}ping"),
        client.post(f"{ROOT}regions", {"items": [region()]}, content_type="application/json"),
    ):
        assert answer.status_code == 401
    assert not InboxItem.objects.exists()


def test_a_session_beside_a_token_asks_for_no_csrf_token(world, token_for):
    client = Client(enforce_csrf_checks=True, headers={"authorization": f"Token {token_for()}"})
    client.force_login(world.admin)
    answer = client.post(f"{ROOT}regions", {"items": [region()]}, content_type="application/json")
    assert answer.status_code == 200 and Region.objects.exists()


def test_a_revoked_and_an_expired_token_let_nobody_in(token_for):
    late, taken = token_for(expires_at=timezone.now() + timedelta(days=1)), token_for()
    assert Caller(late).get("ping").status_code == 200
    ExchangeToken.objects.exclude(expires_at=None).update(expires_at=timezone.now() - timedelta(seconds=1))
    ExchangeToken.objects.filter(expires_at=None).update(revoked_at=timezone.now())
    for text in (late, taken):
        assert refused(Caller(text).post("regions", {"items": [region()]}), 401, "token")


def test_scopes_are_by_entity_and_by_direction(token_for):
    assert refused(Caller(token_for(write=["clients"])).post("regions", {"items": [region()]}), 403, "scope")
    assert refused(Caller(token_for(read=["*"], write=[])).post("regions", {"items": [region()]}), 403, "scope")
    assert Caller(token_for(read=[], write=["regions"])).push("regions", region())[0]["status"] == "accepted"


def test_a_token_has_its_own_limit_of_requests(token_for, settings):
    settings.THROTTLES = {**settings.THROTTLES, "exchange": 2}
    first, second = Caller(token_for()), Caller(token_for())
    assert [first.get("ping").status_code for _ in range(2)] == [200, 200]
    answer = first.post("regions", {"items": [region()]})
    assert refused(answer, 429, "too_many")
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert second.get("ping").status_code == 200


def test_a_body_has_a_limit(caller, settings):
    settings.EXCHANGE_MAX_BODY = 500
    answer = caller.post("regions", {"items": [region(name="x" * 1000)]})
    assert refused(answer, 413, "too_large")
    assert caller.post("regions", {"items": [region()]}).status_code == 200


def test_another_type_of_body_and_another_method_are_refused(caller):
    assert refused(caller.http.post(f"{ROOT}regions", {"items": "1"}), 415, "media_type")
    assert refused(caller.http.delete(f"{ROOT}regions"), 405, "method_not_allowed")
    assert refused(caller.get("nothing/is/here"), 404, "address")


def test_only_the_hash_is_kept_and_the_use_is_noted(token_for):
    text = token_for()
    Caller(text).get("ping")
    token = ExchangeToken.objects.get()
    assert text not in str(vars(token)) and token.hint == text[:10]
    assert timezone.now() - token.last_used_at < timedelta(minutes=1)


def admin_of(user) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(user)
    return client


def test_an_administrator_makes_a_token_sees_it_once_and_revokes_it(world):
    admin = admin_of(world.admin)
    asked = {"name": "ERP", "write": ["regions"], "read": ["orders"], "expires": ""}
    shown = admin.post(reverse("exchange_token_create"), asked)
    text = shown.context["text"]
    assert text in shown.content.decode() and "no-store" in shown.headers["Cache-Control"]
    assert Caller(text).push("regions", region())[0]["status"] == "accepted"

    listed = admin.get(reverse("exchange_tokens")).content.decode()
    assert "ERP" in listed and text[:10] in listed and text not in listed
    token = ExchangeToken.objects.get()
    assert (token.created_by, token.read, token.write) == (world.admin, ["orders"], ["regions"])

    admin.post(reverse("exchange_token_revoke", args=[token.pk]))
    assert Caller(text).get("ping").status_code == 401
    actions = list(Entry.objects.filter(target_id=str(token.pk)).order_by("pk").values_list("action", "actor_id"))
    assert actions == [
        ("integration.token_created", world.admin.pk),
        ("integration.token_revoked", world.admin.pk),
    ]
    assert text not in str(list(Entry.objects.values()))


@pytest.mark.parametrize(
    "asked",
    [
        {"name": "", "write": ["regions"]},
        {"name": "ERP"},
        {"name": "ERP", "write": ["unicorns"]},
        {"name": "ERP", "write": ["regions"], "expires": "2001-01-01"},
    ],
)
def test_a_wrong_form_makes_no_token(world, asked):
    answer = admin_of(world.admin).post(reverse("exchange_token_create"), asked)
    assert answer.status_code == 200 and answer.context["form"].errors
    assert not ExchangeToken.objects.exists()


@pytest.mark.parametrize("person", ["service_full", "service_limited", "owner", "head", "stranger"])
def test_nobody_else_gives_or_revokes_tokens(world, token_for, person):
    text = token_for()
    client = admin_of(getattr(world, person))
    client.post(reverse("exchange_token_create"), {"name": "Mine", "write": ["*"]})
    client.post(reverse("exchange_token_revoke", args=[ExchangeToken.objects.get().pk]))
    assert ExchangeToken.objects.count() == 1
    assert Caller(text).get("ping").status_code == 200
