"""The letter, its link, and the account that opens by it once."""

import pytest
from django.core import mail

from cms.accounts.models import Invitation, User
from tests.modules.partners.people import STAFF, everything, invite, token_in, wish
from tests.world import client_of

pytestmark = pytest.mark.django_db

PASSWORD = "a long and quiet river"
NAMES = {"first_name": "Нұр", "last_name": "Жаңа", "language": "kk"}


@pytest.fixture
def letter(world, worker_at_hand, django_capture_on_commit_callbacks):
    """The mail of an invitation that the head of A has just sent, in Kazakh."""
    with django_capture_on_commit_callbacks(execute=True):
        assert invite(client_of(world.head), wish(world)).status_code == 201
    return mail.outbox[-1]


def link(token: str) -> str:
    return f"/api/v1/accounts/invitations/{token}/"


def accept(token: str, client=None, **changed):
    return (client or client_of()).post(f"{link(token)}accept/", {**NAMES, "password": PASSWORD} | changed)


def test_letter_is_in_the_chosen_language_as_text_and_page(letter, world):
    assert letter.to == ["new@a.example"]
    assert "Kabinet" in letter.subject
    assert "/kk/invitation/" in letter.body
    assert world.head.name in letter.body and world.partner_a.name in letter.body
    page, kind = letter.alternatives[0]
    assert kind == "text/html" and "/kk/invitation/" in page


def test_link_tells_who_invites_whom(letter, world):
    told = client_of().get(link(token_in(letter)))
    assert told["Cache-Control"] == "no-store"
    body = told.json()
    assert (body["email"], body["organisation"], body["invited_by"]) == (
        "new@a.example", world.partner_a.name, world.head.name,
    )  # fmt: skip
    assert [role["code"] for role in body["roles"]] == ["buyer_manager"]


def test_accepting_signs_in_with_the_given_access(letter, world):
    client = client_of()
    answer = accept(token_in(letter), client)
    assert answer.status_code == 200, answer.content
    assert answer.json()["user"]["email"] == "new@a.example"
    assert client.get("/api/v1/session/").json()["user"]["name"] == "Нұр Жаңа"
    assert client.get("/api/v1/partners/agreements/").json()["count"] == 2
    user = User.objects.get(email="new@a.example")
    assert user.is_active and user.check_password(PASSWORD)


def test_link_works_once(letter):
    token = token_in(letter)
    assert accept(token).status_code == 200
    before = everything()
    again = accept(token, password="somebody else's password")
    assert (again.status_code, again.json()["code"]) == (404, "invitation_invalid")
    assert client_of().get(link(token)).status_code == 404
    assert everything() == before


def test_link_expires(letter):
    Invitation.objects.update(expires_at="2020-01-01T00:00:00Z")
    before = everything()
    late = accept(token_in(letter))
    assert (late.status_code, late.json()["code"]) == (404, "invitation_expired")
    assert everything() == before


def test_new_letter_ends_the_old_link(letter, world, django_capture_on_commit_callbacks):
    old, user = token_in(letter), User.objects.get(email="new@a.example")
    with django_capture_on_commit_callbacks(execute=True):
        assert client_of(world.head).post(f"{STAFF}{user.pk}/invite-again/").status_code == 200
    assert client_of().get(link(old)).status_code == 404
    assert accept(token_in(mail.outbox[-1])).status_code == 200


def test_revoked_link_opens_nothing(letter, world):
    user = User.objects.get(email="new@a.example")
    client_of(world.head).post(f"{STAFF}{user.pk}/revoke/")
    before = everything()
    assert accept(token_in(letter)).status_code == 404
    assert everything() == before


@pytest.mark.parametrize("token", ["nonsense", "WzEsImEiXQ:1tabcd:abcdefgh", "a" * 2000])
def test_made_up_link_opens_nothing(world, token):
    before = everything()
    assert accept(token).status_code == 404
    assert everything() == before


@pytest.mark.parametrize("password", ["short", "password1234", "new@a.example"])
def test_weak_password_is_refused_and_the_link_lives(letter, password):
    before = everything()
    answer = accept(token_in(letter), password=password)
    assert answer.status_code == 400 and answer.json()["errors"]["password"]
    assert everything() == before
    assert accept(token_in(letter)).status_code == 200


def test_accepting_needs_a_token_of_the_page(letter):
    before = everything()
    assert accept(token_in(letter), client_of(enforce_csrf_checks=True)).status_code == 403
    assert everything() == before


def test_forgotten_password_does_not_open_the_account(letter, world):
    before = everything()
    client_of().post("/api/v1/auth/browser/v1/auth/password/request", {"email": "new@a.example"})
    assert everything() == before
