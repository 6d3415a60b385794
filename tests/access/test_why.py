"""The answer to "why?" is always that of the check itself, and says the true reason."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.access import permissions
from cms.access.checks import allows, visible
from cms.access.holder import forget_all
from cms.access.levels import Level
from cms.access.models import Grant, Role, RoleLevel
from cms.access.why import Verdict, explain
from modules.ordering.models import Order
from tests.access.matrix import cells
from tests.access.test_admin import admin_of

pytestmark = pytest.mark.django_db

SEE, PLACE = "ordering.view_order", "ordering.place_order"


def test_agrees_with_the_table(world):
    wrong = []
    for name, obj_name, person, expected in cells():
        said = explain(getattr(world, person), name, obj_name and getattr(world, obj_name))
        if said.allowed != expected or (not expected and not said.missing):
            wrong.append((name, obj_name, person))
    assert wrong == []


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_agrees_with_the_check_whatever_the_grants(world, data):
    orders = [world.owners_order, world.colleagues_order, world.strangers_order]
    keys = {
        "region": [world.region_kz.pk, world.region_kg.pk],
        "partner": [world.partner_a.pk, world.partner_b.pk],
        "contract": [world.contract_a1.pk, world.contract_a2.pk],
        "product_line": [world.line_milk.pk, world.line_tea.pk],
        "carrier": [1],
    }
    user = data.draw(st.sampled_from([world.owner, world.colleague, world.head, world.guest]))
    level = data.draw(st.sampled_from(list(Level)))
    limits = st.fixed_dictionaries({}, optional={axis: st.sampled_from(keys[axis]) for axis in keys})
    objects = data.draw(st.sampled_from([(SEE, orders), ("catalog.view_product", [world.shared, world.only_b])]))
    if user.is_authenticated:
        Grant.objects.filter(user=user).delete()
        Grant.objects.bulk_create(Grant(user=user, **row) for row in data.draw(st.lists(limits, max_size=3)))
    RoleLevel.objects.filter(permission=objects[0]).update(level=level)
    forget_all()
    for obj in objects[1]:
        said = explain(user, objects[0], obj)
        assert said.allowed == allows(user, objects[0], obj)
        assert said.allowed == (obj in visible(type(obj)._base_manager.all(), user, objects[0]))
        assert bool(said.missing) == (not said.allowed)
        if said.opening:
            met = {check.verdict for check in said.opening.axes}
            assert met <= {Verdict.MATCHES, Verdict.PASSED_OVER}


def test_names_the_axis_that_does_not_match(world):
    said = explain(world.colleague, "partners.view_contract", world.contract_a1)
    (check,) = said.grants
    verdicts = {one.axis: one.verdict for one in check.axes}
    with translation.override(None):
        assert sorted(verdicts.values()) == [Verdict.DIFFERS, Verdict.MATCHES]
    assert not said.allowed


def test_names_the_author(world):
    with translation.override("en"):
        (missing,) = explain(world.owner, SEE, world.colleagues_order).missing
        assert world.colleague.name in missing
        (missing,) = explain(world.service_full, PLACE, world.owners_order).missing
        assert "Client-service manager, full access" in missing


def test_a_blocked_account_is_a_guest(world):
    world.head.is_active = False
    world.head.save()
    said = explain(world.head, SEE, world.owners_order)
    assert not said.allowed
    with translation.override("en"):
        assert "blocked" in explain(world.head, SEE, world.owners_order).missing[0]


def test_the_screen_answers_by_its_address(world):
    client = admin_of(world.admin)
    order = world.colleagues_order
    asked = {"user": world.owner.pk, "permission": SEE, "object": order.number}
    page = client.get(reverse("access_why"), asked)
    assert page.context["object"] == order
    assert not page.context["said"].allowed
    assert client.get(reverse("access_why"), {**asked, "object": str(order.pk)}).context["object"] == order
    guest = client.get(reverse("access_why"), {**asked, "user": "guest"})
    assert not guest.context["said"].allowed
    overall = client.get(reverse("access_why"), {"user": world.admin.pk, "permission": "access.manage_roles"})
    assert overall.context["said"].allowed


@pytest.mark.parametrize("asked", [{"user": "x"}, {"permission": "no.such"}, {"user": "9" * 40}, {"object": "\x00"}])
def test_the_screen_bears_nonsense(world, asked):
    page = admin_of(world.admin).get(reverse("access_why"), {"permission": SEE, "user": world.owner.pk, **asked})
    assert page.status_code == 200
    assert page.context["said"] is None


def test_the_screen_tells_nothing_about_what_the_asker_does_not_see(world):
    Role.objects.get(code="service_manager_limited").levels.filter(permission="access.manage_grants").update(level=4)
    forget_all()
    client = admin_of(world.service_limited)
    asked = {"user": world.head.pk, "permission": SEE, "object": world.strangers_order.number}
    page = client.get(reverse("access_why"), asked)
    assert page.context["objects"] == []
    assert client.get(reverse("access_why"), {**asked, "user": world.stranger.pk}).context["person"] is None


def ask(*words: str) -> str:
    out = StringIO()
    call_command("access", "why", *words, stdout=out)
    return out.getvalue()


def test_the_command_answers_the_same(world):
    order = world.owners_order
    assert ask("owner@a.example", SEE, order.number).startswith("YES")
    said = ask("colleague@a.example", SEE, str(order.pk))
    assert said.startswith("NO")
    assert "role buyer_manager: own" in said
    assert "does not open" in said
    assert ask("guest", SEE, order.number).startswith("NO")
    assert ask("admin@kabinet.example", "access.manage_roles").startswith("YES")
    assert Order.objects.count() == 1


@pytest.mark.parametrize(
    "words",
    [("nobody@a.example", SEE, "1"), ("owner@a.example", "no.such", "1"), ("owner@a.example", SEE, "no such order")],
)
def test_the_command_says_what_it_did_not_find(world, words):
    with pytest.raises(CommandError):
        ask(*words)


def test_every_permission_can_be_explained(world, django_assert_max_num_queries):
    Grant.objects.bulk_create(Grant(user=world.head, partner=world.partner_b.pk, contract=n) for n in range(20))
    forget_all()
    with django_assert_max_num_queries(90):
        assert explain(world.head, SEE, world.owners_order).allowed
    for declared in permissions.declared():
        assert explain(world.head, declared.name).permission is declared
