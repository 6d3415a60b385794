"""Process 19: news written in Russian, translated, scheduled, live in three languages; changed, outdated, updated.

Through the admin's forms and the public API, by an editor who may edit the news only. The browser plays it in
tests/e2e/test_editors.py.
"""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, Revision

from content.tasks import publish_scheduled
from tests.content import conftest as site
from tests.content.test_permissions import FORM
from tests.content.translation.editing import fill, publish, submit, synchronise, target_of, translation_of

pytestmark = pytest.mark.django_db

media, home, news_list, news_editor, committed = site.media, site.home, site.news_list, site.news_editor, site.committed
reader, get = site.reader, site.get

TITLE = {"ru": "Открыт склад", "en": "A warehouse opens", "kk": "Қойма ашылды"}
LATER = {"ru": "Склад работает", "en": "The warehouse is at work", "kk": "Қойма жұмыс істеп тұр"}
LEAD = {"ru": "В Шымкенте", "en": "In Shymkent", "kk": "Шымкентте"}
OTHERS = ("en", "kk")
TOMORROW = timedelta(days=1)


def edit(editor, page, committed, **fields) -> None:
    with committed():
        answer = editor.post(f"/admin/pages/{page.pk}/edit/", {**FORM, "action-publish": "1", **fields})
    assert answer.status_code == 302


def a_day_goes_by(committed) -> None:
    """For what is scheduled: its time has come, and the scheduler's task runs."""
    for revision in Revision.objects.filter(approved_go_live_at__isnull=False):
        revision.approved_go_live_at -= 2 * TOMORROW
        revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
        revision.save()
    with committed():
        publish_scheduled()


def test_written_translated_scheduled_live_changed_and_updated(news_list, news_editor, get, committed):
    written = {"title": TITLE["ru"], "slug": "warehouse", "lead": LEAD["ru"]}
    news_editor.post(f"/admin/pages/add/content/newspage/{news_list.pk}/", {**FORM, **written})
    item = Page.objects.get(slug="warehouse").specific
    assert not item.live
    tomorrow = f"{timezone.localtime() + TOMORROW:%d.%m.%Y} 09:00"
    edit(news_editor, item, committed, **written, go_live_at=tomorrow)
    submit(news_editor, item, *OTHERS)
    for language in OTHERS:
        words = {TITLE["ru"]: TITLE[language], LEAD["ru"]: LEAD[language]}
        publish(news_editor, translation_of(item, language), committed)
        assert not target_of(item, language).live  # with its texts missing it is published by no way
        fill(news_editor, translation_of(item, language), words)
        publish(news_editor, translation_of(item, language), committed)

    def shown() -> dict[str, str]:
        """Language → title of the list's first item, as readers see them."""
        lists = {language: get("news", locale=language).json()["results"] for language in TITLE}
        return {language: items[0]["title"] for language, items in lists.items() if items}

    assert shown() == {}
    a_day_goes_by(committed)
    assert shown() == TITLE
    paths = {each["locale"]: each["path"] for each in page_of(get)["translations"]}
    for language, path in paths.items():
        page = get("page", path=path).json()
        assert (page["title"], page["intro"], page["translated"]) == (TITLE[language], LEAD[language], True)

    edit(news_editor, item, committed, **written | {"title": LATER["ru"]})
    assert shown() == {**TITLE, "ru": LATER["ru"]}
    assert outdated(news_editor) == [LATER["ru"]]
    synchronise(news_editor, item, committed, publish_translations="on")
    assert shown() == {**TITLE, "ru": LATER["ru"]}  # its new title is not translated yet
    for language in OTHERS:
        fill(news_editor, translation_of(item, language), {LATER["ru"]: LATER[language]})
        publish(news_editor, translation_of(item, language), committed)
    assert shown() == LATER
    assert {each["locale"]: each["path"] for each in page_of(get)["translations"]} == paths
    assert outdated(news_editor) == []


def page_of(get) -> dict:
    return get("page", path="/ru/news/warehouse/").json()


def outdated(editor) -> list[str]:
    """Titles on the board of translations."""
    rows = editor.get("/admin/localize/reports/translations/", {"state": "outdated"}).context["object_list"]
    return [row.title for row in rows]
