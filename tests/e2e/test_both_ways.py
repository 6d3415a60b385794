"""A claim, a plan and a conversation in the browser: from the portal to 1C and back, seen without a reload."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, expect

from cms.access import roles
from cms.demo import demo_email
from integration.simulator.testing import Simulator
from tests.e2e.person import Person

pytestmark = pytest.mark.e2e


@pytest.fixture
def onec(portal) -> Iterator[Simulator]:
    """The base behind the portal; it behaves again when the test is over."""
    running = Simulator(portal.ports.simulator, "demo", ("portal", "portal"))
    yield running
    running.heal()


def chooses(someone: Person, label: str, option: str) -> None:
    """In a list of antd: the field by its label, then what it offers."""
    someone.labelled(label).click()
    someone.page.locator(".ant-select-item-option").get_by_text(option, exact=True).click()


def key_of(page, of: str) -> str:
    page.wait_for_url(re.compile(rf"/{of}/[0-9a-f-]+$"))
    return page.url.rsplit("/", 1)[1]


def in_1c(someone: Person) -> Locator:
    """The number that 1C gave, on the object's way there."""
    return someone.page.get_by_role("list", name=someone.reads("The way to 1C")).get_by_text("№")


def said(page, text: str) -> Locator:
    return page.get_by_role("article").filter(has_text=text)


def test_a_claim_that_1c_did_not_take_is_sent_again_and_answered(person, portal, onec):
    onec.fault({"channel": "B", "path": "/claims$", "method": "POST"}, {"status": 400}, times=1)
    subject = f"Канистры текут, {uuid4()}"
    buyer = person("ru")
    buyer.signs_in(demo_email(roles.BUYER_MANAGER))
    buyer.opens("cabinet/claims/new")
    chooses(buyer, "What is it about?", buyer.reads("Quality"))
    buyer.labelled("Subject").fill(subject)
    buyer.labelled("What happened").fill("Две канистры из десяти пришли с трещиной у горловины.")
    buyer.button("Register the claim").click()
    key = key_of(buyer.page, "claims")
    buyer.sees("Received by the portal")
    expect(buyer.button("Send again")).to_be_visible()
    buyer.takes_a_picture("claim-waits")
    assert not [row for row in onec.rows("claims") if row["subject"] == subject]

    buyer.button("Send again").click()
    expect(in_1c(buyer)).to_be_visible()
    [claim] = [row for row in onec.rows("claims") if row["subject"] == subject]
    onec.answer_claim(key, "Удовлетворена", "Привезём две канистры в среду.")
    portal.manage("onec", "load", "claims", "--changes")
    answer = buyer.page.get_by_role("paragraph").filter(has_text="Привезём две канистры в среду.")
    expect(answer).to_be_visible()  # without a reload
    expect(buyer.page.get_by_text(claim["number"]).first).to_be_visible()
    buyer.takes_a_picture("claim-answered")


def test_a_plan_is_drafted_changed_in_1c_and_comes_back(person, portal, onec):
    comment = f"К весеннему сезону, {uuid4()}"
    head = person("ru")
    head.signs_in(demo_email(roles.DISTRIBUTOR_HEAD))
    head.opens("cabinet/plans/new")
    head.labelled("First day").fill("01.01.2027")
    head.labelled("Last day").fill("31.03.2027")
    head.labelled("Product").click()
    head.page.locator(".ant-select-item-option").first.click()
    head.labelled("Quantity").fill("120")
    head.labelled("Comment").fill(comment)
    head.button("Send to 1C").click()
    key_of(head.page, "plans")
    expect(in_1c(head)).to_be_visible()
    expect(head.page.get_by_role("table")).to_contain_text("120")
    head.takes_a_picture("plan")

    [plan] = [row for row in onec.rows("Document_ПланПродаж") if row["Комментарий"] == comment]
    lines = [line | {"Количество": 90} for line in plan["Товары"]]
    onec.edit("Document_ПланПродаж", {"Товары": lines, "Комментарий": "Столько есть"}, key=plan["Ref_Key"])
    onec.decide_plan(plan["Ref_Key"], "Утвержден")
    portal.manage("onec", "load", "plans", "--changes")
    head.page.reload()
    expect(head.page.get_by_text("Столько есть")).to_be_visible()
    expect(head.page.get_by_role("table")).to_contain_text("90")
    head.takes_a_picture("plan-approved")


def test_a_message_is_seen_at_once_by_another_browser_and_by_1c(person, onec):
    sign = str(uuid4())[:8]
    question, answer, news = f"Когда придёт машина? {sign}", f"Завтра до обеда. {sign}", f"Водитель позвонит. {sign}"
    buyer, manager = person("ru"), person("ru")
    buyer.signs_in(demo_email(roles.BUYER_HEAD))
    buyer.opens("cabinet/messages")
    begin = buyer.button("Write a message")
    field = buyer.page.get_by_role("textbox", name=buyer.reads("Your message"))
    expect(begin.or_(field)).to_be_visible()
    if begin.is_visible():
        begin.click()
    field.fill(question)
    buyer.button("Send").click()
    expect(said(buyer.page, question)).to_contain_text(buyer.reads("delivered"))
    [asked] = [row for row in onec.rows("messages") if row["text"] == question]

    manager.signs_in(demo_email(roles.SERVICE_MANAGER_FULL))
    manager.opens(f"cabinet/messages?chat={asked['chat']}")
    expect(said(manager.page, question)).to_be_visible()
    manager.page.get_by_role("textbox", name=manager.reads("Your message")).fill(answer)
    manager.button("Send").click()
    expect(said(buyer.page, answer)).to_be_visible()  # without a reload
    buyer.takes_a_picture("messages-live")

    onec.write_message(asked["chat"], news)
    for someone in (buyer, manager):
        expect(said(someone.page, news)).to_be_visible()
