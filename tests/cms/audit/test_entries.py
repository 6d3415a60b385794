"""Entries: what they hold, and that nothing changes them."""

from dataclasses import fields, is_dataclass

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms import audit
from cms.accounts import events as facts
from cms.audit.models import AppendOnly, Entry
from cms.audit.reading import differences
from cms.audit.subscribers import ACTIONS, SIGNED_IN, note
from tests.access.test_admin import admin_of
from tests.factories import accounts
from tests.factories.accounts import PASSWORD
from tests.world import client_of

pytestmark = pytest.mark.django_db

LOGIN = "/api/v1/auth/browser/v1/auth/login"


@pytest.fixture
def entry(world) -> Entry:
    return audit.record(SIGNED_IN, actor=world.admin, target=world.owner, before={"a": 1}, after={"a": 2})


def test_an_entry_names_the_people_and_the_object(world, entry):
    kept = Entry.objects.get(pk=entry.pk)
    assert (kept.actor_id, kept.target_type, kept.target_id) == (world.admin.pk, "accounts.user", str(world.owner.pk))
    assert world.owner.email in kept.target
    assert world.admin.email in kept.actor
    assert (kept.before, kept.after) == ({"a": 1}, {"a": 2})


def test_an_entry_is_never_changed_or_deleted(entry):
    entry.target = "something else"
    attempts = [
        entry.save,
        entry.delete,
        Entry.objects.all().delete,
        lambda: Entry.objects.update(target=""),
        lambda: Entry.objects.bulk_update([entry], ["target"]),
        lambda: Entry._base_manager.all().delete(),
    ]
    for attempt in attempts:
        with pytest.raises(AppendOnly):
            attempt()
    assert Entry.objects.get(pk=entry.pk).target != "something else"


@pytest.mark.skipif(connection.vendor != "postgresql", reason="the trigger is PostgreSQL's")
@pytest.mark.parametrize("statement", ["UPDATE audit_entry SET target = ''", "DELETE FROM audit_entry"])
def test_the_database_refuses_it_too(entry, statement):
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Entry.objects.filter(pk=entry.pk).exists()


def test_an_entry_outlives_the_account(world):
    gone = accounts.user(email="gone@a.example")
    audit.record(SIGNED_IN, actor=gone, target=gone)
    gone.delete()
    assert Entry.objects.get(actor__contains="gone@a.example").target.endswith("gone@a.example")


def test_an_entry_is_undone_with_its_change(world):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        audit.record(SIGNED_IN, actor=world.admin)
        raise ZeroDivisionError
    assert not Entry.objects.exists()


def test_an_action_is_declared_once():
    with pytest.raises(ImproperlyConfigured):
        audit.action(SIGNED_IN.code, _("Signed in"))


def test_within_acting_both_names_are_kept(world):
    with audit.acting(world.service_full, acting_as=world.owner):
        entry = audit.record(SIGNED_IN, target=world.owner)
    assert (entry.actor_id, entry.acting_as_id) == (world.service_full.pk, world.owner.pk)


def test_signing_in_and_out_are_recorded_with_the_address(world, django_capture_on_commit_callbacks):
    client = client_of(REMOTE_ADDR="10.1.2.3")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(LOGIN, {"email": world.owner.email, "password": "wrong"}, HTTP_X_REQUEST_ID="request-of-mine")
        client.post(LOGIN, {"email": world.owner.email, "password": PASSWORD})
        client.delete("/api/v1/auth/browser/v1/auth/session")
    failed, came, went = Entry.objects.order_by("at", "pk")
    assert [failed.action, came.action, went.action] == [
        "accounts.sign_in_failed",
        "accounts.signed_in",
        "accounts.signed_out",
    ]
    assert (failed.actor_id, failed.target_id) == (None, str(world.owner.pk))
    assert {came.actor_id, went.actor_id} == {world.owner.pk}
    assert {failed.address, came.address, went.address} == {"10.1.2.3"}


def test_an_unknown_address_is_kept_as_it_was_typed(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client_of().post(LOGIN, {"email": "nobody@a.example", "password": "a secret of mine"})
    entry = Entry.objects.get()
    assert (entry.target, entry.target_id, entry.actor) == ("nobody@a.example", "", "")
    assert "a secret of mine" not in str(list(Entry.objects.values()))


@pytest.mark.parametrize("fact_class", ACTIONS, ids=lambda fact_class: fact_class.__name__)
def test_every_fact_of_an_account_makes_an_entry(world, fact_class):
    given = {
        "user_id": world.owner.pk, "by_id": world.admin.pk, "address": "10.0.0.1", "email": world.owner.email,
        "device": "Firefox", "second_factor": True, "step": "password", "session_address": "10.0.0.2",
        "until": timezone.now(),
    }  # fmt: skip
    note(fact_class(**{field.name: given[field.name] for field in fields(fact_class)}))
    entry = Entry.objects.get()
    assert entry.action == ACTIONS[fact_class].code
    assert entry.target_id == str(world.owner.pk)
    assert list(differences(entry)) or entry.after is None


def test_no_fact_of_an_account_is_forgotten():
    declared = {value for value in vars(facts).values() if is_dataclass(value)}
    assert declared - set(ACTIONS) == {facts.InvitationAccepted}  # recorded with the invitation itself


def test_the_request_is_named(world):
    asked = admin_of(world.admin).get("/admin/role/overview/", {"export": "xlsx"}, HTTP_X_REQUEST_ID="request-of-mine")
    assert asked.status_code == 200
    assert Entry.objects.get().request_id == "request-of-mine"
