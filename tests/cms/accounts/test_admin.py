"""People in the Wagtail admin, and its own sign-in under the portal's limits."""

import pytest
from django.contrib.auth.models import Group

from tests.factories import accounts
from tests.factories.accounts import PASSWORD
from tests.world import client_of

LOGIN, USERS = "/admin/login/", "/admin/users/"


@pytest.fixture
def boss(db, django_user_model):
    return django_user_model.objects.create_superuser("boss@kabinet.example", PASSWORD, language="en")


def sign_in(email, password=PASSWORD):
    client = client_of()
    answer = client.post(LOGIN, {"username": email, "password": password}, format="multipart")
    return answer, "_auth_user_id" in client.session


def test_signs_in_by_email(boss):
    answer, signed_in = sign_in("Boss@kabinet.example")
    assert answer.status_code == 302
    assert signed_in


@pytest.mark.parametrize(
    ("email", "password"), [("boss@kabinet.example", "wrong"), ("nobody@kabinet.example", PASSWORD)]
)
def test_a_wrong_password_and_an_unknown_address_read_the_same(boss, email, password):
    answer, signed_in = sign_in(email, password)
    assert answer.status_code == 200
    assert not signed_in
    assert "didn&#x27;t match" in answer.content.decode()


def test_attempts_count_together_with_those_at_the_portal(boss, settings):
    settings.SIGN_IN_LIMITS = {**settings.SIGN_IN_LIMITS, "attempts_of_account": 2}
    portal = client_of()
    for _ in range(2):
        body = {"email": boss.email, "password": "wrong"}
        portal.post("/api/v1/auth/browser/v1/auth/login", body)
    answer, signed_in = sign_in(boss.email)
    assert not signed_in
    assert "Too many failed attempts" in answer.content.decode()


def test_creates_a_user_by_email(boss, django_user_model):
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
    assert (created.language, created.is_superuser, list(created.groups.all())) == ("kk", False, [role])
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
