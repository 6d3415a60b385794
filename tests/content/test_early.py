"""Published documents are answered before anybody is known; the answer is guarded as every other."""

import pytest
from django.test import Client

from tests.content.conftest import signed_in
from tests.content.pages import news

LIST = "/api/v1/content/news/?locale=ru"


@pytest.fixture
def item(news_list):
    return news(news_list, "item")


def test_nobody_is_looked_up(item, administrator, django_assert_num_queries):
    administrator.get(LIST)
    with django_assert_num_queries(0):  # not even for the session
        assert administrator.get(LIST).status_code == 200


def test_an_answer_names_no_caller_and_no_language(item, administrator):
    for _time in ("made", "stored"):
        answers = [client.get(LIST, headers={"Accept-Language": "kk"}) for client in (administrator, Client())]
        assert answers[0].content == answers[1].content
        assert all(not answer.cookies and "Vary" not in answer.headers for answer in answers)


def test_an_answer_is_guarded(item, reader):
    answer = reader.get(LIST)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
    assert len(answer["X-Request-ID"]) == 32


def test_a_304_leaves_the_policy_of_the_kept_answer_alone(item, reader):
    answer = reader.get(LIST, headers={"If-None-Match": reader.get(LIST)["ETag"]})
    assert (answer.status_code, answer["Content-Type"]) == (304, "application/json")
    assert not answer.has_header("Content-Security-Policy")


def test_only_under_our_own_name(item, reader):
    reader.get(LIST)
    assert reader.get(LIST, headers={"Host": "elsewhere.example"}).status_code == 400


def test_only_by_https_where_that_is_asked_for(item, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert Client().get(LIST).status_code == 301


@pytest.mark.parametrize("query", ["", "locale=xx", "locale=ru&page=0", "locale=ru&page=x", "locale=ru&page_size=9999"])
def test_what_makes_no_sense_is_refused_in_the_portal_s_way(item, reader, query):
    for _time in ("first", "remembered"):
        answer = reader.get(f"/api/v1/content/news/?{query}", headers={"Accept-Language": "en"})
        assert (answer.status_code, answer.json()["code"]) == (400, "invalid")


def test_an_endless_address_is_answered_too(item, reader):
    assert reader.get(f"{LIST}&more={'x' * 3000}").json()["count"] == 1


def test_a_draft_is_shown_to_nobody(item, reader):
    item.unpublish()
    for client in (reader, signed_in("platform_admin")):
        assert client.get("/api/v1/content/page/?path=/ru/news/item/").status_code == 404
