"""A company applies, a manager of its region decides, 1C takes it, its head is invited."""

from uuid import uuid4

import pytest
from django.core import mail
from django.urls import reverse

from cms.access import roles
from cms.accounts.models import User
from cms.audit.models import Entry
from integration.models import Delivery, OutboxMessage
from modules.partners.applications import form, services
from modules.partners.applications.duplicates import duplicates_of
from modules.partners.models import Application, CountryRegion
from tests.access.test_admin import admin_of
from tests.factories import partners
from tests.factories.accounts import grant
from tests.modules.partners.people import everything
from tests.world import client_of

pytestmark = pytest.mark.django_db

SEND = "/api/v1/partners/applications/"
WISH = {
    "company": "Жаңа Май ЖШС",
    "country": "KZ",
    "tax_id": "9712 4000 1315",
    "first_name": "Ерлан",
    "last_name": "Сейітов",
    "email": "Erlan@newcomer.example",
    "phone": "+7 701 123 45 67",
    "message": "",
    "language": "kk",
    "consent_version": "2026-01",
}


@pytest.fixture(autouse=True)
def patient_people(settings):
    settings.APPLICATION_MIN_SECONDS = 0


def applied(client=None, **changed):
    return (client or client_of()).post(SEND, {"form": form.new_form(), **WISH} | changed)


def kept() -> tuple:
    return (*everything(), list(Application.objects.order_by("created_at").values()))


@pytest.fixture
def manager(world):
    return admin_of(world.service_limited)


@pytest.fixture
def application(world) -> Application:
    return partners.application(world.region_kz, email="head@newcomer.example", tax_id="971240001315")


def decide(client, application, **data):
    return client.post(reverse("application:decide", args=[application.pk]), data)


def test_form_tells_countries_and_the_consent(db):
    answer = client_of(language="ru").get(f"{SEND}form/")
    assert answer["Cache-Control"] == "no-store"
    assert {one["code"] for one in answer.json()["countries"]} >= {"KZ", "KG", "TJ", "CN", "UZ", "MN", "TM"}
    assert answer.json()["consent_version"] == "2026-01"


def test_application_is_kept_with_consent_and_region(world, worker_at_hand, django_capture_on_commit_callbacks):
    CountryRegion.objects.create(country="KZ", region=world.region_kz)
    with django_capture_on_commit_callbacks(execute=True):
        answer = applied()
    assert (answer.status_code, answer.json()) == (202, {"received": True})
    kept = Application.objects.get()
    assert (kept.tax_id, kept.region, kept.consent_version) == ("971240001315", world.region_kz, "2026-01")
    assert kept.consent_at and kept.history.get().became == "new"
    assert mail.outbox[-1].to == ["Erlan@newcomer.example"]


def test_who_is_known_already_is_answered_alike(world):
    partners.counterparty(world.partner_a, tax_id="971240001315")
    known = applied(email=world.owner.email)
    unknown = applied(email="nobody@newcomer.example", tax_id="140540000005", country="TM")
    assert (known.status_code, known.json()) == (unknown.status_code, unknown.json())


def test_same_form_twice_is_one_application(db):
    once = {"form": form.new_form()}
    assert applied(**once).status_code == applied(**once).status_code == 202
    assert Application.objects.count() == 1


REFUSED = {
    "no consent": {"consent_version": ""},
    "an older consent": {"consent_version": "2020-01"},
    "a mistyped tax id": {"tax_id": "971240001316"},
    "no such country": {"country": "XX"},
    "no address": {"email": "erlan"},
    "no telephone": {"phone": "call me"},
}


@pytest.mark.parametrize("changed", REFUSED.values(), ids=REFUSED)
def test_wrong_application_is_refused_by_field(db, changed):
    before = kept()
    answer = applied(**changed)
    assert answer.status_code == 400
    assert set(answer.json()["errors"]) == set(changed)
    assert kept() == before


def test_machine_in_a_hurry_is_refused(db, settings):
    settings.APPLICATION_MIN_SECONDS = 4
    before = kept()
    assert (applied().status_code, applied().json()["code"]) == (409, "form_too_fast")
    assert kept() == before


@pytest.mark.parametrize("text", ["made up", "WzFd:1tabcd:abcdefgh"])
def test_made_up_form_is_refused(db, text):
    before = kept()
    assert applied(form=text).json()["code"] == "form_expired"
    assert kept() == before


def test_machine_that_fills_everything_is_answered_and_forgotten(db):
    before = kept()
    answer = applied(website="https://casino.example")
    assert (answer.status_code, answer.json()) == (202, {"received": True})
    assert kept() == before


def test_one_address_does_not_flood(db, settings):
    settings.APPLICATIONS_FROM_ADDRESS = 2
    assert [applied().status_code for _ in range(3)] == [202, 202, 429]
    assert Application.objects.count() == 2


def test_one_mailbox_is_not_flooded(db, worker_at_hand, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        for _number in range(4):
            applied()
    assert len(mail.outbox) == 2


def test_applying_needs_a_token_of_the_page(db):
    before = kept()
    assert applied(client_of(enforce_csrf_checks=True)).status_code == 403
    assert kept() == before


def test_manager_sees_who_it_may_be(world, manager, application):
    entity = partners.counterparty(world.partner_a, name="Known Ltd", tax_id=application.tax_id)
    partners.counterparty(world.partner_b, name="Hidden Ltd", tax_id=application.tax_id)
    Application.objects.filter(pk=application.pk).update(email=world.owner.email)
    page = manager.get(reverse("application:inspect", args=[application.pk])).content.decode()
    assert reverse("counterparty:inspect", args=[entity.pk]) in page
    assert "Hidden Ltd" not in page
    assert "1 match outside your regions" in page
    assert "an account with the same e-mail address" in page


def test_unmapped_application_is_seen_by_whoever_sees_all(world, manager):
    unmapped = partners.application(None)
    url = reverse("application:inspect", args=[unmapped.pk])
    assert manager.get(url).status_code == 404
    assert admin_of(world.service_full).get(url).status_code == 200


@pytest.mark.parametrize("decision", ["approve", "reject", "ask"])
def test_foreign_application_is_decided_by_nobody(world, manager, decision):
    foreign, before = world.application_kg, kept()
    assert decide(manager, foreign, decision=decision, kind="buyer", words="no").status_code == 404
    assert kept() == before


def test_rejection_is_told_with_its_reason(
    world, manager, application, worker_at_hand, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        decide(manager, application, decision="reject", words="We do not deliver there.")
    application.refresh_from_db()
    assert (application.status, application.decided_by) == ("rejected", world.service_limited)
    assert "We do not deliver there." in mail.outbox[-1].body
    assert mail.outbox[-1].to == ["head@newcomer.example"]
    assert not OutboxMessage.objects.exists()
    assert Entry.objects.filter(action="partners.application_decided").count() == 1


def test_question_names_whom_to_answer(world, manager, application, worker_at_hand, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        decide(manager, application, decision="ask", words="How much do you need?")
    assert world.service_limited.email in mail.outbox[-1].body
    application.refresh_from_db()
    assert application.status == "asked"


def test_rejection_without_words_changes_nothing(manager, application):
    before = kept()
    decide(manager, application, decision="reject", words="")
    assert kept() == before


def test_approval_is_proposed_to_1c_once(world, manager, application):
    decide(manager, application, decision="approve", kind="distributor")
    message = OutboxMessage.objects.get(topic="counterparties", key=application.pk)
    assert message.status == Delivery.WAITING
    before = kept()
    decide(manager, application, decision="approve", kind="buyer")
    decide(manager, application, decision="reject", words="too late")
    assert kept() == before
    assert services.proposal(application.pk)["tax_id"] == "971240001315"


def arrived(world, application, region=None):
    """1C has taken the company, and the regular load has brought it."""
    ref = uuid4()
    services.application_answered(application_id=application.pk, result={"status": "accepted", "ref": str(ref)})
    company = partners.partner("Newcomer", region or world.region_kz, ref=ref)
    services.applications_arrive()
    application.refresh_from_db()
    assert application.status == "approved"  # the partner alone is half of it
    partners.counterparty(company, tax_id=application.tax_id)
    services.applications_arrive()
    application.refresh_from_db()
    return company


def test_head_is_invited_when_1c_has_the_company(world, manager, application):
    decide(manager, application, decision="approve", kind="distributor")
    company = arrived(world, application)
    assert (application.status, application.partner) == ("invited", company)
    head = User.objects.get(email="head@newcomer.example")
    assert not head.is_active and head.language == "kk"
    assert [grant.limits for grant in head.grants.all()] == [{"partner": company.pk}]
    assert head.groups.get().role.code == roles.DISTRIBUTOR_HEAD
    assert not duplicates_of(application, world.service_full)  # what became of it is no double
    services.applications_arrive()
    assert User.objects.filter(email="head@newcomer.example").count() == 1


def test_head_of_a_company_with_people_is_left_to_an_administrator(world, manager, application):
    decide(manager, application, decision="approve", kind="buyer")
    services.application_answered(
        application_id=application.pk, result={"status": "accepted", "ref": str(world.partner_a.ref)}
    )
    application.refresh_from_db()
    assert (application.status, application.invitation) == ("in_onec", None)
    assert not User.objects.filter(email="head@newcomer.example").exists()


def test_head_of_a_company_the_approver_does_not_see_is_not_invited(world, manager, application):
    decide(manager, application, decision="approve", kind="buyer")
    arrived(world, application, region=world.region_kg)
    assert (application.status, application.invitation) == ("in_onec", None)


def test_head_with_an_account_is_not_invited_twice(world, manager, application):
    Application.objects.filter(pk=application.pk).update(email=world.stranger.email)
    decide(manager, application, decision="approve", kind="buyer")
    arrived(world, application)
    assert application.status == "in_onec"
    assert world.stranger.grants.count() == 1


def test_company_that_1c_does_not_take_is_decided_again(manager, application):
    decide(manager, application, decision="approve", kind="buyer")
    error = {"code": "required", "message": "Не заполнен ИНН"}
    services.application_answered(application_id=application.pk, result={"status": "rejected", "error": error})
    application.refresh_from_db()
    assert application.status == "not_taken"
    assert application.history.last().note == "Не заполнен ИНН"
    decide(manager, application, decision="approve", kind="buyer")
    application.refresh_from_db()
    assert (application.status, application.version) == ("approved", 2)


def test_clients_see_no_applications(world, application):
    grant(world.head, region=world.region_kz)
    before = kept()
    assert decide(admin_of(world.head), application, decision="approve", kind="buyer").status_code == 302
    assert kept() == before
