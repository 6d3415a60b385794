"""A changed original is brought to its translations: what was translated stays, what is new waits."""

import pytest
from wagtail_localize.models import StringSegment

from content.models import ChangedSource, NewsPage
from tests.content.pages import news
from tests.content.translation.editing import fill, publish, submit, synchronise, target_of, translation_of

WORDS = {"Было": "Болды", "Коротко о главном": "Қысқаша", "Первый": "Бірінші", "Второй": "Екінші"}


@pytest.fixture
def item(news_list) -> NewsPage:
    page = news(news_list, "item", title="Было", body=[("paragraph", "<p>Первый</p>"), ("heading", "Второй")])
    page.save_revision().publish()
    return page


@pytest.fixture
def translated(item, administrator, committed) -> NewsPage:
    submit(administrator, item, "kk")
    fill(administrator, translation_of(item), WORDS)
    publish(administrator, translation_of(item), committed)
    return item


def change(item, committed, **fields) -> None:
    for name, value in fields.items():
        setattr(item, name, value)
    with committed():
        item.save_revision().publish()


def texts(item) -> dict[str, str | None]:
    """Text of the original → its translation."""
    translation = translation_of(item)
    strings = StringSegment.objects.filter(source=translation.source).exclude(context__path="slug")
    return dict(strings.annotate_translation(translation.target_locale).values_list("string__data", "translation"))


def test_changed_texts_wait_and_the_others_stay(translated, administrator, committed):
    change(translated, committed, title="Стало")
    assert ChangedSource.objects.get().source == translation_of(translated).source
    synchronise(administrator, translated, committed)
    assert not ChangedSource.objects.exists()
    assert texts(translated) == {
        "Стало": None,
        "Коротко о главном": "Қысқаша",
        "Первый": "Бірінші",
        "Второй": "Екінші",
    }
    assert target_of(translated).title == "Болды" and target_of(translated).live


def test_a_moved_block_keeps_its_translation(translated, administrator, get, committed):
    change(translated, committed, body=list(reversed(translated.body.raw_data)))
    synchronise(administrator, translated, committed, publish_translations="on")
    assert texts(translated)["Первый"] == "Бірінші"
    body = get("page", path=target_path(translated)).json()["body"]
    assert [block["value"] for block in body] == ["Екінші", "<p>Бірінші</p>"]


def test_a_text_edited_by_hand_stays(translated, administrator, get, committed):
    fill(administrator, translation_of(translated), {"Первый": "Мүлдем өзге"})
    publish(administrator, translation_of(translated), committed)
    change(translated, committed, title="Стало")
    synchronise(administrator, translated, committed)
    fill(administrator, translation_of(translated), {"Стало": "Енді"})
    publish(administrator, translation_of(translated), committed)
    page = get("page", path=target_path(translated)).json()
    assert (page["title"], page["body"][0]["value"]) == ("Енді", "<p>Мүлдем өзге</p>")


def test_a_text_that_comes_back_finds_its_translation(translated, administrator, committed):
    for title in ("Стало", "Было"):
        change(translated, committed, title=title)
        synchronise(administrator, translated, committed)
    assert texts(translated)["Было"] == "Болды"


def test_the_editor_is_told_on_both_pages(translated, administrator, committed):
    change(translated, committed, title="Стало")
    for page in (translated, target_of(translated)):
        shown = administrator.get(f"/admin/pages/{page.pk}/edit/")
        assert any("outdated" in str(message) for message in shown.context["messages"])


def target_path(item) -> str:
    return f"/kk/news/{target_of(item).slug}/"
