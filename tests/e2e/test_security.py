"""The second factor in a browser: set up, asked for, replaced by a recovery code; sessions listed and ended."""

import re

import pytest
from playwright.sync_api import Page, expect

from cms.access import roles
from cms.demo import PASSWORD, demo_email
from cms.processes.testing import Portal
from tests.cms.accounts.person import code_of
from tests.e2e.person import Person

pytestmark = pytest.mark.e2e

SECURITY = "account/security"
BOSS = "boss@kabinet.example"
MAKE_BOSS = (
    f"from cms.accounts.models import User; User.objects.create_superuser({BOSS!r}, {PASSWORD!r}, first_name='Ольга')"
)
PEOPLE = {"ru": roles.CARRIER_MANAGER, "en": roles.CONNECT_MANAGER, "kk": roles.SERVICE_MANAGER_LIMITED}


def gives_password(somebody, email: str) -> None:
    somebody.opens(f"sign-in?next=/ru/{SECURITY}")
    somebody.labelled("E-mail").fill(email)
    somebody.labelled("Password").fill(PASSWORD)
    somebody.button("Sign in").click()


def proves(somebody) -> None:
    somebody.labelled("Your password").fill(PASSWORD)
    somebody.page.get_by_role("dialog").get_by_role("button", name=somebody.reads("Confirm"), exact=True).click()


def sets_up(somebody) -> tuple[str, list[str]]:
    """The secret and the recovery codes."""
    page = somebody.page
    somebody.button("Set up").click()
    key = page.get_by_role("listitem").locator("code")
    expect(key).to_be_visible()
    somebody.takes_a_picture("security-setup")
    secret = key.inner_text().replace(" ", "")
    somebody.labelled("Code from the app").fill("000000")
    somebody.button("Turn on").click()
    expect(page.get_by_role("alert").first).to_be_visible()
    expect(somebody.labelled("Code from the app")).to_have_value("000000")
    somebody.labelled("Code from the app").fill(code_of(secret, -1))
    somebody.button("Turn on").click()
    codes = page.get_by_role("list", name=somebody.reads("Recovery codes")).locator("code")
    expect(codes).to_have_count(10)
    somebody.takes_a_picture("security-codes")
    found = [code.replace(" ", "") for code in codes.all_inner_texts()]
    somebody.button("I have saved them").click()
    return secret, found


def signs_out(page: Page, somebody) -> None:
    page.get_by_role("button", name=re.compile("@|" + somebody.reads("Account: {0}").split("{")[0])).first.click()
    page.get_by_role("menuitem", name=somebody.reads("Sign out")).click()
    page.wait_for_url(re.compile("/sign-in"))


@pytest.mark.parametrize("language", ["ru", "en", "kk"])
def test_second_factor_from_setting_up_to_turning_off(person, language):
    somebody, email = person(language), demo_email(PEOPLE[language])
    page = somebody.page
    gives_password(somebody, email)
    page.wait_for_url(re.compile(f"/{language}/{SECURITY}"))
    expect(somebody.button("Set up")).to_be_visible()
    somebody.takes_a_picture("security")
    secret, codes = sets_up(somebody)
    expect(somebody.button("Turn off")).to_be_visible()
    somebody.takes_a_picture("security-on")
    signs_out(page, somebody)

    gives_password(somebody, email)
    somebody.labelled("Code from the app").fill("123")
    somebody.button("Confirm").click()
    expect(page.get_by_role("alert").first).to_be_visible()
    expect(somebody.labelled("Code from the app")).to_have_value("123")
    somebody.takes_a_picture("second-step-wrong")
    page.reload()
    somebody.labelled("Code from the app").fill(code_of(secret))
    somebody.button("Confirm").click()
    page.wait_for_url(re.compile(f"/{language}/{SECURITY}"))

    elsewhere = person(language)
    gives_password(elsewhere, email)
    elsewhere.button("No telephone at hand? Use a recovery code").click()
    elsewhere.labelled("Recovery code").fill(codes[0])
    elsewhere.takes_a_picture("second-step-recovery")
    elsewhere.button("Confirm").click()
    elsewhere.page.wait_for_url(re.compile(f"/{language}/{SECURITY}"))
    expect(elsewhere.button("Turn off")).to_be_visible()

    page.reload()
    ends = page.get_by_role("button", name=re.compile("^" + somebody.reads("End the session: {device}").split("{")[0]))
    expect(ends).to_have_count(1)
    somebody.takes_a_picture("security-sessions")
    ends.click()
    expect(ends).to_have_count(0)
    elsewhere.page.reload()
    elsewhere.page.wait_for_url(re.compile("/sign-in"))

    somebody.button("Turn off").click()
    expect(somebody.labelled("Your password")).to_be_focused()
    page.wait_for_timeout(400)  # the dialog grows
    somebody.takes_a_picture("security-proof")
    proves(somebody)
    expect(somebody.button("Set up")).to_be_visible()


def test_phone_width_does_not_scroll_sideways(person):
    somebody = person("kk", width=390, height=844)
    gives_password(somebody, demo_email(roles.LOGISTICIAN))
    somebody.page.wait_for_url(re.compile(SECURITY))
    somebody.button("Set up").click()
    expect(somebody.labelled("Code from the app")).to_be_visible()
    somebody.page.wait_for_load_state("networkidle")
    overflow = somebody.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert overflow <= 0
    somebody.takes_a_picture("phone-security")


def test_the_admins_door_is_the_portals(person):
    boss = person("ru")
    boss.page.goto("/admin/")
    boss.page.wait_for_url(re.compile("/ru/sign-in"))
    boss.labelled("E-mail").fill(demo_email(roles.PLATFORM_ADMIN))
    boss.labelled("Password").fill(PASSWORD)
    boss.button("Sign in").click()
    boss.page.wait_for_url(re.compile("/admin/$"))


def test_lockout_says_when_to_try_again(person):
    somebody = person("kk")
    somebody.opens("sign-in")
    somebody.labelled("E-mail").fill("locked-out@example.com")
    for _ in range(6):
        somebody.labelled("Password").fill("wrong-password")
        with somebody.page.expect_response(re.compile("/auth/login")):
            somebody.button("Sign in").click()
    expect(somebody.page.get_by_role("alert").first).to_contain_text("минуттан кейін")
    expect(somebody.labelled("E-mail")).to_have_value("locked-out@example.com")
    somebody.takes_a_picture("locked")


@pytest.fixture
def strict(tmp_path_factory):
    """A portal whose staff need a second factor; one administrator, nothing else."""
    with Portal(tmp_path_factory.mktemp("strict"), DEMO="0", MFA_REQUIRED_FOR="staff") as running:
        running.start("valkey")
        running.manage("prepare")
        running.manage("shell", "-c", MAKE_BOSS)
        running.start("web")
        yield running


def test_staff_are_led_to_setting_it_up_and_then_where_they_wanted_to_go(strict, browser, screenshots):
    context = browser.new_context(base_url=strict.url, locale="ru", viewport={"width": 1360, "height": 900})
    boss = Person(context.new_page(), "ru", screenshots)
    page = boss.page
    page.goto("/admin/users/")
    page.wait_for_url(re.compile("/ru/sign-in"))
    boss.labelled("E-mail").fill(BOSS)
    boss.labelled("Password").fill(PASSWORD)
    boss.button("Sign in").click()
    page.wait_for_url(re.compile(f"/ru/{SECURITY}"))
    boss.sees("Your account needs a second factor")
    boss.takes_a_picture("security-required")
    boss.opens("cabinet/orders")
    page.wait_for_url(re.compile(f"/ru/{SECURITY}"))
    page.goto("/admin/users/")
    page.wait_for_url(re.compile(f"/ru/{SECURITY}"))
    sets_up(boss)
    page.wait_for_url(re.compile("/admin/users/"))
    page.get_by_role("link", name="Ольга").first.click()
    page.wait_for_url(re.compile("/edit/"))
    page.goto(page.url.replace("/edit/", "/security/"))
    boss.takes_a_picture("admin-security")
    context.close()
