"""A head invites, limits, blocks and hands over; what is not theirs is refused and nothing changes."""

import pytest

from cms.access import roles
from cms.access.checks import allows
from cms.access.models import Grant, Role, RoleLevel
from cms.accounts.models import Invitation, User
from cms.audit.models import Entry
from modules.partners.staff.members import members_for
from tests.factories import accounts
from tests.modules.partners.people import STAFF, everything, invite, wish
from tests.world import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def head(world):
    return client_of(world.head)


def invited(head, world, **changed) -> User:
    answer = invite(head, wish(world, **changed))
    assert answer.status_code == 201, answer.content
    return User.objects.get(pk=answer.json()["id"])


def test_list_shows_the_own_clients_staff(head, world):
    found = {row["email"]: row for row in head.get(STAFF).json()["results"]}
    assert set(found) == {world.head.email, world.owner.email, world.colleague.email}
    assert found[world.head.email]["is_me"] and not found[world.head.email]["may_change"]
    place = found[world.colleague.email]["places"][0]
    assert place["contracts"] == [{"id": world.contract_a2.pk, "name": world.contract_a2.name}]


def test_search_and_state(head, world):
    invited(head, world)
    assert [row["email"] for row in head.get(STAFF, {"search": "newm"}).json()["results"]] == ["new@a.example"]
    assert [row["email"] for row in head.get(STAFF, {"state": "invited"}).json()["results"]] == ["new@a.example"]
    assert head.get(STAFF, {"state": "active"}).json()["count"] == 3
    Invitation.objects.update(expires_at="2020-01-01T00:00:00Z")
    assert [row["state"] for row in head.get(STAFF, {"state": "expired"}).json()["results"]] == ["expired"]
    assert head.get(STAFF, {"state": "blocked"}).json()["count"] == 0


def test_list_costs_the_same_for_many(head, world, django_assert_max_num_queries):
    for _number in range(12):
        grant = {"partner": world.partner_a, "contract": world.contract_a1, "product_line": world.line_tea}
        accounts.user(roles.BUYER_MANAGER, grants=(grant, {"contract": world.contract_a2}))
    head.get(STAFF)
    with django_assert_max_num_queries(12):
        assert head.get(STAFF).json()["count"] == 15


def test_invited_colleague_is_narrowed_and_cannot_enter_yet(head, world):
    limits = {"partner": world.partner_a.pk, "contracts": [world.contract_a1.pk], "product_lines": [world.line_milk.pk]}
    user = invited(head, world, limits=limits)
    assert not user.is_active and not user.has_usable_password()
    assert user.supervisor == world.head
    assert [grant.limits for grant in user.grants.all()] == [
        {"partner": world.partner_a.pk, "contract": world.contract_a1.pk, "product_line": world.line_milk.pk}
    ]
    assert user.invitation.staff.partner == world.partner_a
    done = set(Entry.objects.filter(actor_id=world.head.pk).values_list("action", flat=True))
    assert done == {"accounts.invited", "access.roles_changed", "access.grant_given"}


def test_repeat_of_an_invitation_is_the_same_invitation(head, world):
    first, again = invite(head, wish(world)), invite(head, wish(world))
    assert first.json()["id"] == again.json()["id"]
    assert Invitation.objects.count() == 1


def test_options_are_what_one_has(head, world):
    options = head.get(f"{STAFF}options/").json()
    assert [role["code"] for role in options["roles"]] == ["buyer_head", "buyer_senior", "buyer_manager"]
    assert [one["id"] for one in options["partners"]] == [world.partner_a.pk]
    assert {one["id"] for one in options["partners"][0]["contracts"]} == {world.contract_a1.pk, world.contract_a2.pk}


def test_role_above_the_own_is_not_offered_and_not_given(head, world):
    RoleLevel.objects.filter(role__code=roles.BUYER_HEAD, permission="ordering.view_order").update(level=1)
    world.head.refresh_from_db()
    Role.objects.get(code=roles.BUYER_HEAD).save()
    assert "buyer_senior" not in [role["code"] for role in head.get(f"{STAFF}options/").json()["roles"]]
    before = everything()
    assert invite(head, wish(world, role="buyer_senior")).status_code == 403
    assert everything() == before


REFUSED = {
    "a role of the staff": ({"role": "service_manager_limited"}, 403),
    "the administrator's role": ({"role": "platform_admin"}, 403),
    "a role that is not there": ({"role": "director"}, 400),
    "an address that is taken": ({"email": "Owner@a.example"}, 400),
    "no address": ({"email": "nobody"}, 400),
    "another client": ({"limits": {"partner": "partner_b"}}, 400),
    "a contract of another client": ({"limits": {"partner": "partner_a", "contracts": ["contract_b"]}}, 400),
}


@pytest.mark.parametrize(("changed", "status"), REFUSED.values(), ids=REFUSED)
def test_refused_invitation_changes_nothing(head, world, changed, status, worker_at_hand):
    if limits := changed.get("limits"):
        contracts = [getattr(world, name).pk for name in limits.get("contracts", [])]
        changed = {"limits": {"partner": getattr(world, limits["partner"]).pk, "contracts": contracts}}
    before = everything()
    assert invite(head, wish(world, **changed)).status_code == status
    assert everything() == before


@pytest.mark.parametrize("person", ["guest", "owner", "colleague", "service_limited", "service_full"])
def test_who_is_no_head_has_no_staff(world, person):
    client = client_of(getattr(world, person))
    before, expected = everything(), 401 if person == "guest" else 403
    assert client.get(STAFF).status_code == expected
    assert client.get(f"{STAFF}options/").status_code == expected
    assert invite(client, wish(world)).status_code == expected
    for action in ("block", "unblock", "leave", "invite-again", "revoke"):
        body = {"successor": world.head.pk}
        assert client.post(f"{STAFF}{world.colleague.pk}/{action}/", body).status_code == expected
    assert client.patch(f"{STAFF}{world.colleague.pk}/", {"version": 0, "role": "buyer_head"}).status_code == expected
    assert everything() == before


@pytest.mark.parametrize("person", ["stranger", "service_limited", "service_full", "admin"])
def test_strangers_and_the_manufacturers_staff_are_not_there(head, world, person):
    pk, before = getattr(world, person).pk, everything()
    assert head.get(f"{STAFF}{pk}/").status_code == 404
    assert head.patch(f"{STAFF}{pk}/", {"version": 0, "role": "buyer_manager"}).status_code == 404
    for action in ("block", "unblock", "invite-again", "revoke"):
        assert head.post(f"{STAFF}{pk}/{action}/").status_code == 404
    assert head.post(f"{STAFF}{world.owner.pk}/leave/", {"successor": pk}).status_code == 400
    assert everything() == before


def test_nobody_decides_about_themselves(head, world):
    before = everything()
    body = {"version": world.head.access_version, "role": "buyer_manager"}
    assert head.patch(f"{STAFF}{world.head.pk}/", body).status_code == 403
    assert head.post(f"{STAFF}{world.head.pk}/block/").status_code == 403
    assert head.post(f"{STAFF}{world.head.pk}/leave/", {"successor": world.owner.pk}).status_code == 403
    assert everything() == before


def test_staff_role_hides_somebody_with_a_grant_at_the_client(head, world):
    accounts.grant(world.service_limited, partner=world.partner_a)
    world.owner.groups.add(Role.objects.get(code=roles.LOGISTICIAN).group)
    assert not members_for(world.head).filter(pk__in=[world.service_limited.pk, world.owner.pk]).exists()


def test_somebody_of_two_clients_is_seen_and_left_alone(head, world):
    accounts.grant(world.owner, partner=world.partner_b)
    before = everything()
    row = head.get(f"{STAFF}{world.owner.pk}/").json()
    assert not row["may_change"]
    assert [place["partner"]["id"] for place in row["places"]] == [world.partner_a.pk]
    assert head.post(f"{STAFF}{world.owner.pk}/block/").status_code == 403
    assert head.patch(f"{STAFF}{world.owner.pk}/", {"version": 0, "role": "buyer_senior"}).status_code in (403, 409)
    assert everything() == before


def test_narrowed_head_does_not_decide_about_the_whole_client(world):
    deputy = accounts.user(roles.BUYER_HEAD, grants=({"partner": world.partner_a, "contract": world.contract_a2},))
    client, before = client_of(deputy), everything()
    assert client.post(f"{STAFF}{world.head.pk}/block/").status_code == 403
    assert client.post(f"{STAFF}{world.owner.pk}/block/").status_code == 403
    assert invite(client, wish(world)).status_code == 403
    assert everything() == before
    limits = {"partner": world.partner_a.pk, "contracts": [world.contract_a2.pk], "product_lines": []}
    assert invite(client, wish(world, limits=limits)).status_code == 201


def test_change_of_role_and_limits_counts_at_once(head, world):
    assert allows(world.owner, "partners.view_contract", world.contract_a2)
    limits = {"partner": world.partner_a.pk, "contracts": [world.contract_a1.pk], "product_lines": []}
    body = {"version": world.owner.access_version, "role": "buyer_senior", "limits": limits}
    answer = head.patch(f"{STAFF}{world.owner.pk}/", body)
    assert answer.status_code == 200, answer.content
    assert [role["code"] for role in answer.json()["roles"]] == ["buyer_senior"]
    owner = User.objects.get(pk=world.owner.pk)
    assert not allows(owner, "partners.view_contract", world.contract_a2)
    assert allows(owner, "partners.view_contract", world.contract_a1)
    assert {"access.grant_given", "access.grant_taken", "access.roles_changed"} <= set(
        Entry.objects.filter(actor_id=world.head.pk).values_list("action", flat=True)
    )


def test_lost_race_is_told_with_the_current_state(head, world):
    body = {"version": world.owner.access_version, "role": "buyer_senior"}
    assert head.patch(f"{STAFF}{world.owner.pk}/", body).status_code == 200
    before = everything()
    late = head.patch(f"{STAFF}{world.owner.pk}/", {**body, "role": "buyer_head"})
    assert (late.status_code, late.json()["code"]) == (409, "outdated")
    assert late.json()["current"]["roles"][0]["code"] == "buyer_senior"
    assert everything() == before


def test_blocked_colleague_is_out_and_may_be_let_in_again(head, world, django_capture_on_commit_callbacks):
    theirs = client_of(world.owner)
    with django_capture_on_commit_callbacks(execute=True):
        assert head.post(f"{STAFF}{world.owner.pk}/block/").json()["state"] == "blocked"
    assert theirs.get("/api/v1/partners/agreements/").status_code == 401
    assert world.owner.grants.count() == 1
    with django_capture_on_commit_callbacks(execute=True):
        assert head.post(f"{STAFF}{world.owner.pk}/unblock/").json()["state"] == "active"
    done = Entry.objects.filter(actor_id=world.head.pk, target_id=str(world.owner.pk)).order_by("pk")
    assert list(done.values_list("action", flat=True)) == ["accounts.blocked", "accounts.unblocked"]


def test_account_of_an_invited_colleague_is_opened_by_nobody_else(head, world):
    user, before = invited(head, world), None
    before = everything()
    assert head.post(f"{STAFF}{user.pk}/unblock/").status_code == 403
    assert everything() == before


def test_leaver_hands_over(head, world):
    junior = accounts.user(roles.BUYER_MANAGER, supervisor=world.owner, grants=({"partner": world.partner_a},))
    order = world.owners_order
    answer = head.post(f"{STAFF}{world.owner.pk}/leave/", {"successor": world.colleague.pk})
    assert answer.json()["state"] == "blocked"
    junior.refresh_from_db()
    order.refresh_from_db()
    assert junior.supervisor == world.colleague
    assert order.author == world.owner
    assert User.objects.get(pk=world.owner.pk).supervisor == world.colleague
    assert Entry.objects.get(action="partners.staff_left").after == {"successor": str(world.colleague)}


def test_leaver_is_no_successor_of_themselves(head, world):
    before = everything()
    assert head.post(f"{STAFF}{world.owner.pk}/leave/", {"successor": world.owner.pk}).status_code == 403
    assert everything() == before


def test_revoked_invitation_leaves_nothing(head, world):
    user = invited(head, world)
    assert head.post(f"{STAFF}{user.pk}/revoke/").status_code == 204
    assert not User.objects.filter(pk=user.pk).exists()
    assert not Grant.objects.filter(user=user.pk).exists()
    assert Entry.objects.filter(action="accounts.invitation_revoked").count() == 1


def test_invitation_of_somebody_who_works_here_cannot_be_revoked(head, world):
    before = everything()
    assert head.post(f"{STAFF}{world.owner.pk}/revoke/").status_code == 409
    assert head.post(f"{STAFF}{world.owner.pk}/invite-again/").status_code == 409
    assert everything() == before


def test_letters_of_one_head_are_limited(head, world, settings):
    settings.INVITATIONS_AN_HOUR = 2
    for number in range(2):
        assert invite(head, wish(world, email=f"n{number}@a.example"), key=f"k{number}").status_code == 201
    before = everything()
    assert invite(head, wish(world), key="k3").status_code == 429
    assert everything() == before


def test_grants_that_lapsed_open_no_staff(world):
    Grant.objects.filter(user=world.head).update(valid_until="2020-01-01T00:00:00Z")
    assert client_of(world.head).get(STAFF).json()["count"] == 0
