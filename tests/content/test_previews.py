"""The admin's preview is the site's own page: as a guest, as a role, in another language, of what is not yet saved."""

from urllib.parse import urlencode

import pytest
from wagtail.models import Page

from cms.access import roles
from content.models import StandardPage
from tests.content.pages import in_language, news
from tests.content.test_permissions import FORM
from tests.content.test_shell import built, soup, state  # noqa: F401
from tests.content.translation.editing import submit, translation_of


def shown(answer) -> dict:
    """The state of a preview; the document loads the front end and writes no script of its own."""
    assert answer.status_code == 200, answer.content[:500]
    assert soup(answer).find("script", type="module")["src"] == "/static/app/assets/main-1.js"
    assert "script-src 'self';" in answer["Content-Security-Policy"] and answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"] and "no-store" in answer["Cache-Control"]
    return state(answer)


def preview(client, page, mode="guest", **changes):
    """What the preview panel shows while `changes` are typed and not saved."""
    address = f"/admin/pages/{page.pk}/edit/preview/"
    posted = client.post(address, {**FORM, "title": page.title, "slug": page.slug, **changes})
    assert posted.json()["is_valid"], posted.json()
    return client.get(address, {"mode": mode, "in_preview_panel": "true"})


def test_what_is_typed_is_shown_as_the_site_will(news_list, news_editor):
    page = news(news_list, "item")
    found = shown(preview(news_editor, page, title="Набирается"))
    assert (found["path"], found["page"]["title"]) == ("/ru/news/item/", "Набирается")
    assert found["preview"]["kind"] == "panel" and found["preview"]["session"]["user"] is None
    assert Page.objects.get(pk=page.pk).title != "Набирается"


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_page_that_is_not_saved_yet_is_shown_in_its_language(news_list, news_editor, language):
    parent = Page.objects.get(translation_key=news_list.translation_key, locale__language_code=language)
    address = f"/admin/pages/add/content/newspage/{parent.pk}/preview/"
    assert news_editor.post(address, {**FORM, "title": "Новая"}).json()["is_valid"]
    found = shown(news_editor.get(address, {"mode": "guest"}))
    assert (found["page"]["title"], found["path"]) == ("Новая", f"/{language}/news/fresh/")


def test_every_kind_of_page_has_its_preview(home, news_list, administrator):
    about = home.add_child(instance=StandardPage(title="О заводе", slug="about", locale=home.locale))
    for page in (home, news_list, about):
        page.save_revision()
        answer = administrator.get(f"/admin/pages/{page.pk}/view_draft/")
        assert shown(answer)["page"]["type"] == page._meta.label
    assert "news" in shown(administrator.get(f"/admin/pages/{home.pk}/view_draft/"))


def test_a_role_sees_the_way_to_its_cabinet(news_list, news_editor):
    found = shown(preview(news_editor, news(news_list, "item"), mode=f"as-{roles.BUYER_HEAD}"))
    assert [role["code"] for role in found["preview"]["session"]["user"]["roles"]] == [roles.BUYER_HEAD]


def test_a_translation_is_shown_as_far_as_it_is_typed(news_list, news_editor):
    page = news(news_list, "item", title="Оригинал")
    submit(news_editor, page, "kk")
    translation = translation_of(page)
    segment = translation.source.stringsegment_set.get(context__path="title")
    news_editor.put(
        f"/admin/localize/translate/{translation.pk}/strings/{segment.pk}/edit/",
        urlencode({"value": "Аударма"}),
        "application/x-www-form-urlencoded",
    )
    assert "in-kk" in dict(page.preview_modes) and "in-en" not in dict(page.preview_modes)
    for answer in (
        preview(news_editor, page, mode="in-kk"),
        news_editor.get(f"/admin/localize/translate/{translation.pk}/preview/"),
        news_editor.get(f"/admin/localize/translate/{translation.pk}/preview/as-{roles.BUYER_HEAD}/"),
    ):
        found = shown(answer)
        assert found["page"]["title"] == "Аударма" and found["path"].startswith("/kk/news/")
        assert found["page"]["intro"] == page.lead  # nobody has typed it yet


def test_nobody_previews_what_they_may_not_edit(home, news_list, news_editor):
    about = home.add_child(instance=StandardPage(title="Черновик о заводе", slug="about", locale=home.locale))
    about.save_revision()
    translated = in_language(about, "kk", title="Зауыт")
    for address in (
        f"/admin/pages/{about.pk}/edit/preview/?mode=guest",
        f"/admin/pages/{about.pk}/view_draft/",
        f"/admin/pages/{translated.pk}/view_draft/",
        f"/admin/pages/{about.pk}/revisions/{about.latest_revision_id}/view/",
    ):
        answer = news_editor.get(address)
        assert answer.status_code in (302, 403) and "заводе" not in answer.content.decode()
