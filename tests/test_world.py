"""The world is as its table says; every other test leans on it."""

from cms.access.checks import visible
from modules.catalog.models import Product
from modules.ordering.models import Order
from tests.world import client_of


def seen(user, queryset, permission) -> set:
    return set(visible(queryset, user, permission))


def test_each_person_sees_the_products_of_their_grants(world):
    def products_of(user):
        return seen(user, Product.objects.all(), "catalog.view_product")

    assert products_of(world.owner) == {world.shared, world.only_a}
    assert products_of(world.colleague) == {world.shared}
    assert products_of(world.stranger) == {world.shared, world.only_b}
    assert products_of(world.service_limited) == {world.shared, world.only_a}
    assert products_of(world.admin) == set(Product.objects.all())
    assert products_of(world.guest) == set()


def test_each_person_sees_the_orders_of_their_level(world):
    a1, a2, b = world.owners_order, world.colleagues_order, world.strangers_order

    def orders_of(user):
        return seen(user, Order.objects.all(), "ordering.view_order")

    assert orders_of(world.owner) == {a1}
    assert orders_of(world.colleague) == {a2}
    assert orders_of(world.head) == {a1, a2}
    assert orders_of(world.stranger) == {b}
    assert orders_of(world.service_limited) == {a1, a2}
    assert orders_of(world.service_full) == {a1, a2, b}


def test_client_is_signed_in_by_session(world):
    assert client_of(world.owner).session["_auth_user_id"] == str(world.owner.pk)
    assert "_auth_user_id" not in client_of().session
