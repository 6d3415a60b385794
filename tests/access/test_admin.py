"""The Wagtail admin: listings, exports and direct addresses show staff their own rows only."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.admin import urls as admin_urls  # noqa: F401  (registers the screens)
from wagtail.admin.viewsets import viewsets

from cms.access.admin import ScopedViewSet
from cms.access.models import Grant
from cms.audit.models import Entry
from tests.access.matrix import TABLE

pytestmark = pytest.mark.django_db

SCREENS = [viewset for viewset in viewsets.viewsets if isinstance(viewset, ScopedViewSet)]


def admin_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def rows_of(world, screen, mark: str, column: int):
    """The world's objects that the table marks so for the person in `column`, for this screen's permission."""
    return [
        getattr(world, name)
        for (permission, name), row in TABLE.items()
        if permission == screen.view_permission and row.split()[column] == mark
    ]


LIMITED, FULL = 5, 6


def test_there_are_screens():
    assert {screen.model.__name__ for screen in SCREENS} >= {"Partner", "Agreement", "Product", "Order"}


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.model.__name__)
def test_direct_address_of_a_foreign_row_is_a_404(world, screen):
    client = admin_of(world.service_limited)
    inspect = screen.get_url_name("inspect")
    for row in rows_of(world, screen, "+", LIMITED):
        assert client.get(reverse(inspect, args=[row.pk])).status_code == 200
    foreign = rows_of(world, screen, ".", LIMITED)
    assert foreign
    for row in foreign:
        assert client.get(reverse(inspect, args=[row.pk])).status_code == 404


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.model.__name__)
def test_listing_and_search_show_no_foreign_row(world, screen):
    seen, foreign = rows_of(world, screen, "+", LIMITED), rows_of(world, screen, ".", LIMITED)
    client = admin_of(world.service_limited)
    for name in ("index", "index_results"):
        page = client.get(reverse(screen.get_url_name(name))).content.decode()
        for row in seen:
            assert reverse(screen.get_url_name("inspect"), args=[row.pk]) in page
        for row in foreign:
            assert reverse(screen.get_url_name("inspect"), args=[row.pk]) not in page


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.model.__name__)
def test_nothing_of_1c_can_be_written_here(screen):
    names = {pattern.name for pattern in screen.get_urlpatterns()}
    assert names - {"decide"} == {"index", "index_results", "inspect"}


def test_export_of_orders_holds_own_rows_only(world):
    mine, foreign = world.owners_order, world.strangers_order
    screen = next(screen for screen in SCREENS if screen.model.__name__ == "Order")
    answer = admin_of(world.service_limited).get(reverse(screen.get_url_name("index")), {"export": "csv"})
    text = b"".join(answer.streaming_content).decode()
    assert mine.number in text
    assert foreign.number not in text
    entry = Entry.objects.get(action="exports.made")
    assert (entry.actor_id, entry.after) == (world.service_limited.pk, {"format": "csv", "filters": {}})


@pytest.mark.parametrize("person", ["owner", "stranger"])
def test_clients_do_not_enter_the_admin(world, person):
    client = admin_of(getattr(world, person))
    for screen in SCREENS:
        assert client.get(reverse(screen.get_url_name("index"))).status_code == 302


def test_administrator_gives_a_grant_once(world):
    client = admin_of(world.admin)
    data = {"user": world.owner.pk, "partner": world.partner_b.pk, "region": "", "contract": "", "product_line": ""}
    assert client.post(reverse("grant:add"), data).status_code == 302
    assert Grant.objects.filter(user=world.owner, partner=world.partner_b.pk, granted_by=world.admin).count() == 1
    assert client.post(reverse("grant:add"), data).status_code == 200  # the form again, with what is wrong
    assert Grant.objects.filter(user=world.owner, partner=world.partner_b.pk).count() == 1
