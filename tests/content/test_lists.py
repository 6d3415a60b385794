"""GET /api/v1/content/news/ and /menu/, and what every document costs."""

from datetime import date

import pytest

from content.models import StandardPage
from tests.content.pages import in_language, items, news, picture


def test_news_are_those_of_the_language_latest_first(news_list, get):
    older = news(news_list, "older", date=date(2026, 1, 1))
    news(news_list, "newer", date=date(2026, 2, 1))
    in_language(older, "kk", title="Ескі")
    russian, kazakh = get("news", locale="ru").json(), get("news", locale="kk").json()
    assert [item["path"] for item in russian["results"]] == ["/ru/news/newer/", "/ru/news/older/"]
    assert [(item["title"], item["date"]) for item in kazakh["results"]] == [("Ескі", "2026-01-01")]
    assert get("news", locale="en").json() == {"count": 0, "page": 1, "page_size": 20, "results": []}


def test_news_come_in_pages(news_list, get):
    for number in range(23):
        news(news_list, f"item-{number}", date=date(2026, 1, 1 + number))
    first, second, past = (get("news", locale="ru", page=page).json() for page in (1, 2, 3))
    assert [len(page["results"]) for page in (first, second, past)] == [20, 3, 0]
    assert {page["count"] for page in (first, second, past)} == {23}
    assert len(get("news", locale="ru", page_size=5).json()["results"]) == 5


@pytest.mark.parametrize(
    ("parameters", "field"),
    [({}, "locale"), ({"locale": "xx"}, "locale"), ({"locale": "ru", "page": "0"}, "page"),
     ({"locale": "ru", "page": "x"}, "page"), ({"locale": "ru", "page_size": "1000"}, "page_size")],
)  # fmt: skip
def test_nonsense_is_named(news_list, get, parameters, field):
    answer = get("news", **parameters)
    assert (answer.status_code, list(answer.json()["errors"])) == (400, [field])


def test_the_menu_has_what_editors_marked_in_their_order(news_list, get):
    home = news_list.get_parent().specific
    for slug, marked in (("about", True), ("hidden", False)):
        home.add_child(instance=StandardPage(title=slug.title(), slug=slug, locale=home.locale, show_in_menus=marked))
    assert get("menu", locale="ru").json() == [
        {"title": "Новости", "path": "/ru/news/"},
        {"title": "About", "path": "/ru/about/"},
    ]
    assert get("menu", locale="kk").json() == [{"title": "Жаңалықтар", "path": "/kk/news/"}]


@pytest.mark.parametrize("count", [1, 20])
def test_a_list_costs_three_queries_whatever_its_length(news_list, get, count, django_assert_num_queries, forget):
    for number in range(count):
        news(news_list, f"item-{number}", cover=picture())
    get("news", locale="ru")  # makes the images
    forget()
    with django_assert_num_queries(3):
        get("news", locale="ru")
    with django_assert_num_queries(2):  # all lists of a language are counted at once
        get("news", locale="ru", page_size=50)
    with django_assert_num_queries(0):
        get("news", locale="ru")


@pytest.mark.parametrize("count", [1, 12])
def test_a_page_costs_three_queries_whatever_is_on_it(news_list, get, count, django_assert_num_queries, forget):
    target = news(news_list, "target")
    body = []
    for _number in range(count):
        shown = {"image": picture().pk, "alt": "", "caption": ""}
        link = f'<p><a linktype="page" id="{target.pk}">там</a></p>'
        body += [("image", shown), ("gallery", items(shown, shown)), ("paragraph", link)]
    for language in ("en", "kk"):
        in_language(news(news_list, f"rich-{language}", cover=picture(), body=body), language)
    get("page", path="/kk/news/rich-kk/")
    forget()
    with django_assert_num_queries(3):
        get("page", path="/kk/news/rich-kk/")
    with django_assert_num_queries(0):
        get("page", path="/kk/news/rich-kk/")
    forget()
    with django_assert_num_queries(1):
        get("menu", locale="ru")
