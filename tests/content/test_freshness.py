"""Stored answers: quick, and never older than the last publication."""

import pytest
from django.core.cache import cache
from django.db import transaction

from content.delivery import store
from content.delivery.store import answer_of
from tests.content.pages import in_language, news, picture

DOCUMENTS = [("page", {"path": "/ru/news/item/"}), ("news", {"locale": "ru"}), ("menu", {"locale": "ru"})]


@pytest.fixture
def item(news_list):
    return news(news_list, "item", title="Было")


@pytest.mark.parametrize(("document", "parameters"), DOCUMENTS)
def test_who_has_the_answer_is_told_so(item, get, document, parameters):
    for _stored in (False, True):
        first = get(document, headers={"Accept-Language": "kk"}, **parameters)
        again = get(document, headers={"Accept-Language": "en", "If-None-Match": first["ETag"]}, **parameters)
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
        assert first["Cache-Control"] == again["Cache-Control"] == "public, no-cache"
        assert not first.has_header("Set-Cookie") and "Cookie" not in first.get("Vary", "")


def test_other_methods_are_refused(item, reader, get):
    get("page", path="/ru/news/item/")
    assert reader.post("/api/v1/content/page/?path=/ru/news/item/").status_code == 405
    assert reader.head("/api/v1/content/page/?path=/ru/news/item/").status_code == 200


def test_a_publication_is_seen_after_its_commit_and_not_before(item, get, committed):
    assert get("page", path="/ru/news/item/").json()["title"] == "Было"
    with committed():
        with transaction.atomic():
            item.title = "Стало"
            item.save_revision().publish()
        assert get("page", path="/ru/news/item/").json()["title"] == "Было"  # stored, and not committed yet
    assert get("page", path="/ru/news/item/").json()["title"] == "Стало"
    assert get("news", locale="ru").json()["results"][0]["title"] == "Стало"


@pytest.mark.parametrize("change", ["unpublish", "delete", "slug", "slug above"])
def test_what_is_taken_away_is_gone(item, news_list, get, committed, change):
    get("page", path="/ru/news/item/")
    with committed():
        if change == "unpublish":
            item.unpublish()
        elif change == "delete":
            item.delete()
        elif change == "slug":
            item.slug = "renamed"
            item.save_revision().publish()
        else:
            news_list.slug = "archive"
            news_list.save_revision().publish()
    answer = get("page", path="/ru/news/item/")
    assert answer.status_code == 404 or answer.json()["type"] == "redirect"  # to its new address


def test_a_new_translation_appears_on_the_other_pages(item, get, committed):
    assert len(get("page", path="/ru/news/item/").json()["translations"]) == 1
    with committed():
        in_language(item, "kk")
    assert len(get("page", path="/ru/news/item/").json()["translations"]) == 2


def test_a_changed_image_is_seen(item, get, committed):
    item.cover = picture()
    item.save()
    before = get("page", path="/ru/news/item/").json()["image"]
    with committed():
        item.cover.delete()
    assert before and get("page", path="/ru/news/item/").json()["image"] is None


def test_a_reader_who_raced_a_publication_leaves_nothing_old_behind(item, committed):
    def old_data():
        with committed():
            item.save()  # somebody publishes after the old data was read and before it is stored
        return answer_of("old")

    store.made("content:race", old_data)
    assert store.held("content:race") is None


def test_without_the_cache_answers_are_right(item, get, committed, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django_redis.cache.RedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",  # nobody listens there
            "OPTIONS": {"IGNORE_EXCEPTIONS": True, "SOCKET_CONNECT_TIMEOUT": 0.2},
        }
    }
    assert not cache.add("anything", 1) and cache.get("anything") is None
    assert get("page", path="/ru/news/item/").json()["title"] == "Было"
    with committed():
        item.title = "Стало"
        item.save_revision().publish()
    assert get("page", path="/ru/news/item/").json()["title"] == "Стало"


def test_a_lost_invalidation_heals_by_itself(item, get):
    """The cache was away at the moment of publishing: its generation ends on its own."""
    get("page", path="/ru/news/item/")
    item.__class__.objects.filter(pk=item.pk).update(title="Стало")
    assert get("page", path="/ru/news/item/").json()["title"] == "Было"
    assert 0 < store.GENERATION_SECONDS <= 60
    cache.delete(store.GENERATION)  # as it does when its time is over
    assert get("page", path="/ru/news/item/").json()["title"] == "Стало"


@pytest.mark.parametrize("document", ["page", "news"])
def test_a_process_that_remembers_sees_its_own_change_at_once(item, get, committed, settings, document):
    settings.CONTENT_MEMORY_SECONDS = 60
    parameters = dict(DOCUMENTS)[document]
    get(document, **parameters)
    get(document, **parameters)
    cache.delete_many([f"content:{document}:/ru/news/item/", "content:news:ru:1:20"])  # what is left is the memory
    assert "Было" in get(document, **parameters).content.decode()
    with committed():
        item.title = "Стало"
        item.save_revision().publish()
    assert "Стало" in get(document, **parameters).content.decode()


def test_another_process_s_change_is_seen_when_the_cache_is_asked_again(item, get, settings):
    settings.CONTENT_MEMORY_SECONDS = 60
    parameters = dict(DOCUMENTS)["page"]
    get("page", **parameters)
    get("page", **parameters)
    item.__class__.objects.filter(pk=item.pk).update(title="Стало")
    cache.set(store.GENERATION, "of another process")
    assert get("page", **parameters).json()["title"] == "Было"
    settings.CONTENT_MEMORY_SECONDS = 0
    store._memory.confirm("of another process")
    assert get("page", **parameters).json()["title"] == "Стало"


@pytest.fixture(autouse=True)
def forgotten():
    yield
    store._memory.confirm(None)
