"""Signing in: what was typed stays, the message is in the reader's language, the way back is kept."""

import re

import pytest
from playwright.sync_api import expect

from cms.access import roles
from cms.demo import demo_email

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("language", ["ru", "en", "kk"])
def test_wrong_password_keeps_the_address_and_says_so(person, language):
    somebody = person(language)
    somebody.opens("sign-in")
    somebody.labelled("E-mail").fill("somebody@example.com")
    somebody.labelled("Password").fill("wrong-password")
    somebody.button("Sign in").click()
    alert = somebody.page.get_by_role("alert").first
    expect(alert).to_be_visible()
    expect(alert).to_contain_text(re.compile("[а-я]" if language != "en" else "[a-z]"))
    expect(somebody.labelled("E-mail")).to_have_value("somebody@example.com")
    somebody.takes_a_picture("sign-in-wrong")


def test_cabinet_asks_to_sign_in_and_comes_back(person):
    buyer = person("en")
    buyer.opens("cabinet/orders")
    buyer.page.wait_for_url(re.compile("/en/sign-in"))
    buyer.labelled("E-mail").fill(demo_email(roles.DISTRIBUTOR_HEAD))
    buyer.labelled("Password").fill("kabinet-demo")
    buyer.button("Sign in").click()
    buyer.page.wait_for_url(re.compile("/en/cabinet/orders"))
