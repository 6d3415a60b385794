"""The demo's site: complete in three languages, translated as an editor would, loaded once."""

import pytest
from jsonschema import Draft202012Validator
from wagtail.images.models import Image
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from content.delivery.public import LANGUAGES
from content.demo import load, load_demo_content
from content.demo.bodies import strings
from content.demo.texts import news_texts, page_text
from content.models import NewsPage
from content.translation.completeness import untranslated

PAGES = ["home", "about", "delivery", "news", "contacts", "faq", "documents"]


def test_the_demo_site(db, get, reader, api_schema, django_assert_max_num_queries):
    """One test for what one load of the demo shows: it draws ten covers and three sizes of each."""
    load()
    _three_languages_say_the_same(get)
    _what_is_around_the_pages_too(get)
    _documents_keep_to_the_schema(get, api_schema)
    _every_kind_of_page_has_something_to_show(get, reader)
    _translations_are_an_editor_s_to_continue()
    _documents_are_readable(reader)
    before = _counts()
    with django_assert_max_num_queries(4):  # a savepoint and its release among them
        load()
    assert _counts() == before
    _a_load_that_was_broken_off_is_finished()


def _three_languages_say_the_same(get) -> None:
    lists = {language: get("news", locale=language).json() for language in LANGUAGES}
    assert {language: len(listed["results"]) for language, listed in lists.items()} == dict.fromkeys(LANGUAGES, 10)
    assert all(item["image"] and item["intro"] for listed in lists.values() for item in listed["results"])
    assert len({item["title"] for listed in lists.values() for item in listed["results"]}) == 30
    for language in LANGUAGES:
        assert len(get("menu", locale=language).json()) == 4
        page = get("page", path=f"/{language}/news/arctic-hydraulic-oils/").json()
        assert [other["locale"] for other in page["translations"]] == LANGUAGES
        assert [block["type"] for block in page["body"]] == ["paragraph", "table", "paragraph"]
        links = get("page", path=f"/{language}/").json()["body"][-1]["value"]
        assert [link["url"] for link in links] == [f"/{language}/about/", f"/{language}/delivery/"]


def _what_is_around_the_pages_too(get) -> None:
    sites = {language: get("site", locale=language).json() for language in LANGUAGES}
    assert {language: site["language"] for language, site in sites.items()} == {name: name for name in LANGUAGES}
    assert all(len(site["menus"]["header"]) == 4 and site["social"] for site in sites.values())
    assert {len(column["links"]) for site in sites.values() for column in site["menus"]["footer"]} == {3}
    assert len({site["legal"] for site in sites.values()}) == 3
    assert [site["banners"][0]["language"] for site in sites.values()] == LANGUAGES


def _documents_keep_to_the_schema(get, api_schema) -> None:
    for language in LANGUAGES:
        _valid(api_schema, "NewsList", get("news", locale=language).json())
        for item in get("news", locale=language).json()["results"]:
            _valid(api_schema, "ContentPage", get("page", path=item["path"]).json())
        for path in ("", "about/", "about/faq/", "about/documents/", "delivery/", "contacts/", "news/"):
            _valid(api_schema, "ContentPage", get("page", path=f"/{language}/{path}").json())


def _valid(api_schema: dict, name: str, document: dict) -> None:
    schema = {"$ref": f"#/components/schemas/{name}", "components": api_schema["components"]}
    errors = list(Draft202012Validator(schema).iter_errors(document))
    assert not errors, errors


def _every_kind_of_page_has_something_to_show(get, reader) -> None:
    for language in LANGUAGES:
        page = {name: get("page", path=f"/{language}/{name}").json() for name in ("about/", "contacts/", "news/")}
        assert len(page["about/"]["children"]) == 2 and len(page["news/"]["rubrics"]) == 4
        assert len({office["country"] for office in page["contacts/"]["offices"]}) == 7
        files = get("page", path=f"/{language}/about/documents/").json()["groups"][0]["documents"]
        assert all(reader.get(file["url"]).getvalue().startswith(b"%PDF") for file in files)
        first = get("news", locale=language).json()["results"][0]
        assert first["pinned"] and first["path"].endswith("/portal-opens/")
    names = {get("news", locale=language).json()["results"][0]["rubric"]["name"] for language in LANGUAGES}
    assert len(names) == 3


def _translations_are_an_editor_s_to_continue() -> None:
    things = 17 + 4 + 3  # pages, rubrics, the frame and two banners
    assert Translation.objects.filter(enabled=True).count() == things * 2
    for page in Page.objects.filter(depth__gt=1).exclude(locale__language_code="ru").specific():
        assert page.live and untranslated(page) == 0
        assert page.alias_of_id is None


def _documents_are_readable(reader) -> None:
    for language in LANGUAGES:
        assert reader.get(f"/{language}/").status_code == 200
        assert reader.get(f"/{language}/news/rail-to-mongolia/").status_code == 200
        assert reader.get(f"/{language}/about/faq/").status_code == 200


def _a_load_that_was_broken_off_is_finished() -> None:
    Page.objects.get(url_path="/front-kk/news/rail-to-mongolia/").delete()
    Page.objects.filter(url_path="/front-kk/news/").update(live=False)
    load_demo_content()
    assert Page.objects.get(url_path="/front-kk/news/").live
    assert Page.objects.get(url_path="/front-kk/news/rail-to-mongolia/").live
    assert NewsPage.objects.count() == 30


def _counts() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Page, NewsPage, Image, StringTranslation, Translation))


@pytest.mark.parametrize("text", [*map(page_text, PAGES), *news_texts()], ids=lambda text: text.name)
def test_every_text_is_written_in_three_languages(text):
    written = {language: strings(text, language) for language in LANGUAGES}
    assert len({len(said) for said in written.values()}) == 1
    assert text.title["ru"] != text.title["kk"] != text.title["en"]
    for said in written.values():
        assert all(string.strip() and not set("<>&") & set(string) for string in said)
