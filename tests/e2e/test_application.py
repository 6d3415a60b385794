"""A company applies, a manager approves it in the Wagtail admin, 1C takes it, its head is in."""

import re
from random import randrange
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from cms.access import roles
from cms.demo import demo_email
from integration.simulator.seed.tax import kazakh
from tests.e2e.letters import link_in_letter

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("language", ["ru", "en", "kk"])
def test_company_becomes_a_client(portal, person, language):
    mark = uuid4().hex[:6]
    company, email = f"Newcomer {mark}", f"head-{mark}@newcomer.example"
    applicant = person(language)
    applicant.opens("apply")
    applicant.labelled("Name of the company").fill(company)
    applicant.page.locator("form select").select_option("KZ")
    applicant.labelled("Tax id").fill("123456789012")
    applicant.labelled("First name").fill("Yerlan")
    applicant.labelled("Last name").fill("Seitov")
    applicant.labelled("E-mail").fill(email)
    applicant.labelled("Telephone").fill("+7 701 123 45 67")
    applicant.page.get_by_role("checkbox").check()
    applicant.page.wait_for_timeout(4_500)  # the portal takes whoever is faster for a machine
    applicant.button("Send the application").click()
    expect(applicant.page.get_by_role("alert").first).to_be_visible()
    applicant.takes_a_picture("apply")
    applicant.labelled("Tax id").fill(kazakh(f"1507400{randrange(10_000):04d}"))
    applicant.button("Send the application").click()
    applicant.sees("Thank you, the application is with us")

    manager = person(language)
    manager.signs_in(demo_email(roles.SERVICE_MANAGER_LIMITED))
    manager.page.goto("/admin/application/")
    manager.page.get_by_role("link", name=company, exact=True).first.click()
    manager.page.locator("button[value=approve]").click()
    manager.takes_a_picture("application-admin")

    head = person(language)
    head.page.goto(link_in_letter(portal, email, 90))
    head.labelled("Password").fill("a long and quiet river")
    head.button("Accept and sign in").click()
    head.page.wait_for_url(re.compile("/cabinet"))
    head.opens("cabinet/staff")
    expect(head.page.get_by_text(email, exact=True)).to_be_visible()
