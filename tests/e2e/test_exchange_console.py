"""An administrator loads prices in full and watches, then looks after deliveries that 1C refused."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import httpx
import polib
import pytest
from django.conf import settings
from playwright.sync_api import expect

from cms.access import roles
from cms.demo import PASSWORD, demo_email
from integration.simulator.testing import Simulator
from modules.ordering.management.commands.smoke import place, sign_in

pytestmark = pytest.mark.e2e

BUYER = demo_email(roles.BUYER_MANAGER)


@cache
def russian() -> dict[str, str]:
    """msgid → translation, of what the server writes."""
    path = Path(settings.BASE_DIR) / "locale" / "ru" / "LC_MESSAGES" / "django.po"
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(path))}


@pytest.fixture
def onec(portal) -> Iterator[Simulator]:
    """The base behind the portal; it behaves again when the test is over."""
    running = Simulator(portal.ports.simulator, "demo", ("portal", "portal"))
    yield running
    running.heal()


@pytest.fixture
def admin(person):
    someone = person("ru")
    someone.signs_in(demo_email(roles.PLATFORM_ADMIN))
    return someone


def press(admin, msgid: str) -> None:
    admin.page.get_by_role("button", name=russian()[msgid], exact=True).first.click()


def ordered(portal) -> dict:
    """An order of the demo's buyer, placed by the API."""
    with httpx.Client(base_url=f"{portal.url}/api/v1/", timeout=30, trust_env=False) as http:
        sign_in(http, BUYER, PASSWORD)
        return place(http)


def test_full_load_is_watched_to_its_end(admin, onec):
    onec.fault({"channel": "B", "path": "/prices"}, {"delay": 2.5})
    admin.page.goto("/admin/exchange/entities/prices/")
    press(admin, "Load in full")
    progress = admin.page.locator("[data-exchange-progress]")
    expect(progress).to_be_visible()
    expect(progress.get_by_text(re.compile(r"Прочитано строк: \d"))).to_be_visible(timeout=60_000)
    admin.takes_a_picture("exchange-load")
    onec.heal()
    expect(progress).to_have_count(0, timeout=60_000)  # the page shows itself anew
    row = admin.page.locator("tr", has=admin.page.get_by_text(russian()["full"], exact=True)).first
    expect(row.get_by_text(russian()["done"], exact=True)).to_be_visible()
    admin.takes_a_picture("exchange-entity")


def test_parked_delivery_is_found_replayed_and_another_dropped(admin, portal, onec):
    onec.fault({"channel": "B", "path": "/orders$", "method": "POST"}, {"status": 400})
    replayed, dropped = ordered(portal), ordered(portal)
    page = admin.page
    for order in (replayed, dropped):
        page.goto(f"/admin/exchange/messages/?q={order['number']}")
        parked = page.locator("tr", has_text=order["number"]).get_by_text(russian()["parked"], exact=True)
        for _ in range(30):
            if parked.count():
                break
            page.wait_for_timeout(1000)
            page.reload()
        expect(parked).to_be_visible()
    admin.takes_a_picture("exchange-queue")
    page.get_by_role("link", name=dropped["number"]).click()
    expect(page.locator("pre")).to_contain_text(dropped["number"])
    page.get_by_role("link", name=russian()["Drop…"]).click()
    press(admin, "Drop")
    expect(page.get_by_label(russian()["Reason"])).to_be_visible()  # not without a reason
    page.get_by_label(russian()["Reason"]).fill("внесено в 1С вручную")
    press(admin, "Drop")
    expect(page.get_by_text("внесено в 1С вручную").first).to_be_visible()
    admin.takes_a_picture("exchange-dropped")

    onec.heal()
    page.goto(f"/admin/exchange/messages/?q={replayed['number']}")
    page.get_by_role("link", name=replayed["number"]).click()
    press(admin, "Send again")
    for _ in range(30):
        if page.get_by_text(russian()["delivered"], exact=True).count():
            break
        page.wait_for_timeout(1000)
        page.reload()
    expect(page.get_by_text(russian()["delivered"], exact=True)).to_be_visible()
    admin.takes_a_picture("exchange-delivered")
    assert len(onec.orders(replayed["id"])) == 1
    assert onec.orders(dropped["id"]) == []
