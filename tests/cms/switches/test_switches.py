"""A module that is off is gone for whom it is off: at their next request, by every way, and nothing is lost."""

import pytest
from django.urls import reverse

from cms.access.audience import audience
from cms.access.checks import allows, visible
from cms.access.holder import holder_of
from cms.access.models import Grant
from cms.access.why import explain
from cms.audit.models import Entry
from cms.modules import portal_modules
from cms.switches.models import SwitchedOff
from cms.switches.reading import needing
from cms.switches.services import module_switch
from modules.ordering.models import Order
from tests.access.test_admin import admin_of
from tests.world import client_of

pytestmark = pytest.mark.django_db

SESSION, ORDERS, PRODUCTS, AGREEMENTS = (
    "/api/v1/session/",
    "/api/v1/ordering/orders/",
    "/api/v1/catalog/products/",
    "/api/v1/partners/agreements/",
)


def switch(world, label: str, *, everywhere: bool = False, partners=()) -> None:
    module = next(module for module in portal_modules() if module.label == label)
    module_switch(user=world.admin, module=module, everywhere=everywhere, partners=[partner.pk for partner in partners])


def fresh(user):
    return type(user).objects.get(pk=user.pk)


def status(user, address: str) -> int:
    return client_of(user).get(address).status_code


def test_off_for_everybody_is_gone_for_everybody(world):
    order = world.owners_order
    people = [world.owner, world.service_full, world.admin]
    assert [status(person, ORDERS) for person in people] == [200, 200, 200]
    switch(world, "ordering", everywhere=True)
    assert [status(person, ORDERS) for person in people] == [404, 404, 404]
    for person in map(fresh, people):
        session = client_of(person).get(SESSION).json()
        assert "ordering" not in session["modules"]
        assert not [name for name in session["permissions"] if name.startswith("ordering.")]
        assert not {"orders", "order_new"} & {entry["code"] for entry in session["menu"]}
        assert not allows(person, "ordering.view_order", order)
        assert not visible(Order.objects.all(), person, "ordering.view_order").exists()
    assert audience("ordering.view_order", order) == set()
    assert admin_of(world.service_full).get(reverse("orders:index")).status_code == 302
    assert client_of(world.owner).post(ORDERS, {}, headers={"Idempotency-Key": "x"}).status_code == 404


def test_what_needs_it_goes_with_it(world):
    assert needing("catalog") == ["analytics", "claims", "ordering"]
    switch(world, "catalog", everywhere=True)
    assert [status(world.owner, address) for address in (PRODUCTS, ORDERS, AGREEMENTS)] == [404, 404, 200]


def test_switched_on_again_everything_is_there(world):
    number = world.owners_order.number
    switch(world, "ordering", everywhere=True)
    switch(world, "ordering")
    assert [row["number"] for row in client_of(world.owner).get(ORDERS).json()["results"]] == [number]


def test_off_for_one_partner_is_gone_for_its_people_alone(world):
    order, foreign = world.owners_order, world.strangers_order
    switch(world, "ordering", partners=[world.partner_a])
    gone = [world.owner, world.head, world.colleague]
    kept = [world.stranger, world.service_full, world.service_limited, world.admin]
    assert {status(person, ORDERS) for person in gone} == {404}
    assert {status(person, ORDERS) for person in kept} == {200}
    assert audience("ordering.view_order", order).isdisjoint(person.pk for person in gone)
    assert world.service_full.pk in audience("ordering.view_order", order)
    assert world.stranger.pk in audience("ordering.view_order", foreign)


def test_whoever_works_for_another_partner_too_keeps_it(world):
    Grant.objects.create(user=world.owner, partner=world.partner_b.pk)
    switch(world, "ordering", partners=[world.partner_a])
    assert status(world.owner, ORDERS) == 200


def test_readings_agree(world):
    order = world.owners_order
    for partners in ([world.partner_a], [world.partner_b], []):
        switch(world, "ordering", partners=partners)
        people = [
            fresh(user) for user in (world.owner, world.colleague, world.stranger, world.service_limited, world.admin)
        ]
        allowed = {person.pk for person in people if allows(person, "ordering.view_order", order)}
        assert allowed == {person.pk for person in people if explain(person, "ordering.view_order", order).allowed}
        assert allowed == audience("ordering.view_order", order) & {person.pk for person in people}


def test_switching_is_recorded_with_both_states(world):
    switch(world, "ordering", partners=[world.partner_a])
    switch(world, "ordering", partners=[world.partner_a])  # the same again is no change
    entry = Entry.objects.get(action="switches.switched")
    assert (entry.before, entry.after) == (
        {"off_for_all": False, "off_for_partners": []},
        {"off_for_all": False, "off_for_partners": [world.partner_a.pk]},
    )


def test_screen_shows_what_will_disappear_before_anything_does(world):
    client = admin_of(world.admin)
    address = reverse("module_switch", args=["catalog"])
    assert client.get(reverse("modules")).status_code == client.get(address).status_code == 200
    page = client.post(
        address, {"state": "partners", "another": world.partner_a.pk, "step": "preview"}
    ).content.decode()
    for said in ("Astana Trade", "/api/v1/ordering/", "It touches 3 people"):
        assert said in page
    assert not SwitchedOff.objects.exists()
    done = client.post(address, {"state": "partners", "partners": world.partner_a.pk, "step": "apply"})
    assert done.status_code == 302
    assert list(SwitchedOff.objects.values_list("module", "partner")) == [("catalog", world.partner_a.pk)]


def test_partners_must_be_named(world):
    address = reverse("module_switch", args=["catalog"])
    page = admin_of(world.admin).post(address, {"state": "partners", "step": "apply"})
    assert page.status_code == 200 and not SwitchedOff.objects.exists()


def test_only_whoever_may_switches(world):
    client = admin_of(world.service_full)
    client.post(reverse("module_switch", args=["catalog"]), {"state": "everywhere", "step": "apply"})
    assert not SwitchedOff.objects.exists()
    assert admin_of(world.admin).get(reverse("module_switch", args=["nothing"])).status_code == 404


def test_many_contracts_cost_no_more_than_one(world, django_assert_max_num_queries):
    """Of the audience of an event and of reading a person's access."""
    order = world.owners_order
    for contract in (world.contract_a1, world.contract_a2, world.contract_b):
        Grant.objects.create(user=world.owner, contract=contract.pk)
        Grant.objects.create(user=world.colleague, contract=contract.pk)
    switch(world, "ordering", partners=[world.partner_a])
    with django_assert_max_num_queries(8):
        told = audience("ordering.view_order", order)
    assert world.owner.pk in told and world.head.pk not in told
    owner = fresh(world.owner)
    with django_assert_max_num_queries(5):
        assert not holder_of(owner).off


def test_staff_are_not_counted_among_those_who_lose_it(world):
    Grant.objects.create(user=world.service_limited, partner=world.partner_a.pk)
    asked = {"state": "partners", "another": world.partner_a.pk, "step": "preview"}
    page = admin_of(world.admin).post(reverse("module_switch", args=["catalog"]), asked).content.decode()
    assert "It touches 3 people" in page
