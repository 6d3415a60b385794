"""A page that is not translated is shown in its own language, and says so."""

import pytest
from bs4 import BeautifulSoup

from tests.content.pages import in_language, news


@pytest.fixture
def item(news_list):
    return news(news_list, "item", title="Новость")


def test_the_reader_gets_the_page_as_it_is_and_is_told(item, get, reader, settings):
    page = get("page", path="/kk/news/item/").json()
    assert (page["title"], page["locale"], page["path"], page["translated"]) == (
        "Новость", "ru", "/kk/news/item/", False,
    )  # fmt: skip
    assert page["seo"]["canonical"] == f"{settings.PORTAL_URL}/ru/news/item/"
    assert get("page", path="/ru/news/item/").json()["translated"] is True
    answer = reader.get("/kk/news/item/")
    soup = BeautifulSoup(answer.content, "html.parser")
    assert (answer.status_code, soup.html["lang"], soup.article["lang"]) == (200, "kk", "ru")
    assert soup.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert soup.find("link", rel="canonical")["href"].endswith("/ru/news/item/")
    assert not soup.find("link", hreflang=True)
    assert soup.find("main").find(attrs={"role": "note"}).find("a", href="/ru/news/item/")


def test_lists_hold_what_is_translated_and_say_where_there_is_more(item, news_list, get, reader, committed):
    other = news(news_list, "other")
    news(news_list, "draft", live=False)
    assert get("news", locale="kk").json()["count"] == 0
    assert get("page", path="/kk/news/").json()["elsewhere"] == [{"locale": "ru", "count": 2}]
    assert get("page", path="/ru/news/").json()["elsewhere"] == []
    link = BeautifulSoup(reader.get("/kk/news/").content, "html.parser").main.find("a", href="/ru/news/")
    assert (link["hreflang"], " ".join(link.text.split())) == ("ru", "Русский (2)")
    with committed():
        for page in (item, other):
            in_language(page, "kk")
    assert get("page", path="/kk/news/").json()["elsewhere"] == []
    assert not BeautifulSoup(reader.get("/kk/news/").content, "html.parser").main.find("a", href="/ru/news/")


def test_a_translation_at_an_address_of_its_own_is_where_the_reader_is_led(item, get, reader):
    in_language(item, "kk", slug="ayaz")
    assert get("page", path="/kk/news/item/").json()["to"] == "/kk/news/ayaz/"
    assert reader.get("/kk/news/item/").status_code == 302


def test_a_translation_takes_its_place_when_it_is_published(item, get, committed):
    assert get("page", path="/kk/news/item/").json()["translated"] is False
    with committed():
        in_language(item, "kk", title="Жаңалық")
    page = get("page", path="/kk/news/item/").json()
    assert (page["title"], page["translated"]) == ("Жаңалық", True)


def test_what_is_shown_to_nobody_is_not_shown_in_another_language(item, get):
    item.unpublish()
    assert get("page", path="/kk/news/item/").status_code == 404
