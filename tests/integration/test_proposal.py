"""A company proposed to 1C comes back by the regular load, in whatever order its rows come, and its head is invited."""

import pytest

from cms.access import roles
from cms.accounts.models import User
from integration import regulation
from integration.loading.run import load_one
from integration.models import Delivery, OutboxMessage
from integration.outbox import delivery
from modules.partners.applications.services import application_approve
from modules.partners.models import Application, ClientKind, Counterparty, Region
from tests.factories import accounts, partners

pytestmark = pytest.mark.django_db


@pytest.fixture
def approved(pull) -> Application:
    """Of the loaded base's Kazakhstan, on its way to 1C."""
    pull()
    region = Region.objects.get(name="Казахстан")
    manager = accounts.user(roles.SERVICE_MANAGER_LIMITED, grants=({"region": region},))
    application = partners.application(region, tax_id="971240001315", company="Новый клиент")
    application_approve(by=manager, application=application, kind=ClientKind.BUYER)
    return application


def delivered(application: Application) -> OutboxMessage:
    message = OutboxMessage.objects.get(topic="counterparties", key=application.pk)
    delivery.deliver(message.pk)
    message.refresh_from_db()
    return message


@pytest.mark.parametrize("order", [("clients", "counterparties"), ("counterparties", "clients")])
def test_head_is_invited_when_the_company_has_come_back(onec, approved, order):
    assert delivered(approved).status == Delivery.DELIVERED
    for name in order:
        load_one(regulation.get(name))
    approved.refresh_from_db()
    assert approved.status == "invited"
    assert approved.partner.region == approved.region
    assert Counterparty.objects.get(tax_id="971240001315").partner == approved.partner
    assert User.objects.get(email=approved.email).groups.get().role.code == roles.BUYER_HEAD


def test_answer_that_was_lost_makes_no_second_company(onec, approved):
    onec.fault({"channel": "B", "method": "POST", "path": "counterparties"}, {"lost_answer": True}, times=1)
    delivered(approved)
    OutboxMessage.objects.update(not_before="2020-01-01T00:00:00Z")
    assert delivered(approved).status == Delivery.DELIVERED
    companies = [row for row in onec.rows("Catalog_Контрагенты") if row["ИНН"] == "971240001315"]
    assert len(companies) == 1


def test_company_that_1c_knows_is_bound_and_left_to_people(onec, approved):
    known = Counterparty.objects.exclude(tax_id="").first()
    accounts.grant(accounts.user(roles.BUYER_HEAD), partner=known.partner)
    Application.objects.filter(pk=approved.pk).update(tax_id=known.tax_id)
    delivered(approved)
    approved.refresh_from_db()
    assert (approved.status, approved.partner) == ("in_onec", known.partner)
