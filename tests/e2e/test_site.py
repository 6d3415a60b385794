"""The public site: ten news items in three languages, the switch that stays on the page, phones."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e


def test_reader_opens_news_and_switches_language(person):
    reader = person("ru")
    reader.opens("")
    expect(reader.page.get_by_role("heading", level=1)).to_be_visible()
    reader.takes_a_picture("home")
    reader.opens("news/")
    articles = reader.page.locator("main").get_by_role("article")
    expect(articles.nth(9)).to_be_visible()  # more than ten when somebody has published meanwhile
    reader.takes_a_picture("news")
    articles.last.get_by_role("link").first.click()
    title = {"ru": reader.page.get_by_role("heading", level=1).inner_text()}
    reader.takes_a_picture("news-item")
    for language in ("kk", "en"):
        reader.page.locator(f'a[hreflang="{language}"]').first.click()
        expect(reader.page.locator("html")).to_have_attribute("lang", language)
        expect(reader.page.get_by_role("heading", level=1)).not_to_have_text(title["ru"])
        reader.language = language
        title[language] = reader.page.get_by_role("heading", level=1).inner_text()
        reader.takes_a_picture("news-item")
    assert len(set(title.values())) == 3


def test_menu_opens_by_keyboard_and_on_a_phone_and_a_notice_stays_away(person):
    reader = person("ru")
    page = reader.page
    reader.opens("")
    menu = page.get_by_role("navigation", name=reader.reads("Site"), exact=True)
    opener = menu.locator("button[aria-controls]")
    below = menu.locator("li ul a")
    title = opener.locator("xpath=preceding-sibling::a").inner_text()
    expect(opener).to_have_attribute("aria-label", reader.reads("More: {0}").replace("{0}", title))
    opener.focus()
    page.keyboard.press("Enter")
    expect(below.first).to_be_visible()
    page.keyboard.press("Tab")
    expect(below.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(below.first).to_be_hidden()
    expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(below.count() + 1):
        page.keyboard.press("Tab")
    expect(below.first).to_be_hidden()  # whoever goes on leaves it closed

    page.set_viewport_size({"width": 390, "height": 844})
    expect(opener).to_be_hidden()
    reader.button("Menu").click()
    opener.click()
    path = below.first.get_attribute("href")
    below.first.click()
    page.wait_for_url(f"**{path}")

    notices = page.get_by_role("region", name=reader.reads("Notices"))
    said = notices.locator("p").first.inner_text()
    notices.get_by_role("button", name=reader.reads("Put the notice away")).first.click()
    expect(page.get_by_text(said)).to_have_count(0)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text(said)).to_have_count(0)


def test_page_that_does_not_exist_says_so(person):
    reader = person("kk")
    answer = reader.page.goto("/kk/no-such-page/")
    assert answer.status == 404
    reader.takes_a_picture("missing")


@pytest.mark.parametrize("path", ["", "news/", "sign-in"])
def test_phone_width_does_not_scroll_sideways(person, path):
    reader = person("ru", width=390, height=844)
    reader.opens(path)
    reader.page.wait_for_load_state("networkidle")
    overflow = reader.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert overflow <= 0
    reader.takes_a_picture(f"phone-{path.strip('/') or 'home'}")
