"""Whoever asks for an old address is led to the new one: by the site, and by the API for the front end."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from content.models import StandardPage
from tests.content.pages import in_language, news


@pytest.fixture
def about(home) -> StandardPage:
    return home.add_child(instance=StandardPage(title="О заводе", slug="about", locale=home.locale))


def moved(get, path: str) -> tuple:
    document = get("page", path=path).json()
    return document["type"], document.get("to"), document.get("permanent")


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_page_that_got_another_address_is_found_by_the_old_one(news_list, get, reader, committed, language):
    item = news(news_list, "item")
    in_language(item, "kk")
    page = Page.objects.get(translation_key=item.translation_key, locale__language_code=language).specific
    assert get("page", path=f"/{language}/news/item/").json()["type"] == "content.NewsPage"
    page.slug = "renamed"
    with committed():
        page.save_revision().publish()
    assert moved(get, f"/{language}/news/item/") == ("redirect", f"/{language}/news/renamed/", True)
    answer = reader.get(f"/{language}/news/item/")
    assert (answer.status_code, answer["Location"]) == (301, f"/{language}/news/renamed/")
    assert answer["Cache-Control"] == "public, no-cache"


def test_so_is_what_moved_with_the_page_above_it(about, home, get, committed):
    child = about.add_child(instance=StandardPage(title="История", slug="history", locale=home.locale))
    target = home.add_child(instance=StandardPage(title="Компания", slug="company", locale=home.locale))
    with committed():
        about.move(target, pos="last-child")
    assert moved(get, "/ru/about/history/") == ("redirect", "/ru/company/about/history/", True)
    assert moved(get, "/ru/about/") == ("redirect", "/ru/company/about/", True)
    with committed():
        child.refresh_from_db()
        child.unpublish()
    assert get("page", path="/ru/about/history/").status_code == 404


def test_an_editor_s_redirect(about, get, reader, settings, committed):
    assert get("page", path="/ru/old/").status_code == 404
    with committed():
        Redirect.add_redirect("/ru/old/", about, is_permanent=False)
        Redirect.add_redirect("/catalogue.html", f"{settings.PORTAL_URL}/ru/about/")
        Redirect.add_redirect("/ru/partner/", "https://partner.example/a?b=1")
    assert moved(get, "/ru/old/") == ("redirect", "/ru/about/", False)
    assert reader.get("/ru/old/").status_code == 302
    assert reader.get("/ru/catalogue.html/")["Location"] == "/ru/about/"
    assert reader.get("/ru/partner/")["Location"] == "https://partner.example/a?b=1"
    with committed():
        Redirect.objects.all().delete()
    assert get("page", path="/ru/old/").status_code == 404


def test_a_page_comes_before_a_redirect(about, get):
    Redirect.add_redirect("/ru/about/", "https://elsewhere.example/")
    assert get("page", path="/ru/about/").json()["title"] == "О заводе"


def test_a_chain_is_followed_to_its_end_and_a_circle_is_a_404(about, get, reader):
    Redirect.add_redirect("/ru/a/", "/ru/b/")
    Redirect.add_redirect("/ru/b/", "/ru/c/")
    Redirect.add_redirect("/ru/c/", about)
    Redirect.add_redirect("/ru/x/", "/ru/y/")
    Redirect.add_redirect("/ru/y/", "/ru/x/")
    assert moved(get, "/ru/a/") == ("redirect", "/ru/about/", True)
    assert reader.get("/ru/x/").status_code == 404


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "//evil.example/", "ftp://evil.example/", "/\\evil.example/", "x"]
)
def test_nobody_is_led_to_what_is_no_address(home, reader, link):
    Redirect.add_redirect("/ru/old/", link)
    assert reader.get("/ru/old/").status_code == 404


@pytest.mark.parametrize("path", ["/ru//evil.example", "/ru/%5Cevil.example", "/ru/x?next=//evil.example"])
def test_an_address_leads_nowhere_else_by_itself(home, reader, path):
    answer = reader.get(path)
    assert answer.status_code in (301, 404) and answer.get("Location", "/ru/").startswith("/ru/")


def adds(administrator, link: str):
    return administrator.post(
        "/admin/redirects/add/", {"old_path": "/old", "is_permanent": "on", "redirect_link": link}
    )


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://x.example/", "//x.example/", "/\\x.example/", "x"])
def test_an_editor_is_told_where_a_redirect_cannot_lead(home, administrator, link):
    answer = adds(administrator, link)
    assert answer.status_code == 200 and "redirect_link" in answer.context["form"].errors
    assert not Redirect.objects.exists()


@pytest.mark.parametrize("link", ["/ru/about/", "/ru/apply", "/ru/news/?year=2026", "https://x.example/a?b=1"])
def test_an_editor_leads_to_an_address_of_the_site_or_elsewhere(about, administrator, reader, link):
    assert adds(administrator, link).status_code == 302
    assert reader.get("/ru/old/")["Location"] == link
