"""Nobody gives what they do not have: no sequence of gifts raises anybody above those who gave."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone, translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.access import axes, permissions
from cms.access.delegation import Beyond, Giver, levels_held, placed_limits
from cms.access.grants import (
    GrantedAlready,
    grant_change,
    grant_give,
    grant_take,
    grants_for,
    grants_give,
    people_for,
    roles_givable,
    roles_set,
)
from cms.access.holder import Holder, forget_all
from cms.access.levels import Level
from cms.access.matrix import NobodyLeft
from cms.access.models import Grant, Role
from cms.access.query import condition
from cms.audit.models import Entry
from tests.factories import accounts

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def role(code: str) -> Role:
    return Role.objects.get(code=code)


def limits_of(world) -> dict[str, list]:
    return {
        "region": [world.region_kz.pk, world.region_kg.pk],
        "partner": [world.partner_a.pk, world.partner_b.pk],
        "contract": [world.contract_a1.pk, world.contract_a2.pk, world.contract_b.pk],
        "product_line": [world.line_milk.pk, world.line_tea.pk],
    }


def reach(user) -> dict[tuple, int]:
    """(permission, object) → the level at which the user reaches it; whether they wrote it is left out."""
    user.refresh_from_db()
    levels = levels_held(user)
    grants = tuple(grant.limits for grant in Grant.objects.not_over().filter(user=user))
    found = {}
    for declared in permissions.declared():
        level = levels.get(declared.name, Level.NONE)
        if declared.scope.model is None:
            found[declared.name, None] = level
            continue
        within = condition(declared.scope, min(level, Level.GRANTED) and Level.GRANTED, Holder(user.pk, {}, grants))
        rows = declared.scope.model._base_manager.all() if level == Level.ALL else declared.scope.model._base_manager
        for key in (rows if level == Level.ALL else rows.filter(within)).values_list("pk", flat=True).distinct():
            found[declared.name, key] = level
    return found


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_sequence_of_gifts_raises_anybody_above_the_givers(world, data):
    assert [world.owners_order, world.colleagues_order, world.strangers_order]
    with transaction.atomic():
        forget_all()
        play(world, data)
        transaction.set_rollback(True)  # each sequence begins with the same people


def play(world, data) -> None:
    givers = [world.head, world.service_limited, world.service_full]
    newcomer = accounts.user()
    blocked = accounts.user("buyer_head")
    blocked.is_active = False
    blocked.save()
    people = [world.owner, world.colleague, world.stranger, newcomer, blocked, *givers]
    before = {person.pk: reach(person) for person in people}
    highest: dict[tuple, int] = {}
    for giver in givers:
        for place, level in before[giver.pk].items():
            highest[place] = max(level, highest.get(place, 0))
    keys = limits_of(world)
    limits = st.fixed_dictionaries({}, optional={axis: st.sampled_from(keys[axis]) for axis in keys})
    roles = list(Role.objects.select_related("group").order_by("pk"))

    for _ in range(data.draw(st.integers(1, 6))):
        giver, receiver = data.draw(st.sampled_from(givers)), data.draw(st.sampled_from(people))
        mine = list(Grant.objects.filter(user=receiver).order_by("pk"))
        act = data.draw(st.sampled_from(["give", "roles", "roles", "change", "take"]))
        try:
            if act == "give":
                grant_give(by=giver, user=receiver, limits=data.draw(limits))
            elif act == "roles":
                given = roles_givable(by=giver, user=receiver)
                some = data.draw(st.lists(st.sampled_from(given or roles), max_size=2, unique_by=lambda r: r.pk))
                extra = data.draw(st.lists(st.sampled_from(roles), max_size=1))
                roles_set(by=giver, user=receiver, roles=[*some, *extra])
            elif act == "change" and mine:
                grant = data.draw(st.sampled_from(mine))
                grant_change(by=giver, grant=grant, limits=data.draw(limits), valid_from=None, valid_until=None)
            elif mine:
                grant_take(by=giver, grant=data.draw(st.sampled_from(mine)))
        except (Beyond, GrantedAlready, NobodyLeft):
            pass
        for place, level in reach(receiver).items():
            assert level <= max(before[receiver.pk].get(place, 0), highest.get(place, 0)), (act, place)


def test_a_regions_manager_gives_its_partners_and_no_others(world):
    chief, deputy = world.service_limited, accounts.user("service_manager_limited")
    grant = grant_give(by=chief, user=deputy, limits={"partner": world.partner_a.pk})
    assert (grant.partner, grant.granted_by) == (world.partner_a.pk, chief)
    for limits in ({"partner": world.partner_b.pk}, {"region": world.region_kg.pk}, {}):
        with pytest.raises(Beyond):
            grant_give(by=chief, user=deputy, limits=limits)
    assert Grant.objects.filter(user=deputy).count() == 1
    entry = Entry.objects.get(action="access.grant_given")
    assert (entry.actor_id, entry.target_id, entry.after) == (chief.pk, str(deputy.pk), {"partner": "Astana Trade"})


def test_who_has_more_than_the_giver_gets_nothing_from_them(world):
    """A limited manager places no orders; a client's head does, and would in whatever was given."""
    with translation.override("en"), pytest.raises(Beyond, match="yourself"):
        grant_give(by=world.service_limited, user=world.head, limits={"contract": world.contract_a1.pk})


def test_a_grant_lasts_no_longer_than_the_givers(world):
    now = timezone.now()
    Grant.objects.filter(user=world.service_limited).update(valid_until=now + DAY)
    deputy = accounts.user("service_manager_limited")
    limits = {"region": world.region_kz.pk}
    for until in (None, now + 2 * DAY):
        with pytest.raises(Beyond):
            grant_give(by=world.service_limited, user=deputy, limits=limits, valid_until=until)
    assert grant_give(by=world.service_limited, user=deputy, limits=limits, valid_until=now + DAY)


def test_a_role_is_measured_with_the_grants_its_holder_has(world):
    """The head gives a colleague of the same partner the role, not somebody with another partner's grant."""
    stranger = accounts.user(grants=({"partner": world.partner_b},))
    with pytest.raises(Beyond):
        roles_set(by=world.head, user=stranger, roles=[role("buyer_manager")])
    colleague = accounts.user(grants=({"partner": world.partner_a},))
    roles_set(by=world.head, user=colleague, roles=[role("buyer_senior")])
    entry = Entry.objects.get(action="access.roles_changed")
    assert (entry.before, entry.after) == ({"roles": []}, {"roles": ["buyer_senior"]})


def test_a_head_gives_client_roles_up_to_their_own(world):
    newcomer = accounts.user()
    missing = role("buyer_head").levels.filter(permission="dummy_module.view_note")  # which only managers have
    missing.update(level=Level.GRANTED)
    givable = {given.code for given in roles_givable(by=world.head, user=newcomer)}
    assert {"buyer_head", "buyer_senior", "buyer_manager"} <= givable
    assert not givable & {"platform_admin", "service_manager_full", "service_manager_limited", "logistician"}


def test_nobody_disarms_the_administrator(world):
    with pytest.raises(Beyond):
        roles_set(by=world.service_full, user=world.admin, roles=[])
    with pytest.raises(NobodyLeft):
        roles_set(by=world.admin, user=world.admin, roles=[])
    assert world.admin.groups.count() == 1


def test_the_administrator_gives_what_the_matrix_lets_them_configure(world):
    newcomer = accounts.user()
    roles_set(by=world.admin, user=newcomer, roles=[role("buyer_head")])
    assert grant_give(by=world.admin, user=newcomer, limits={"partner": world.partner_b.pk})


def test_taking_is_giving_backwards(world):
    theirs = Grant.objects.get(user=world.stranger)
    with pytest.raises(Beyond):
        grant_take(by=world.service_limited, grant=theirs)
    with pytest.raises(Beyond):
        grant_change(
            by=world.service_limited, grant=theirs, limits={"partner": world.partner_a.pk}, valid_from=None,
            valid_until=None,
        )  # fmt: skip
    assert Grant.objects.filter(pk=theirs.pk, partner=world.partner_b.pk).exists()
    grant_take(by=world.admin, grant=theirs)
    assert Entry.objects.get(action="access.grant_taken").before == {"partner": "Bishkek Trade"}


def test_the_same_grant_is_not_given_twice(world):
    limits = {"partner": world.partner_a.pk}
    with pytest.raises(GrantedAlready):
        grant_give(by=world.admin, user=world.owner, limits=limits)
    keys = [world.partner_a.pk, world.partner_b.pk]
    assert grants_give(by=world.admin, user=world.owner, axis="partner", keys=keys) == 1


def test_what_a_bounded_administrator_of_grants_sees(world):
    seen = set(grants_for(world.service_limited).values_list("user", flat=True))
    assert {world.owner.pk, world.head.pk, world.service_limited.pk} <= seen
    assert world.stranger.pk not in seen
    assert world.stranger not in people_for(world.service_limited)
    assert world.head in people_for(world.service_limited)
    assert grants_for(world.admin).count() == grants_for(world.service_full).count() == Grant.objects.count()


def test_limits_are_placed_by_the_declared_paths(world):
    assert placed_limits({"contract": world.contract_a1.pk}) == {
        "contract": world.contract_a1.pk,
        "partner": world.partner_a.pk,
        "region": world.region_kz.pk,
    }
    assert set(axes.get("partner").outer_paths()) == {"region"}


def test_a_blocked_giver_has_nothing_to_give(world):
    world.service_limited.is_active = False
    world.service_limited.save()
    with pytest.raises(Beyond):
        Giver(world.service_limited).require_grant(accounts.user(), {"partner": world.partner_a.pk})
