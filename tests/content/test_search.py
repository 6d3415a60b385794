"""Readers find pages by words in whatever form, in three languages, and see plain text only."""

import json

import pytest
from django.db import connection

from content.models import StandardPage
from tests.content.pages import in_language, items, news


@pytest.fixture
def oils(news_list):
    """A news item about oils and a page about delivery; the oils in Kazakh too."""
    body = [
        ("paragraph", "<p>Завод выпустил <b>гидравлические</b> масла ВМГЗ и SAE 10W-40 &amp; другие.</p>"),
        ("table", {"caption": "Сроки поставки", "head": items("Город"), "rows": items(items("Ташкент"))}),
    ]
    item = news(news_list, "oils", title="Арктические масла", lead="Для зимы", body=body)
    in_language(item, "kk", title="Арктикалық майлар", lead="Қысқа арналған", slug="mailar")
    home = news_list.get_parent().specific
    home.add_child(instance=StandardPage(title="Доставка", slug="delivery", locale=home.locale, lead="Во все города"))
    return item


def paths(get, q: str, locale: str = "ru") -> list[str]:
    return [found["path"] for found in get("search", locale=locale, q=q).json()["results"]]


@pytest.mark.parametrize(
    ("q", "locale", "path"),
    [
        ("масло", "ru", "/ru/news/oils/"), ("ГИДРАВЛИЧЕСКОГО масла", "ru", "/ru/news/oils/"),
        ("Ташкенте", "ru", "/ru/news/oils/"), ("10w-40", "ru", "/ru/news/oils/"), ("вмгз", "ru", "/ru/news/oils/"),
        ("доставки", "ru", "/ru/delivery/"), ("арктика майлары", "kk", "/kk/news/mailar/"),
    ],
)  # fmt: skip
def test_a_word_is_found_in_whatever_form(oils, get, q, locale, path):
    assert path in paths(get, q, locale)


def test_only_what_is_public_and_of_the_language(oils, get):
    news(oils.get_parent(), "draft", title="Масла будущего", live=False)
    assert paths(get, "масла") == ["/ru/news/oils/"]
    assert paths(get, "масла", "en") == []
    oils.unpublish()
    assert paths(get, "масла") == []


def test_matches_are_marked_and_nothing_is_html(news_list, get):
    evil = "<script>alert(1)</script> масла <img src=x onerror=alert(1)>"
    news(news_list, "evil", title=evil, body=[("paragraph", "<p>раньше текст</p><svg onload=alert(1)>Масло</svg>")])
    (found,) = get("search", locale="ru", q="масло").json()["results"]
    assert "".join(part["text"] for part in found["title"]) == evil
    assert [part["text"] for part in found["title"] if part["match"]] == ["масла"]
    assert [part["text"] for part in found["excerpt"] if part["match"]] == ["Масло"]
    assert all(set(part) == {"text", "match"} for part in [*found["title"], *found["excerpt"]])
    assert "<" not in json.dumps([part["text"] for part in found["excerpt"]])


@pytest.mark.parametrize("q", ["", "а", "  ", "!!!", "x" * 101])
def test_a_question_without_words_is_named(oils, get, q):
    answer = get("search", locale="ru", q=q)
    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["q"])


@pytest.mark.parametrize("q", ['"масла', "масла' OR 1=1", "масла* NOT x", "масла:*", "%масла%", "масла\\", "(масла"])
def test_a_question_is_words_and_never_a_command(oils, get, q):
    assert get("search", locale="ru", q=q).status_code == 200


def test_it_costs_the_same_whatever_is_found(news_list, get, django_assert_num_queries):
    for number in range(12):
        news(news_list, f"oil-{number}", title=f"Масла {number}")
    get("search", locale="ru", q="масла")
    for size in (1, 10):
        with django_assert_num_queries(5):  # two of them for what a guest may see
            answer = get("search", locale="ru", q="масла", page_size=size).json()
        assert (answer["count"], len(answer["results"])) == (12, size)
    assert len(get("search", locale="ru", q="масла", page=2).json()["results"]) == 2


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite ranks all that it finds")
def test_a_word_on_very_many_pages_is_found_on_some_and_on_the_newest(news_list, get, monkeypatch):
    monkeypatch.setattr("content.search.postgresql.MOST", 3)
    for number in range(12):
        news(news_list, f"oil-{number}", title="Масла")
    newest = {"/ru/news/oil-9/", "/ru/news/oil-10/", "/ru/news/oil-11/"}
    for path in ("search", "news"):
        answer = get(path, locale="ru", q="масла").json()
        assert answer["count"] == 3 + 1 + 3
        assert newest <= {each["path"] for each in answer["results"]}


def test_it_is_not_asked_without_end(oils, get, settings):
    settings.THROTTLES = {**settings.THROTTLES, "search": 2}
    answers = [get("search", locale="ru", q="масла").status_code for _time in range(3)]
    assert answers == [200, 200, 429]
