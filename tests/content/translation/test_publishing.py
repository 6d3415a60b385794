"""An editor translates a news item in the Wagtail admin: submits, fills in, publishes; live in Kazakh, not before."""

from urllib.parse import urlencode

import pytest
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from content.models import NewsPage, StandardPage
from tests.content.pages import news
from tests.content.translation.editing import fill, publish, submit, translation_of

WORDS = {"Было": "Болды", "Коротко о главном": "Қысқаша", "Текст": "Мәтін", "item": "jazba"}


@pytest.fixture
def item(news_list) -> NewsPage:
    page = news(news_list, "item", title="Было", body=[("paragraph", "<p>Текст</p>")])
    page.save_revision().publish()
    return page


@pytest.mark.parametrize("role", ["administrator", "news_editor"])
def test_an_editor_translates_and_publishes(item, get, committed, request, role):
    client = request.getfixturevalue(role)
    with committed():
        assert submit(client, item, "kk").status_code == 302
    assert not get("page", path="/kk/news/item/").json()["translated"]  # submitted is not live
    fill(client, translation_of(item), WORDS)
    assert get("news", locale="kk").json()["count"] == 0  # filled in is not live
    assert publish(client, translation_of(item), committed).status_code == 302
    page = get("page", path="/kk/news/jazba/").json()
    assert (page["title"], page["intro"], page["body"][0]["value"]) == ("Болды", "Қысқаша", "<p>Мәтін</p>")
    assert [other["locale"] for other in page["translations"]] == ["ru", "kk"]
    assert get("news", locale="kk").json()["results"][0]["title"] == "Болды"


def test_an_unfinished_translation_is_not_published(item, administrator, get, committed):
    submit(administrator, item, "kk")
    fill(administrator, translation_of(item), {"Было": "Болды"})
    answer = publish(administrator, translation_of(item), committed)
    page = administrator.get(answer["Location"])
    assert any("2 texts are not translated" in str(message) for message in page.context["messages"])
    assert not translation_of(item).get_target_instance().live
    assert get("news", locale="kk").json()["count"] == 0


def test_nor_by_any_other_way(item, administrator, committed, news_list):
    submit(administrator, item, "kk")
    target = translation_of(item).get_target_instance()
    with committed():
        administrator.post(f"/admin/bulk/wagtailcore/page/publish/?id={target.pk}&next=/admin/")
    target.refresh_from_db()
    assert not target.live
    source = TranslationSource.objects.get(object_id=item.translation_key)
    with committed():
        answer = administrator.post(f"/admin/localize/update/{source.pk}/", {"publish_translations": "on"})
    assert answer.status_code == 302
    target.refresh_from_db()
    assert not target.live


def test_a_changed_source_leaves_the_published_translation_as_it_was(item, administrator, get, committed):
    submit(administrator, item, "kk")
    fill(administrator, translation_of(item), WORDS)
    publish(administrator, translation_of(item), committed)
    item.title = "Совсем другое"
    with committed():
        item.save_revision().publish()
    source = TranslationSource.objects.get(object_id=item.translation_key)
    with committed():
        administrator.post(f"/admin/localize/update/{source.pk}/", {"publish_translations": "on"})
    assert get("page", path="/kk/news/jazba/").json()["title"] == "Болды"
    fill(administrator, translation_of(item), {"Совсем другое": "Мүлдем басқа"})
    with committed():
        administrator.post(f"/admin/localize/update/{source.pk}/", {"publish_translations": "on"})
    assert get("page", path="/kk/news/jazba/").json()["title"] == "Мүлдем басқа"


def test_pages_above_are_submitted_first(home, administrator, get, committed):
    parent = home.add_child(instance=StandardPage(title="О заводе", slug="about", locale=home.locale))
    child = parent.add_child(instance=StandardPage(title="История", slug="history", locale=home.locale))
    with committed():
        submit(administrator, child, "kk")
    made = Page.objects.get(translation_key=child.translation_key, locale__language_code="kk")
    above = made.get_parent()
    assert (above.translation_key, above.alias_of_id, above.live) == (parent.translation_key, None, False)
    assert not get("page", path="/kk/about/").json()["translated"]


def changes() -> tuple:
    """Everything that a refused request might have touched."""
    pages = list(Page.objects.order_by("pk").values_list("pk", "title", "live", "latest_revision_id", "alias_of_id"))
    return pages, Translation.objects.count(), list(StringTranslation.objects.values_list("pk", "data"))


def test_a_news_editor_translates_nothing_else(home, item, administrator, news_editor, committed):
    about = home.add_child(instance=StandardPage(title="О заводе", slug="about", locale=home.locale))
    submit(administrator, about, "kk")
    target, source = translation_of(about).get_target_instance(), translation_of(about).source
    segment = source.stringsegment_set.first()
    before = changes()
    with committed():
        answers = [
            submit(news_editor, about, "en"),
            submit(news_editor, home, "en"),
            news_editor.post(f"/admin/localize/update/{source.pk}/", {"publish_translations": "on"}),
            news_editor.post(f"/admin/pages/{target.pk}/edit/", {"action": "publish"}),
            news_editor.put(
                f"/admin/localize/translate/{translation_of(about).pk}/strings/{segment.pk}/edit/",
                urlencode({"value": "x"}),
                "application/x-www-form-urlencoded",
            ),
            news_editor.post(f"/admin/localize/page/{target.pk}/convert_to_alias/"),
        ]
    assert [answer.status_code in (302, 403) for answer in answers] == [True] * len(answers)
    assert changes() == before


def test_a_news_editor_s_list_is_submitted_with_its_news(news_list, news_editor):
    Page.objects.get(translation_key=news_list.translation_key, locale__language_code="kk").delete()
    assert submit(news_editor, news(news_list, "item"), "kk").status_code == 302
    made = Page.objects.get(translation_key=news_list.translation_key, locale__language_code="kk")
    assert not made.live and made.alias_of_id is None


def test_a_page_above_that_is_not_theirs_stops_the_submission(home, news_list, news_editor):
    Page.objects.get(translation_key=home.translation_key, locale__language_code="kk").delete()
    item = news(news_list, "item")
    before = changes()
    answer = submit(news_editor, item, "kk")
    assert answer.status_code == 302 and changes() == before
    page = news_editor.get(answer["Location"])
    assert any("Главная" in str(message) for message in page.context["messages"])
