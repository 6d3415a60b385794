"""A manager opens a client's cabinet in a browser, sees whose it is, and closes it again."""

import re

import pytest
from playwright.sync_api import expect

from cms.access import roles
from cms.demo import demo_email
from tests.e2e.person import Person

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("language", ["ru", "en", "kk"])
def test_cabinet_of_a_client_is_opened_and_closed(person, language):
    manager: Person = person(language=language)
    page = manager.page
    manager.signs_in(demo_email(roles.SERVICE_MANAGER_FULL))
    manager.opens("cabinet/clients")
    manager.labelled("Search by name, e-mail or company").fill(demo_email(roles.BUYER_HEAD))
    expect(page.get_by_role("row")).to_have_count(2)
    manager.takes_a_picture("clients")
    page.get_by_role("row").last.get_by_role("button").click()
    close = manager.button("Close the cabinet")
    expect(close).to_be_visible()
    manager.takes_a_picture("acting")
    page.reload()
    expect(close).to_be_visible()
    close.click()
    page.wait_for_url(re.compile("cabinet/clients"))
    expect(page.get_by_role("row").nth(2)).to_be_visible()
    expect(close).to_have_count(0)
