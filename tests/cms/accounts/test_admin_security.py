"""How a user signs in, in the Wagtail admin: seen and ended by an administrator, and by nobody else."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from cms.accounts import limits
from cms.accounts.events import AccountUnlocked, PasswordChanged, SessionRevoked, UserBlocked
from tests.cms.accounts.person import FIREFOX, enrol, sign_in, signed_in, who
from tests.factories import accounts
from tests.factories.accounts import PASSWORD
from tests.world import client_of

OWNER = "owner@a.example"


@pytest.fixture
def boss(db, django_user_model):
    return django_user_model.objects.create_superuser("boss@kabinet.example", PASSWORD, language="en")


def page_of(user) -> str:
    return reverse("wagtailusers_users:security", args=[user.pk])


def act(by, user, **fields):
    return client_of(by).post(page_of(user), fields, format="multipart")


def test_shows_lock_factor_and_sessions(world, boss, settings):
    client = signed_in(OWNER, agent=FIREFOX)
    enrol(client)
    for _ in range(settings.SIGN_IN_LIMITS["attempts_of_account"]):
        sign_in(client_of(), OWNER, "wrong")
    page = client_of(boss).get(page_of(world.owner)).content.decode()
    for text in ("Firefox · Windows", "127.0.0.1", "Turned on.", "it opens by itself in 15 minutes", "Unlock now"):
        assert text in page
    edit = client_of(boss).get(reverse("wagtailusers_users:edit", args=[world.owner.pk])).content.decode()
    assert page_of(world.owner) in edit


def test_ends_one_session_and_all(world, boss, told):
    first, second, third = (signed_in(OWNER) for _ in range(3))
    pk = world.owner.usersession_set.get(session_key=first.session.session_key).pk
    assert act(boss, world.owner, action="end", session=pk).status_code == 302
    assert [who(client) for client in (first, second)] == [None, OWNER]
    act(boss, world.owner, action="end_all")
    assert [who(client) for client in (second, third)] == [None, None]
    assert {fact.by_id for fact in told if isinstance(fact, SessionRevoked)} == {boss.pk}


def test_a_session_of_somebody_else_is_not_ended_by_the_way(world, boss):
    head = signed_in("head@a.example")
    pk = world.head.usersession_set.get().pk
    act(boss, world.owner, action="end", session=pk)
    assert who(head) == "head@a.example"


def test_unlocks_and_forgets_a_lost_telephone(world, boss, told, settings):
    enrol(signed_in(OWNER))
    for _ in range(settings.SIGN_IN_LIMITS["attempts_of_account"]):
        sign_in(client_of(), OWNER, "wrong")
    act(boss, world.owner, action="unlock")
    assert not limits.locked_for(OWNER)
    assert AccountUnlocked(world.owner.pk, boss.pk) in told
    act(boss, world.owner, action="forget")
    assert sign_in(client_of(), OWNER).status_code == 200


def test_ones_own_factor_is_not_forgotten_here(boss):
    enrol(signed_in(boss.email))
    client = client_of(boss)
    assert client.post(page_of(boss), {"action": "forget"}, format="multipart").status_code in (302, 403)
    assert Authenticator.objects.filter(user=boss).count() == 2


def test_nobody_less_touches_a_superuser(boss, db):
    enrol(signed_in(boss.email))
    helper = accounts.user(email="helper@kabinet.example")
    group = Group.objects.create(name="helpers")
    group.permissions.set(Permission.objects.filter(codename__in=("access_admin", "change_user")))
    helper.groups.add(group)
    client = client_of(helper)
    assert client.get(page_of(boss)).status_code == 200
    assert b"Turn off for a lost telephone" not in client.get(page_of(boss)).content
    for action in ("forget", "end_all", "unlock"):
        client.post(page_of(boss), {"action": action}, format="multipart")
    assert Authenticator.objects.filter(user=boss).count() == 2
    assert boss.usersession_set.count() == 1


@pytest.mark.parametrize("person", ["owner", "service_full", "guest"])
def test_others_do_not_get_there(world, person):
    session = signed_in("head@a.example")
    client = client_of(getattr(world, person))
    assert client.get(page_of(world.head)).status_code == 302
    assert client.post(page_of(world.head), {"action": "end_all"}, format="multipart").status_code == 302
    assert who(session) == "head@a.example"


def form_of(user, **changes) -> dict:
    return {"email": user.email, "first_name": "A", "last_name": "B", "language": "en", "is_active": "on", **changes}


def test_blocking_in_the_form_ends_sessions(world, boss, told):
    session = signed_in(OWNER)
    form = form_of(world.owner)
    del form["is_active"]
    answer = client_of(boss).post(reverse("wagtailusers_users:edit", args=[world.owner.pk]), form, format="multipart")
    assert answer.status_code == 302
    assert who(session) is None
    assert not world.owner.usersession_set.exists()
    assert UserBlocked(world.owner.pk, boss.pk) in told


def test_a_password_given_in_the_form_ends_sessions(world, boss, told):
    session = signed_in(OWNER)
    form = form_of(world.owner, password1="quite another horse", password2="quite another horse")
    answer = client_of(boss).post(reverse("wagtailusers_users:edit", args=[world.owner.pk]), form, format="multipart")
    assert answer.status_code == 302
    assert who(session) is None
    assert not world.owner.usersession_set.exists()
    assert [fact.by_id for fact in told if isinstance(fact, PasswordChanged)] == [boss.pk]
