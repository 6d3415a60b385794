"""Each type of page with its own part, the news by rubric, tag, year and words, and the new blocks."""

import json
from datetime import date, timedelta
from pathlib import PurePosixPath
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.utils import timezone
from jsonschema import Draft202012Validator
from wagtail.blocks import Block
from wagtail.documents.models import Document
from wagtail.models import Locale
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from content.blocks import BodyBlock
from content.models import (
    ContactsPage,
    DocumentLibraryPage,
    FaqPage,
    NewsPage,
    NewsTag,
    Rubric,
    SectionPage,
    StandardPage,
)  # fmt: skip
from tests.content.pages import in_language, items, news, picture, stored


def document(title: str = "Паспорт") -> Document:
    return Document.objects.create(title=title, file=ContentFile(b"%PDF-1.4 " + title.encode(), name=f"{title}.pdf"))


def rubric(slug: str, **names: str) -> Rubric:
    """One in each language."""
    first = None
    for language, name in names.items():
        made = Rubric(name=name, slug=slug, locale=Locale.objects.get(language_code=language))
        if first:
            made.translation_key = first.translation_key
        made.save()
        first = first or made
    return first


def add(parent, model, slug: str, **fields):
    streams = {name: stored(value) for name, value in fields.items() if isinstance(value, list)}
    return parent.add_child(
        instance=model(title=slug.title(), slug=slug, locale=parent.locale, **{**fields, **streams})
    )


def valid(api_schema: dict, name: str, given: dict) -> None:
    schema = {"$ref": f"#/components/schemas/{name}", "components": api_schema["components"]}
    errors = list(Draft202012Validator(schema).iter_errors(given))
    assert not errors, errors


def test_a_section_lists_what_is_right_below_it(home, get, django_assert_max_num_queries, api_schema):
    section = add(home, SectionPage, "company")
    add(section, StandardPage, "history", lead="С 1998 года")
    below = add(section, SectionPage, "people", lead="Кто мы")
    add(below, StandardPage, "too-deep")
    add(section, StandardPage, "draft", live=False)
    with django_assert_max_num_queries(3):
        page = get("page", path="/ru/company/").json()
    assert page["children"] == [
        {"title": "History", "path": "/ru/company/history/", "intro": "С 1998 года"},
        {"title": "People", "path": "/ru/company/people/", "intro": "Кто мы"},
    ]
    valid(api_schema, "ContentPage", page)


def test_questions_are_answered_with_safe_html_and_links(home, get, reader, api_schema):
    target = add(home, StandardPage, "delivery")
    asked = {"question": "Где?", "answer": f'<p>Тут <a linktype="page" id="{target.pk}">да</a><script>x</script></p>'}
    add(home, FaqPage, "faq", groups=[("group", {"title": "Заказы", "questions": items(asked)})])
    page = get("page", path="/ru/faq/").json()
    question = {"question": "Где?", "answer": '<p>Тут <a href="/ru/delivery/">да</a></p>'}
    assert page["groups"] == [{"title": "Заказы", "questions": [question]}]
    valid(api_schema, "ContentPage", page)
    html = reader.get("/ru/faq/").content.decode()
    assert "<summary>Где?</summary>" in html
    said = json.loads(BeautifulSoup(html, "html.parser").find("script", type="application/ld+json").string)
    (faq,) = [part for part in said["@graph"] if part["@type"] == "FAQPage"]
    assert (faq["inLanguage"], faq["mainEntity"]) == ("ru", [{
        "@type": "Question", "name": "Где?",
        "acceptedAnswer": {"@type": "Answer", "text": '<p>Тут <a href="/ru/delivery/">да</a></p>'},
    }])  # fmt: skip


def test_contacts_name_the_country_in_the_language_of_the_page(home, get, reader, api_schema):
    office = {
        "country": "KZ", "title": "Завод", "address": "Алматы", "phones": items("+7 727 000 00 01"),
        "mails": items("a@b.example"), "hours": "9–18", "coordinates": "43.25, 76.9",
    }  # fmt: skip
    page = add(home, ContactsPage, "contacts", offices=[("office", office)])
    in_language(page, "kk")
    russian, kazakh = (get("page", path=f"/{language}/contacts/").json() for language in ("ru", "kk"))
    assert [each["offices"][0]["country_name"] for each in (russian, kazakh)] == ["Казахстан", "Қазақстан"]
    shown = russian["offices"][0]
    assert (shown["phones"], shown["mails"]) == (["+7 727 000 00 01"], ["a@b.example"])
    assert "mlat=43.25&mlon=76.9" in shown["map"]
    valid(api_schema, "ContentPage", russian)
    assert 'href="tel:+77270000001"' in reader.get("/ru/contacts/").content.decode()


def library(home, *documents: Document, **fields) -> DocumentLibraryPage:
    listed = [
        {"document": each.pk, "title": each.title, "language": "ru", "issued_on": "2026-01-31"} for each in documents
    ]
    return add(
        home,
        DocumentLibraryPage,
        "library",
        groups=[("group", {"title": "Паспорта", "documents": items(*listed)})],
        **fields,
    )


def test_a_library_offers_its_documents_to_everybody(home, get, reader, api_schema, django_assert_max_num_queries):
    offered, other = document(), document("Тайна")
    library(home, offered)
    with django_assert_max_num_queries(3):
        page = get("page", path="/ru/library/").json()
    listed = page["groups"][0]["documents"][0]
    assert (listed["title"], listed["extension"], listed["size"]) == ("Паспорт", "pdf", offered.file_size)
    valid(api_schema, "ContentPage", page)
    answer = reader.get(listed["url"])
    assert answer.status_code == 200 and answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert reader.get(other.url).status_code == 404


def test_what_no_public_page_offers_is_for_the_admin_only(home, reader, administrator):
    kept, in_draft, withdrawn = document("Договор"), document("Черновик"), document("Снято")
    page = library(home, withdrawn)
    page.groups = stored([("group", {"title": "x", "documents": items({"document": in_draft.pk, "title": "x"})})])
    page.save_revision()
    assert reader.get(withdrawn.url).status_code == 200
    page.unpublish()
    for each in (kept, in_draft, withdrawn):
        assert reader.get(each.url).status_code == 404
        assert administrator.get(each.url).status_code == 200
        assert reader.get(f"/media/documents/{PurePosixPath(each.file.name).name}").status_code == 404


def test_a_file_in_a_text_may_be_downloaded(news_list, get, reader):
    offered = document()
    news(news_list, "file", body=[("file", {"document": offered.pk, "title": "Скачать"})])
    block = get("page", path="/ru/news/file/").json()["body"][0]["value"]
    assert block["title"] == "Скачать" and reader.get(block["url"]).status_code == 200


def test_blocks_that_explain(news_list, get, reader, api_schema):
    video = {"url": "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1", "title": "Завод"}
    news(news_list, "explained", body=[
        ("note", {"tone": "warning", "title": "Важно", "text": "<p>a<iframe src=x></iframe></p>"}),
        ("questions", items({"question": "?", "answer": "<p>!</p>"})),
        ("steps", items({"title": "Раз", "text": "<p>так</p>"}, {"title": "Два", "text": ""})),
        ("video", video),
        ("video", {"url": "https://evil.example/watch?v=dQw4w9WgXcQ", "title": "x"}),
    ])  # fmt: skip
    page = get("page", path="/ru/news/explained/").json()
    assert [(block["type"], block["value"]) for block in page["body"]] == [
        ("note", {"tone": "warning", "title": "Важно", "text": "<p>a</p>"}),
        ("questions", [{"question": "?", "answer": "<p>!</p>"}]),
        ("steps", [{"title": "Раз", "text": "<p>так</p>"}, {"title": "Два", "text": ""}]),
        ("video", {"provider": "youtube", "id": "dQw4w9WgXcQ", "title": "Завод"}),
    ]
    valid(api_schema, "ContentPage", page)
    assert "youtube.com/watch?v=dQw4w9WgXcQ" in reader.get("/ru/news/explained/").content.decode()


def test_a_video_of_nobody_known_is_refused_in_the_editor(news_list, administrator):
    def published(slug: str, url: str) -> int:
        body = streamfield([("video", {"url": url, "title": "Завод"})])
        empty = {"body": body, "gallery": streamfield([]), "related": streamfield([])}
        page = {"title": "x", "slug": slug, "lead": "x", "date": "2026-03-01", "action-publish": "1", **empty}
        add = f"/admin/pages/add/content/newspage/{news_list.pk}/"
        return administrator.post(add, nested_form_data(page | {"comments": inline_formset([])})).status_code

    for url in (
        "https://evil.example/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/watch?v=%3Cscript%3E",
        "http://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "javascript://www.youtube.com/watch?v=dQw4w9WgXcQ",
    ):
        assert (published("film", url), NewsPage.objects.exists()) == (200, False), url
    assert published("film", "https://youtu.be/dQw4w9WgXcQ") == 302 and NewsPage.objects.get().live


@pytest.fixture
def sorted_news(news_list) -> dict[str, NewsPage]:
    production, people = rubric("production", ru="Производство", kk="Өндіріс"), rubric("people", ru="Люди")
    made = {
        "old": news(news_list, "old", date=date(2025, 5, 1), rubric=production, author="Анна, лаборатория"),
        "new": news(news_list, "new", date=date(2026, 5, 1), rubric=production, title="Гидравлика зимой"),
        "people": news(news_list, "people", date=date(2026, 4, 1), rubric=people),
    }
    made["old"].tags.add("Лаборатория", "ISO")
    made["old"].save()
    return made


def slugs(answer) -> list[str]:
    return [item["path"].split("/")[-2] for item in answer.json()["results"]]


def test_news_are_narrowed(sorted_news, get):
    tag = NewsTag.objects.get(name="ISO")
    assert slugs(get("news", locale="ru", rubric="production")) == ["new", "old"]
    assert slugs(get("news", locale="ru", year=2026)) == ["new", "people"]
    assert slugs(get("news", locale="ru", year=2026, rubric="production")) == ["new"]
    assert slugs(get("news", locale="ru", tag=tag.slug)) == ["old"]
    assert slugs(get("news", locale="ru", q="гидравлика")) == ["new"]
    assert slugs(get("news", locale="ru", q="гидравлика", year=2025)) == []
    assert get("news", locale="ru", rubric="nothing").json()["count"] == 0
    for nonsense in ({"year": "20x6"}, {"rubric": "a b"}, {"tag": "'"}, {"q": "x" * 101}):
        answer = get("news", locale="ru", **nonsense)
        assert (answer.status_code, list(answer.json()["errors"])) == (400, list(nonsense))


def test_the_list_says_what_it_can_be_narrowed_by(sorted_news, get, api_schema, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        page = get("page", path="/ru/news/").json()
    assert page["rubrics"] == [
        {"slug": "people", "name": "Люди", "count": 1},
        {"slug": "production", "name": "Производство", "count": 2},
    ]
    assert page["years"] == [2026, 2025]
    valid(api_schema, "ContentPage", page)


def test_a_rubric_is_shown_once_it_is_published(sorted_news, get, administrator, committed):
    production = Rubric.objects.get(slug="production", locale__language_code="ru")
    with committed():
        production.unpublish()
    listed = get("news", locale="ru").json()["results"]
    assert [item["rubric"] and item["rubric"]["slug"] for item in listed] == [None, "people", None]
    assert get("news", locale="ru", rubric="production").json()["count"] == 0
    assert get("news", locale="ru", rubric="production", q="гидравлика").json()["count"] == 0
    assert [each["slug"] for each in get("page", path="/ru/news/").json()["rubrics"]] == ["people"]
    item = get("page", path="/ru/news/old/").json()
    assert item["rubric"] is None and item["related"] == []
    form = {"name": "Цех", "slug": "production", "action-publish": "1"}
    with committed():
        administrator.post(f"/admin/snippets/content/rubric/edit/{production.pk}/", form)
    assert get("page", path="/ru/news/old/").json()["rubric"] == {"slug": "production", "name": "Цех"}


def test_a_rubric_submitted_for_translation_is_a_draft(home, administrator):
    made = rubric("production", ru="Производство")
    kazakh = Locale.objects.get(language_code="kk")
    administrator.post(f"/admin/localize/submit/snippet/content/rubric/{made.pk}/", {"locales": [kazakh.pk]})
    copy = Rubric.objects.get(locale=kazakh)
    administrator.post(f"/admin/snippets/content/rubric/edit/{copy.pk}/", {"action": "publish"})
    copy.refresh_from_db()
    assert (copy.slug, copy.live) == ("production", False)


def test_each_rubric_has_a_feed_that_the_list_names(sorted_news, reader, settings, committed):
    head = BeautifulSoup(reader.get("/ru/news/").content, "html.parser").head
    feeds = {link["title"]: link["href"] for link in head.find_all("link", type="application/rss+xml")}
    assert [address.removeprefix(settings.PORTAL_URL) for address in feeds.values()] == [
        "/ru/news/feed/", "/ru/news/feed/people/", "/ru/news/feed/production/",
    ]  # fmt: skip
    channel = ElementTree.fromstring(reader.get("/ru/news/feed/production/").content).find("channel")
    assert channel.find("title").text in feeds and "Производство" in channel.find("title").text
    named = [entry.find("link").text.split("/")[-2] for entry in channel.findall("item")]
    assert named == ["new", "old"]
    for path in ("/ru/news/feed/nothing/", "/kk/news/feed/production/"):
        assert reader.get(path).status_code == 404
    with committed():
        sorted_news["people"].unpublish()
    assert reader.get("/ru/news/feed/people/").status_code == 404


def test_a_pinned_item_is_first_until_its_day_is_over(sorted_news, get, committed):
    pinned = sorted_news["old"]
    for until, first in ((timezone.localdate(), "old"), (timezone.localdate() - timedelta(days=1), "new")):
        pinned.pinned_until = until
        with committed():
            pinned.save()
        listed = get("news", locale="ru")
        assert slugs(listed)[0] == first
        assert [item["pinned"] for item in listed.json()["results"]].count(True) == (first == "old")


def test_an_item_shows_what_belongs_to_it(
    sorted_news, news_list, get, forget, api_schema, django_assert_max_num_queries
):
    item = sorted_news["old"]
    item.gallery = stored([("picture", {"image": picture().pk, "alt": "Цех", "caption": "Новый"})])
    item.save()
    get("page", path="/ru/news/old/")
    forget()
    get("news", locale="ru")  # counts them
    with django_assert_max_num_queries(4):
        page = get("page", path="/ru/news/old/").json()
    assert (page["author"], page["rubric"]["name"]) == ("Анна, лаборатория", "Производство")
    assert [tag["name"] for tag in page["tags"]] == ["ISO", "Лаборатория"]
    assert [(shown["alt"], shown["caption"]) for shown in page["gallery"]] == [("Цех", "Новый")]
    assert [other["title"] for other in page["related"]] == ["Гидравлика зимой"]  # the latest of the rubric
    valid(api_schema, "ContentPage", page)


def test_related_news_are_those_chosen_in_the_reader_s_language(sorted_news, news_list, get, administrator):
    item, chosen = sorted_news["old"], [sorted_news["people"], sorted_news["new"]]
    item.related = stored([("news", each.pk) for each in chosen])
    item.save()
    in_language(chosen[0], "kk", title="Адамдар")
    in_language(item, "kk")
    titles = {
        language: [other["title"] for other in get("page", path=f"/{language}/news/old/").json()["related"]]
        for language in ("ru", "kk")
    }
    assert titles == {"ru": ["People", "Гидравлика зимой"], "kk": ["Адамдар"]}
    item.tags.add("Свежее")
    item.save_revision()
    assert "Адамдар" not in administrator.get(f"/admin/pages/{item.pk}/view_draft/").content.decode()


@pytest.mark.parametrize("name", BodyBlock().child_blocks)
def test_every_block_can_be_looked_at_before_it_is_chosen(name, administrator):
    block = NewsPage._meta.get_field("body").stream_block.child_blocks[name]
    assert block.is_previewable and block.meta.icon != Block._meta_class.icon and block.label
    assert block.get_description() and block.meta.group
    answer = administrator.get("/admin/block-preview/", {"id": block.definition_prefix})
    shown = BeautifulSoup(answer.content, "html.parser").main
    assert answer.status_code == 200 and (shown.text.strip() or shown.img)
