"""Random levels, grants and rows: the three readings of one declaration never disagree."""

import pytest
from django.contrib.auth.models import Group
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.access.audience import audience
from cms.access.checks import allows, visible
from cms.access.holder import forget_all, holder_of
from cms.access.levels import Level
from cms.access.models import Grant, Role, RoleLevel
from modules.ordering.models import Order
from modules.partners.models import Contract

pytestmark = pytest.mark.django_db

AXES = ("region", "partner", "contract", "product_line", "carrier")


def brute_force(user, level, order) -> bool:
    """What the rule says, in the plainest words."""
    if level == Level.ALL:
        return True
    lines = {line.product.line_id for line in order.lines.all()}
    within = any(
        grant.carrier is None
        and grant.region in (None, order.partner.region_id)
        and grant.partner in (None, order.partner_id)
        and grant.contract in (None, order.contract_id)
        and (grant.product_line is None or grant.product_line in lines)
        for grant in user.grants.all()
    )
    writers = {Level.OWN: [order.author], Level.TEAM: [order.author, order.author.supervisor]}
    return level > Level.NONE and within and (level == Level.GRANTED or user in writers[level])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_list_single_object_and_audience_agree(world, data):
    orders = [world.owners_order, world.colleagues_order, world.strangers_order]
    keys = {
        "region": [world.region_kz.pk, world.region_kg.pk],
        "partner": [world.partner_a.pk, world.partner_b.pk],
        "contract": [contract.pk for contract in Contract.objects.all()],
        "product_line": [world.line_milk.pk, world.line_tea.pk],
        "carrier": [1],
    }
    limits = st.fixed_dictionaries({axis: st.none() | st.sampled_from(keys[axis]) for axis in AXES})
    user = data.draw(st.sampled_from([world.owner, world.colleague, world.head]))
    level = data.draw(st.sampled_from(list(Level)))
    Grant.objects.filter(user=user).delete()
    Grant.objects.bulk_create(Grant(user=user, **row) for row in data.draw(st.lists(limits, max_size=4)))
    RoleLevel.objects.filter(role__group__user=user, permission="ordering.view_order").update(level=level)
    forget_all()

    listed = set(visible(Order.objects.all(), user, "ordering.view_order"))
    for order in orders:
        expected = brute_force(user, level, order)
        assert (order in listed) == expected
        assert allows(user, "ordering.view_order", order) == expected
        assert (user.pk in audience("ordering.view_order", order)) == expected


def test_axes_of_different_grants_do_not_mix(world):
    """Region of one row with the partner of another must open nothing."""
    Grant.objects.filter(user=world.owner).delete()
    Grant.objects.create(user=world.owner, region=world.region_kg.pk, partner=world.partner_a.pk)
    Grant.objects.create(user=world.owner, region=world.region_kz.pk, partner=world.partner_b.pk)
    world.owner.refresh_from_db()
    assert not visible(type(world.partner_a).objects.all(), world.owner, "partners.view_partner").exists()


def test_no_grant_means_nothing(world):
    Grant.objects.filter(user=world.head).delete()
    world.head.refresh_from_db()
    assert not visible(Order.objects.all(), world.head, "ordering.view_order").exists()
    assert world.owners_order is not None


def test_highest_level_of_several_roles_counts(world):
    world.owner.groups.add(Group.objects.get(role__code="buyer_head"))
    assert allows(world.owner, "ordering.view_order", world.colleagues_order)


@pytest.mark.parametrize(
    "change",
    [
        lambda world: Grant.objects.get(user=world.head).delete(),
        lambda world: world.head.groups.clear(),
        lambda world: world.head.groups.remove(Role.objects.get(code="buyer_head").group),
        lambda world: Role.objects.get(code="buyer_head").levels.get(permission="ordering.view_order").delete(),
        lambda world: Role.objects.get(code="buyer_head").delete(),
    ],
    ids=["grant deleted", "groups cleared", "group removed", "level deleted", "role deleted"],
)
def test_what_is_taken_away_is_gone_at_the_next_request(world, change):
    order = world.owners_order
    assert allows(world.head, "ordering.view_order", order)
    change(world)
    world.head.refresh_from_db()  # as the next request does
    assert not allows(world.head, "ordering.view_order", order)


def test_five_hundred_grants_are_one_query_with_one_in(world, django_assert_num_queries):
    Grant.objects.bulk_create(Grant(user=world.head, partner=10_000 + n) for n in range(500))
    forget_all()
    allows(world.head, "ordering.view_order", world.owners_order)
    with django_assert_num_queries(1) as captured:
        list(visible(Order.objects.all(), world.head, "ordering.view_order"))
    assert captured.captured_queries[0]["sql"].count(" IN (") == 1


def test_grant_within_another_is_passed_over(world):
    partner, region = world.partner_a.pk, world.region_kz.pk
    Grant.objects.filter(user=world.service_limited).delete()
    for limits in ({"partner": partner, "region": region}, {"partner": partner}, {"partner": partner}, {"region": 7}):
        Grant.objects.create(user=world.service_limited, **limits)
    world.service_limited.refresh_from_db()
    held = sorted(holder_of(world.service_limited).grants, key=sorted)
    assert held == [{"partner": partner}, {"region": 7}]
