"""Whole documents: what a search engine, a browser without scripts and the front end each find in them."""

import json
import re

import pytest
from bs4 import BeautifulSoup

from content.shell import bundle as bundles
from tests.content.pages import in_language, news, picture

MANIFEST = {
    "src/main.tsx": {"file": "assets/main-1.js", "isEntry": True, "imports": ["_a.js"], "css": ["assets/main-1.css"]},
    "_a.js": {"file": "assets/a-1.js", "imports": ["_b.js"], "css": ["assets/a-1.css"]},
    "_b.js": {"file": "assets/b-1.js", "imports": ["_a.js"]},
    "../locale/kk/LC_MESSAGES/frontend.po": {"file": "assets/kk-1.js", "isDynamicEntry": True},
    "../locale/ru/LC_MESSAGES/frontend.po": {"file": "assets/ru-1.js", "isDynamicEntry": True},
    "fonts/golos-text-cyrillic-wght-normal.woff2": {"file": "assets/cyrillic-1.woff2"},
    "fonts/golos-text-cyrillic-ext-wght-normal.woff2": {"file": "assets/cyrillic-ext-1.woff2"},
    "fonts/golos-text-latin-wght-normal.woff2": {"file": "assets/latin-1.woff2"},
}


@pytest.fixture(autouse=True)
def built(settings, tmp_path):
    """A front end that is built; delete the file and it is not."""
    manifest = tmp_path / "manifest.json"
    manifest.write_text(json.dumps(MANIFEST))
    settings.FRONTEND_MANIFEST = manifest
    return manifest


@pytest.fixture
def item(news_list):
    page = news(news_list, "item", title='Масло "Арктика" & <зима>', body=[("paragraph", "<p>Сорок пять градусов</p>")])
    in_language(page, "kk", title="Аяз", slug="ayaz")
    return page


def soup(answer) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "html.parser")


def test_the_head_is_for_search_engines(item, reader, settings):
    answer = reader.get("/kk/news/ayaz/")
    head, root = soup(answer).head, settings.PORTAL_URL
    assert soup(answer).html["lang"] == "kk" and head.title.text.startswith("Аяз")
    assert head.find("meta", attrs={"name": "description"})["content"] == item.lead
    assert head.find("link", rel="canonical")["href"] == f"{root}/kk/news/ayaz/"
    alternates = {link["hreflang"]: link["href"] for link in head.find_all("link", rel="alternate", hreflang=True)}
    assert alternates == {
        "ru": f"{root}/ru/news/item/",
        "kk": f"{root}/kk/news/ayaz/",
        "x-default": f"{root}/ru/news/item/",
    }
    graph = {meta["property"]: meta["content"] for meta in head.find_all("meta", property=True)}
    assert (graph["og:title"], graph["og:locale"], graph["og:type"]) == ("Аяз", "kk_KZ", "article")
    assert head.find("meta", attrs={"name": "robots"}) is None


def test_the_text_is_readable_without_scripts(item, reader):
    root = soup(reader.get("/ru/news/item/")).find(id="root")
    assert root.h1.text == item.title
    assert "Сорок пять градусов" in root.text
    assert root.find("a", href="/kk/news/ayaz/") and root.find("a", href="/ru/news/")
    assert root.time["datetime"] == "2026-03-01" and "2026" in root.time.text


def test_the_news_list_links_to_the_news(item, reader):
    for address in ("/ru/", "/ru/news/"):
        assert soup(reader.get(address)).find("main").find("a", href="/ru/news/item/")


def state(answer) -> dict:
    return json.loads(soup(answer).find(id="page-state").string)


def test_the_state_is_what_the_api_says(item, reader, get):
    found = state(reader.get("/ru/news/item/"))
    assert found == {
        "path": "/ru/news/item/",
        "page": get("page", path="/ru/news/item/").json(),
        "site": get("site", locale="ru").json(),
    }
    assert state(reader.get("/ru/"))["news"] == get("news", locale="ru").json()


def test_the_state_cannot_break_out_of_its_script(news_list, reader):
    news(news_list, "evil", title="</script><script>alert(1)</script><!-- & \u2028")
    answer = reader.get("/ru/news/evil/")
    assert "<script>alert" not in answer.content.decode() and "\u2028" not in str(soup(answer).find(id="page-state"))
    assert state(answer)["page"]["title"] == "</script><script>alert(1)</script><!-- & \u2028"


def test_no_script_is_written_into_the_page(item, reader):
    answer = reader.get("/ru/news/item/")
    for script in soup(answer).find_all("script"):
        assert script.get("src") or script["type"] in ("application/json", "application/ld+json")
    assert not re.search(r"\son\w+=", answer.content.decode())
    assert "script-src 'self';" in answer["Content-Security-Policy"]


def test_the_bundle_is_loaded_with_all_it_needs(item, reader):
    head = soup(reader.get("/kk/news/ayaz/")).head
    assert [script["src"] for script in head.find_all("script", type="module")] == ["/static/app/assets/main-1.js"]
    assert [link["href"] for link in head.find_all("link", rel="modulepreload")] == [
        "/static/app/assets/a-1.js", "/static/app/assets/b-1.js", "/static/app/assets/kk-1.js",
    ]  # fmt: skip
    assert [link["href"] for link in head.find_all("link", rel="stylesheet")] == [
        "/static/app/assets/main-1.css", "/static/app/assets/a-1.css",
    ]  # fmt: skip
    assert [link["href"] for link in head.find_all("link", rel="preload")] == ["/static/app/assets/cyrillic-1.woff2"]


def test_a_missing_bundle_is_said_and_the_text_is_there(item, reader, built):
    built.unlink()
    page = soup(reader.get("/ru/news/item/"))
    assert "make setup" in page.find(role="alert").text and "Сорок пять градусов" in page.text
    assert not page.find("script", type="module")


def test_a_new_build_is_noticed(item, reader, built):
    assert b"main-1.js" in reader.get("/ru/news/item/").content
    built.write_text(json.dumps(MANIFEST).replace("main-1", "main-2"))
    bundles._read.cache_clear()
    assert b"main-2.js" in reader.get("/ru/news/item/", headers={"Cache-Control": "no-cache"}).content


@pytest.mark.parametrize(
    "path", ["cabinet", "cabinet/orders/1", "sign-in", "reset-password", "reset-password/a-b", "style"]
)
def test_screens_of_the_front_end_are_empty_documents(news_list, reader, path):
    answer = reader.get(f"/kk/{path}")
    assert answer.status_code == 200 and soup(answer).html["lang"] == "kk"
    assert soup(answer).find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert "page" not in state(answer) and state(answer)["path"] == f"/kk/{path}"


@pytest.mark.parametrize(
    ("language", "word"), [("ru", "Страница не найдена"), ("en", "Page not found"), ("kk", "Бет табылмады")]
)
def test_a_missing_page_says_so_in_its_language(news_list, reader, language, word):
    answer = reader.get(f"/{language}/nothing/")
    assert (answer.status_code, soup(answer).h1.text) == (404, word)
    assert soup(answer).find("main").find("a", href=f"/{language}/")


@pytest.mark.parametrize(
    ("header", "cookie", "language"),
    [("", "", "ru"), ("kk-KZ,kk;q=0.9,en;q=0.5", "", "kk"), ("en-GB", "", "en"), ("de", "", "ru"), ("en", "kk", "kk")],
)
def test_the_door_leads_to_the_reader_s_language(db, reader, settings, header, cookie, language):
    if cookie:
        reader.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie
    answer = reader.get("/", headers={"Accept-Language": header} if header else None)
    assert (answer.status_code, answer["Location"]) == (302, f"/{language}/")
    assert "Accept-Language" in answer["Vary"] and "Cookie" in answer["Vary"]


def test_an_address_without_its_slash_leads_to_the_page(item, reader):
    answer = reader.get("/ru/news/item?from=mail")
    assert (answer.status_code, answer["Location"]) == (301, "/ru/news/item/?from=mail")


def test_who_has_the_document_is_told_so(item, reader):
    first = reader.get("/ru/news/item/")
    assert reader.get("/ru/news/item/", headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_a_document_is_fresh_after_a_publication(item, reader, committed):
    reader.get("/ru/news/item/")
    with committed():
        item.title = "Новое название"
        item.save_revision().publish()
    assert soup(reader.get("/ru/news/item/")).h1.text == "Новое название"


def test_a_stored_document_costs_nothing(item, reader, django_assert_num_queries):
    reader.get("/ru/news/item/")
    with django_assert_num_queries(0):
        reader.get("/ru/news/item/")


@pytest.mark.parametrize(
    "path", ["/media/images/nothing.png", "/media/original_images/x.png", "/media/documents/x.pdf"]
)
def test_only_renditions_of_the_media_folder_are_served(item, reader, path):
    assert reader.get(path).status_code == 404


def test_nothing_outside_of_the_folder_is_served(item, reader, settings):
    secret = settings.MEDIA_ROOT.parent / "secret.txt"
    secret.write_text("secret")
    for path in ("../../secret.txt", "..%2f..%2fsecret.txt", "%2e%2e/%2e%2e/secret.txt"):
        assert reader.get(f"/media/images/{path}").status_code in (400, 404)


def test_a_rendition_may_be_kept_for_ever(news_list, reader, get):
    news(news_list, "cover", cover=picture())
    answer = reader.get(get("page", path="/ru/news/cover/").json()["image"]["src"])
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
    assert "immutable" in answer["Cache-Control"]
    answer.close()
