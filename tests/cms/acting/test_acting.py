"""A manager works in a client's cabinet: as that client, under both names, until they stop or may not any more."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from cms.access.holder import forget_all
from cms.acting.services import KEY
from cms.acting.services import client_of as client_behind
from cms.audit.models import Entry
from cms.realtime import sessions
from modules.ordering.models import Order
from tests.world import client_of

pytestmark = pytest.mark.django_db

ACTING, CLIENTS, SESSION, ORDERS = (
    "/api/v1/acting/",
    "/api/v1/acting/clients/",
    "/api/v1/session/",
    "/api/v1/ordering/orders/",
)


@pytest.fixture
def manager(world):
    """The manager's browser, in the cabinet of the owner."""
    client = client_of(world.service_full)
    assert client.post(ACTING, {"user": world.owner.pk}).status_code == 204
    return client


def actions() -> list[tuple]:
    return list(
        Entry.objects.filter(action__startswith="acting.")
        .order_by("pk")
        .values_list("action", "actor_id", "acting_as_id")
    )


def test_the_cabinet_is_the_clients(world, manager):
    own, foreign = world.owners_order, world.strangers_order
    session = manager.get(SESSION).json()
    assert session["user"]["id"] == world.owner.pk
    assert session["acting"]["email"] == world.service_full.email
    assert session["permissions"] == client_of(world.owner).get(SESSION).json()["permissions"]
    numbers = {row["number"] for row in manager.get(ORDERS).json()["results"]}
    assert own.number in numbers and foreign.number not in numbers


def test_rights_are_the_clients_and_never_more(world, manager):
    assert manager.get(CLIENTS).status_code == 403
    assert manager.post(ACTING, {"user": world.stranger.pk}).status_code == 403
    assert manager.get(f"{ORDERS}{world.strangers_order.pk}/").status_code == 404


def test_an_order_is_the_clients_and_recorded_under_both_names(world, manager):
    lines = [{"product": world.only_a.pk, "packaging": None, "quantity": "1"}]
    asked = {"agreement": world.agreement_a1.pk, "lines": lines}
    placed = manager.post(ORDERS, asked, headers={"Idempotency-Key": "once"})
    assert placed.status_code == 201
    assert Order.objects.get(pk=placed.json()["id"]).author == world.owner
    did = Entry.objects.get(action="acting.did")
    assert (did.actor_id, did.acting_as_id, did.after) == (world.service_full.pk, world.owner.pk, {"status": 201})
    assert did.target == f"POST {ORDERS}"


def test_closing_it_leads_back(world, manager):
    assert manager.delete(ACTING).status_code == 204
    session = manager.get(SESSION).json()
    assert (session["user"]["id"], session["acting"]) == (world.service_full.pk, None)
    both = (world.service_full.pk, world.owner.pk)
    assert actions() == [("acting.begun", *both), ("acting.ended", *both)]


def test_the_account_itself_stays_out_of_reach(world, manager):
    before = world.owner.password, world.owner.language
    answer = manager.post(
        "/api/v1/auth/browser/v1/account/password/change", {"current_password": "x", "new_password": "a longer one 77"}
    )
    assert (answer.status_code, answer.json()["code"]) == (403, "not_while_acting")
    manager.patch(SESSION, {"language": "kk"})
    world.owner.refresh_from_db()
    assert (world.owner.password, world.owner.language) == before


def test_it_is_over_after_its_time(world, manager, settings):
    settings.ACTING_MINUTES = -1
    client = client_of(world.service_full)
    client.post(ACTING, {"user": world.owner.pk})
    assert client.get(SESSION).json()["user"]["id"] == world.service_full.pk


@pytest.mark.parametrize(
    "change", ["blocked client", "client became staff", "manager lost the right", "manager blocked"]
)
def test_it_is_over_with_the_next_request_when_it_is_not_allowed_any_more(world, manager, change):
    if change == "blocked client":
        type(world.owner).objects.filter(pk=world.owner.pk).update(is_active=False)
    elif change == "client became staff":
        world.owner.groups.add(world.service_limited.groups.get())
    elif change == "manager lost the right":
        world.service_full.groups.clear()
    else:
        type(world.service_full).objects.filter(pk=world.service_full.pk).update(is_active=False)
    forget_all()
    user = manager.get(SESSION).json()["user"]
    assert user is None if change == "manager blocked" else user["id"] == world.service_full.pk


@pytest.mark.parametrize("person", ["owner", "head", "service_limited", "colleague"])
def test_only_whoever_holds_the_permission_may(world, person):
    client = client_of(getattr(world, person))
    assert client.get(CLIENTS).status_code == 403
    assert client.post(ACTING, {"user": world.stranger.pk}).status_code == 403
    assert client.get(SESSION).json()["user"]["id"] == getattr(world, person).pk
    assert actions() == []


@pytest.mark.parametrize("person", ["admin", "service_limited", "service_full"])
def test_only_clients_cabinets_are_opened(world, person):
    client = client_of(world.service_full)
    assert client.post(ACTING, {"user": getattr(world, person).pk}).status_code == 404
    assert client.post(ACTING, {"user": 987_654}).status_code == 404
    assert actions() == []


def test_guests_are_asked_to_sign_in(db):
    assert client_of().get(CLIENTS).status_code == 401
    assert client_of().post(ACTING, {"user": 1}).status_code == 401


def test_clients_are_found_by_name_address_and_company(world):
    client = client_of(world.service_full)

    def found(text: str) -> set[int]:
        return {row["id"] for row in client.get(CLIENTS, {"search": text}).json()["results"]}

    assert world.stranger.pk in found("bishkek") and world.owner.pk not in found("bishkek")
    assert found(world.owner.email) == {world.owner.pk}
    assert world.admin.pk not in found("")
    assert found("nobody of this name") == set()
    row = next(row for row in client.get(CLIENTS).json()["results"] if row["id"] == world.colleague.pk)
    assert row["access"][0].startswith("Astana Trade")


def test_the_list_takes_as_many_queries_for_many_as_for_few(world, django_assert_max_num_queries):
    client = client_of(world.service_full)
    client.get(CLIENTS)
    with django_assert_max_num_queries(12):
        assert client.get(CLIENTS).json()["count"] >= 4


def test_events_are_the_clients_while_it_lasts(world, manager, monkeypatch):
    monkeypatch.setattr(sessions, "close_old_connections", lambda: None)  # it would end the test's own transaction
    key = manager.session.session_key
    assert sessions._user_of(key) == world.owner.pk
    manager.delete(ACTING)
    assert sessions._user_of(key) == world.service_full.pk


def test_what_the_session_says_is_taken_away_when_it_is_over(world):
    session = SessionStore()
    session[KEY] = {"user": world.owner.pk, "until": (timezone.now() - timedelta(minutes=1)).isoformat()}
    assert client_behind(world.service_full, session) is None
    assert KEY not in session
