"""robots.txt, the site's map, RSS: read by parsers, as those for whom they are do."""

import json
from datetime import date
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from content.delivery import sitemap
from content.models import StandardPage
from tests.content.pages import in_language, news, picture

NAMES = {"s": sitemap.SITEMAPS, "x": sitemap.XHTML}
EVIL = '</script><b onload="x">& \x0b\u2028 ]]>'


@pytest.fixture
def item(news_list):
    page = news(news_list, "item", title=f"Новость {EVIL}", lead=f"Коротко {EVIL}", date=date(2026, 3, 1))
    page.save_revision().publish()
    in_language(page, "kk", slug="ayaz", title="Аяз")
    return page


def urls(answer) -> dict[str, ElementTree.Element]:
    tree = ElementTree.fromstring(answer.content)
    return {url.find("s:loc", NAMES).text: url for url in tree.findall("s:url", NAMES)}


def test_robots_are_told_what_is_for_them(home, reader, settings):
    answer = reader.get("/robots.txt")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/plain; charset=utf-8")
    robots = RobotFileParser()
    robots.parse(answer.content.decode().splitlines())
    for path in ("/ru/", "/kk/news/x/", "/api/v1/content/page/?path=/ru/", "/media/images/a.webp", "/static/app/a.js"):
        assert robots.can_fetch("*", path), path
    for path in ("/admin/", "/api/v1/session/", "/ru/cabinet/orders", "/kk/sign-in", "/en/search/?q=x", "/ru/draft/x/"):
        assert not robots.can_fetch("*", path), path
    assert robots.site_maps() == [f"{settings.PORTAL_URL}/sitemap.xml"]


def test_the_map_shows_every_public_page_with_its_translations(item, news_list, reader, settings):
    home = news_list.get_parent().specific
    home.add_child(instance=StandardPage(title="Черновик", slug="draft-page", locale=home.locale, live=False))
    secret = home.add_child(instance=StandardPage(title="Тайна", slug="secret", locale=home.locale))
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    answer = reader.get("/sitemap.xml")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/xml; charset=utf-8")
    found, root = urls(answer), settings.PORTAL_URL
    paths = ("/ru/", "/en/", "/kk/", "/ru/news/", "/en/news/", "/kk/news/", "/ru/news/item/", "/kk/news/ayaz/")
    assert set(found) == {root + path for path in paths}
    entry = found[f"{root}/kk/news/ayaz/"]
    links = {link.get("hreflang"): link.get("href") for link in entry.findall("x:link", NAMES)}
    assert links == {"ru": f"{root}/ru/news/item/", "kk": f"{root}/kk/news/ayaz/"}
    assert found[f"{root}/ru/news/item/"].find("s:lastmod", NAMES).text.startswith("20")


def test_a_large_map_is_cut_and_no_family_loses_a_member(item, reader, settings, monkeypatch):
    monkeypatch.setattr(sitemap, "SECTION", 3)
    index = ElementTree.fromstring(reader.get("/sitemap.xml").content)
    sections = [each.text.removeprefix(settings.PORTAL_URL) for each in index.findall("s:sitemap/s:loc", NAMES)]
    assert sections == ["/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml"]
    entries = [entry for path in sections for entry in urls(reader.get(path)).values()]
    assert len(entries) == 8
    assert all(len(entry.findall("x:link", NAMES)) in (2, 3) for entry in entries)
    assert reader.get("/sitemap-4.xml").status_code == 404


def test_a_map_costs_two_queries_and_then_none(item, reader, django_assert_num_queries, forget):
    reader.get("/sitemap.xml")
    forget()
    with django_assert_num_queries(3):
        first = reader.get("/sitemap.xml")
    with django_assert_num_queries(0):
        assert reader.get("/sitemap.xml", headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_the_feed_has_the_news_of_its_language(item, reader, settings, committed):
    answer = reader.get("/ru/news/feed/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/rss+xml; charset=utf-8")
    channel = ElementTree.fromstring(answer.content).find("channel")
    (entry,) = channel.findall("item")
    assert channel.find("language").text == "ru" and channel.find("title").text.startswith("Новости")
    assert entry.find("title").text == item.title.replace("\x0b", "")
    assert entry.find("link").text == entry.find("guid").text == f"{settings.PORTAL_URL}/ru/news/item/"
    assert entry.find("pubDate").text.startswith("Sun, 01 Mar 2026")
    assert not BeautifulSoup(entry.find("description").text, "html.parser").find(True)  # no tag for who shows HTML
    with committed():
        item.unpublish()
    assert ElementTree.fromstring(reader.get("/ru/news/feed/").content).find("channel/item") is None


def head_of(reader, path: str) -> BeautifulSoup:
    return BeautifulSoup(reader.get(path).content, "html.parser").head


def test_a_news_item_is_said_in_schema_org_s_words(news_list, reader, settings):
    news(news_list, "item", title=f"Новость {EVIL}", lead="Коротко", cover=picture(), cover_alt="Бочка")
    head, root = head_of(reader, "/ru/news/item/"), settings.PORTAL_URL
    (script,) = head.find_all("script", type="application/ld+json")
    graph = {part["@type"]: part for part in json.loads(script.string)["@graph"]}
    article, trail = graph["NewsArticle"], graph["BreadcrumbList"]["itemListElement"]
    assert (article["headline"], article["datePublished"]) == (f"Новость {EVIL}", "2026-03-01")
    assert (article["inLanguage"], article["mainEntityOfPage"]) == ("ru", f"{root}/ru/news/item/")
    assert article["image"][0].startswith(f"{root}/media/images/")
    assert article["publisher"]["@id"] == graph["Organization"]["@id"]
    assert [(step["position"], step.get("item")) for step in trail] == [
        (1, f"{root}/ru/"), (2, f"{root}/ru/news/"), (3, None),
    ]  # fmt: skip
    assert [step["name"] for step in trail[:2]] == ["Главная", "Новости"]


def test_a_link_preview_has_its_picture(news_list, reader):
    page = news(news_list, "item", cover=picture(), cover_alt='Бочка "200 л"')
    in_language(page, "kk")
    head = head_of(reader, "/ru/news/item/")
    graph = {meta["property"]: meta["content"] for meta in head.find_all("meta", property=True)}
    assert graph["og:image"].endswith(".jpg") and graph["og:image"].startswith("http")
    assert (graph["og:image:width"], graph["og:image:height"]) == ("1200", "630")
    assert (graph["og:image:alt"], graph["og:locale"]) == ('Бочка "200 л"', "ru_RU")
    assert graph["og:locale:alternate"] == "kk_KZ"
    assert head.find("meta", attrs={"name": "twitter:card"})["content"] == "summary_large_image"
    assert head.find("link", type="application/rss+xml")["href"].endswith("/ru/news/feed/")
