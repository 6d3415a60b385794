"""People in the Wagtail admin, and its door, which is the portal's."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from tests.factories import accounts
from tests.factories.accounts import PASSWORD
from tests.world import client_of

LOGIN, USERS = "/admin/login/", "/admin/users/"


@pytest.fixture
def boss(db, django_user_model):
    return django_user_model.objects.create_superuser("boss@kabinet.example", PASSWORD, language="en")


def test_the_admin_sends_guests_to_the_portals_sign_in(boss):
    client = client_of(language="kk")
    door = client.get(USERS)
    assert (door.status_code, door.headers["Location"]) == (302, f"{LOGIN}?next={USERS}")
    answer = client.get(door.headers["Location"])
    assert (answer.status_code, answer.headers["Location"]) == (302, "/kk/sign-in?next=%2Fadmin%2Fusers%2F")


def test_nobody_signs_in_at_the_admins_own_door(boss):
    client = client_of()
    answer = client.post(LOGIN, {"username": boss.email, "password": PASSWORD}, format="multipart")
    assert answer.status_code == 302
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""])
def test_the_door_leads_nowhere_else(boss, wanted):
    answer = client_of().get(LOGIN, {"next": wanted})
    assert answer.headers["Location"] == "/en/sign-in?next=%2Fadmin%2F"


def test_who_has_no_right_to_the_admin_is_sent_to_the_cabinet(world):
    answer = client_of(world.owner).get(LOGIN, {"next": USERS})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/en/cabinet")


def test_creates_a_user_by_email_whose_roles_are_given_on_the_next_page(boss, django_user_model):
    role = Group.objects.get(role__code="buyer_manager")
    client = client_of(boss)
    assert client.get(f"{USERS}new/").status_code == 200
    form = {
        "email": "New@A.example",
        "first_name": "Aigul",
        "last_name": "S",
        "language": "kk",
        "password1": PASSWORD,
        "password2": PASSWORD,
        "groups": [role.pk],
    }
    answer = client.post(f"{USERS}new/", form, format="multipart")
    assert answer.status_code == 302, answer.content.decode()
    created = django_user_model.objects.get(email="new@a.example")
    assert answer.headers["Location"] == reverse("access_person", args=[created.pk])
    assert (created.language, created.is_superuser, list(created.groups.all())) == ("kk", False, [])
    assert created.check_password(PASSWORD)


def test_nobody_becomes_a_superuser_through_the_browser(boss):
    person = accounts.user(first_name="A", last_name="B")
    client = client_of(boss)
    page = client.get(f"{USERS}edit/{person.pk}/")
    assert page.status_code == 200
    assert b"is_superuser" not in page.content
    form = {"email": person.email, "first_name": "A", "last_name": "C", "language": "ru", "is_superuser": "on"}
    assert client.post(f"{USERS}edit/{person.pk}/", {**form, "is_active": "on"}, format="multipart").status_code == 302
    person.refresh_from_db()
    assert (person.last_name, person.is_superuser) == ("C", False)


def test_a_taken_address_is_refused(boss, django_user_model):
    accounts.user(email="taken@a.example")
    before = django_user_model.objects.count()
    form = {"email": "Taken@a.example", "first_name": "A", "last_name": "B", "language": "ru"}
    answer = client_of(boss).post(
        f"{USERS}new/", {**form, "password1": PASSWORD, "password2": PASSWORD}, format="multipart"
    )
    assert answer.status_code == 200
    assert django_user_model.objects.count() == before


def test_the_admin_is_closed_to_clients(world):
    answer = client_of(world.owner).get(USERS)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(LOGIN)
