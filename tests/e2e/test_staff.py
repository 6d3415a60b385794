"""A head invites a colleague; the colleague follows the link of the letter, is in, and is blocked."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from cms.access import roles
from cms.demo import demo_email
from tests.e2e.letters import link_in_letter

pytestmark = pytest.mark.e2e

PASSWORD = "a long and quiet river"


@pytest.mark.parametrize("language", ["ru", "en", "kk"])
def test_colleague_is_invited_comes_in_and_is_blocked(portal, person, language):
    mark = uuid4().hex[:6]
    email, last_name = f"colleague-{mark}@example.com", f"Zhumabayeva-{mark}"
    head = person(language)
    head.signs_in(demo_email(roles.BUYER_HEAD))
    head.opens("cabinet/staff")
    head.link("Invite a colleague").click()
    head.labelled("E-mail").fill(email)
    head.labelled("First name").fill("Madina")
    head.labelled("Last name").fill(last_name)
    head.takes_a_picture("staff-invite")
    head.button("Send the invitation").click()
    head.page.wait_for_url(re.compile("/cabinet/staff$"))
    expect(head.page.get_by_text(email, exact=True)).to_be_visible()
    head.takes_a_picture("staff")

    colleague = person(language, width=390, height=844)
    colleague.page.goto(link_in_letter(portal, email))
    colleague.labelled("Password").fill("short")
    colleague.button("Accept and sign in").click()
    expect(colleague.page.get_by_role("alert").first).to_be_visible()
    colleague.takes_a_picture("invitation-phone")
    colleague.labelled("Password").fill(PASSWORD)
    colleague.button("Accept and sign in").click()
    colleague.page.wait_for_url(re.compile("/cabinet"))

    head.page.get_by_role("link", name=f"Madina {last_name}").click()
    head.button("Block").click()
    head.page.get_by_role("tooltip").get_by_role("button", name=head.reads("Block"), exact=True).click()
    head.sees("They cannot sign in. Their role and limits are kept.")
    head.takes_a_picture("staff-blocked")
    colleague.page.reload()
    colleague.page.wait_for_url(re.compile("/sign-in"))
