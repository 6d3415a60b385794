"""A buyer orders in Russian, follows the order to 1C, and reads it in English and Kazakh."""

import re

import pytest
from playwright.sync_api import expect

from cms.access import roles
from cms.demo import demo_email

pytestmark = pytest.mark.e2e

BUYER = demo_email(roles.BUYER_MANAGER)


def test_buyer_orders_and_follows_the_order(person):
    buyer = person("ru")
    buyer.signs_in(BUYER)
    buyer.opens("cabinet/catalog")
    page = buyer.page
    buttons = page.get_by_role("button", name=re.compile("^" + buyer.reads("Add to the order: {0}, {1}").split("{")[0]))
    expect(buttons.first).to_be_visible()
    buyer.takes_a_picture("catalogue")
    for _ in range(2):
        buttons.first.click()

    buyer.opens("cabinet/order/new?step=requisites")
    buyer.labelled("Your reference").fill("PO-E2E-1")
    buyer.takes_a_picture("order-requisites")
    page.get_by_role("button", name=re.compile(buyer.reads("To the products"))).click()
    buyer.takes_a_picture("order-products")
    page.get_by_role("button", name=re.compile(buyer.reads("Check the order"))).click()
    expect(buyer.button("Place the order")).to_be_visible()
    buyer.takes_a_picture("order-check")
    buyer.button("Place the order").click()

    page.wait_for_url(re.compile("step=placed"))
    accepted = re.compile(buyer.reads("Order {0} is accepted in 1C").replace("{0}", ".+"))
    placed = page.get_by_role("heading", name=accepted)
    expect(placed).to_be_visible(timeout=30_000)  # without a reload
    number = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", placed.inner_text())[0]
    buyer.takes_a_picture("order-placed")

    buyer.link("Open the order").click()
    page.wait_for_url(re.compile(r"/ru/cabinet/orders/[0-9a-f-]{36}"))
    expect(page.get_by_text("PO-E2E-1")).to_be_visible()
    expect(page.get_by_text(re.compile("ТД00-")).first).to_be_visible()
    buyer.takes_a_picture("order")
    for language in ("kk", "en"):
        buyer.switches_to(language)
        expect(page.get_by_role("heading", level=1, name=re.compile(number))).to_be_visible()
        buyer.takes_a_picture("order")

    buyer.opens("cabinet/orders")
    expect(page.get_by_role("link", name=re.compile(number))).to_be_visible()
    buyer.takes_a_picture("orders")


def test_buyer_of_another_partner_does_not_find_it(person):
    buyer = person("ru")
    buyer.signs_in(BUYER)
    buyer.opens("cabinet/orders")
    buyer.page.get_by_role("table").get_by_role("link").first.click()
    buyer.page.wait_for_url(re.compile("/orders/[0-9a-f-]{36}"))
    foreign_path = buyer.page.url.split("/ru/")[1]

    stranger = person("ru")
    stranger.signs_in(demo_email(roles.DISTRIBUTOR_MANAGER))
    stranger.opens(foreign_path)
    stranger.sees("There is no such order")


def test_cart_survives_reload_and_sign_out(person):
    buyer = person("ru")
    buyer.signs_in(demo_email(roles.BUYER_SENIOR))
    buyer.opens("cabinet/catalog")
    page = buyer.page
    add = re.compile("^" + buyer.reads("Add to the order: {0}, {1}").split("{")[0])
    page.get_by_role("button", name=add).first.click()
    removal = re.compile("^" + buyer.reads("Take out of the order: {0}, {1}").split("{")[0])
    expect(page.get_by_role("button", name=removal)).to_have_count(1)
    page.reload()
    expect(page.get_by_role("button", name=removal)).to_have_count(1)
