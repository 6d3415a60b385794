"""A client adds a consignee, proposes an address and reads what 1C says of it, without a reload."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from cms.access import roles
from cms.demo import demo_email

pytestmark = pytest.mark.e2e

DECIDED = 60_000  # milliseconds until a decision of the simulated base is on the screen


@pytest.mark.parametrize(("language", "width"), [("ru", 1360), ("en", 390), ("kk", 390)])
def test_consignee_and_address(portal, person, language, width):
    mark = uuid4().hex[:6]
    head = person(language, width=width)
    head.signs_in(demo_email(roles.BUYER_HEAD))
    head.opens("cabinet/places/consignees")
    head.link("Add a consignee").click()
    head.labelled("Name of the consignee").fill(f"Depot {mark}")
    head.labelled("Country of the tax id").click()
    head.page.locator(".ant-select-item-option").first.click()
    head.labelled("Tax id").fill("140540000016")
    head.button("Propose").click()
    expect(head.page.locator(".ant-form-item-explain-error")).to_be_visible()
    expect(head.labelled("Name of the consignee")).to_have_value(f"Depot {mark}")
    head.takes_a_picture(f"consignee-refused-{width}")
    head.labelled("Tax id").fill("140540000015")
    expect(head.page.locator(".ant-form-item-explain-error")).to_have_count(0)
    head.button("Propose").click()
    head.page.wait_for_url(re.compile(r"/consignees/[0-9a-f-]{36}"))
    head.sees("In 1C", timeout=DECIDED)
    head.takes_a_picture(f"consignee-{width}")

    address = f"Dostyk {mark}"
    propose(head, f"Depot {mark}", address)
    head.sees("confirmed", timeout=DECIDED)
    head.takes_a_picture(f"address-confirmed-{width}")
    propose(head, f"Depot {mark}", f"отклонить {mark}")
    head.sees("1C has rejected this address", timeout=DECIDED)
    head.takes_a_picture(f"address-rejected-{width}")

    head.opens(f"cabinet/places?search={mark}")
    expect(head.page.get_by_role("link", name=re.compile(address))).to_be_visible()
    head.takes_a_picture(f"addresses-{width}")
    head.opens("cabinet/terms")
    head.sees("Your managers")
    expect(head.page.get_by_role("table").first).to_be_visible()
    head.takes_a_picture(f"terms-{width}")


def propose(head, consignee: str, address: str) -> None:
    head.opens("cabinet/places/addresses/new")
    head.labelled("Consignee").fill(consignee)
    head.page.locator(".ant-select-item-option", has_text=consignee).click()
    head.labelled("City").fill("Astana")
    head.labelled("Street, building, gate").fill(address)
    head.button("Propose").click()
    head.page.wait_for_url(re.compile(r"/addresses/[0-9a-f-]{36}"))
