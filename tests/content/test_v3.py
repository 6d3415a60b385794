"""Wagtail's own API for integrators: reads what is live, writes with a token."""

import pytest
from wagtail.models import APIToken

from cms.access import roles
from content.models import StandardPage
from tests.content.pages import news
from tests.content.translation.editing import submit, translation_of
from tests.factories import accounts


def test_it_lists_live_pages_only(news_list, reader):
    news(news_list, "live")
    news(news_list, "draft", live=False)
    listed = reader.get("/api/v3/pages/", {"type": "content.NewsPage"}).json()
    assert [item["meta"]["slug"] for item in listed["items"]] == ["live"]


def test_it_shows_a_page_with_its_fields(news_list, reader):
    page = news(news_list, "item", title="Новость", body=[("heading", "Раздел")])
    shown = reader.get(f"/api/v3/pages/{page.pk}/").json()
    assert (shown["title"], shown["meta"]["locale"]) == ("Новость", "ru")
    assert shown["meta"]["html_url"].endswith("/ru/news/item/")


def test_it_describes_itself(db, reader):
    assert reader.get("/api/v3/openapi.json").json()["info"]["title"] == "Wagtail API"


def test_a_guest_writes_nothing(news_list, reader):
    page = news(news_list, "item")
    for path in (f"/api/v3/pages/{page.pk}/actions/unpublish/", f"/api/v3/pages/{page.pk}/actions/delete/"):
        assert reader.post(path, "{}", "application/json").status_code in (401, 405)
    page.refresh_from_db()
    assert page.live


def test_a_token_publishes_no_unfinished_translation(news_list, reader, administrator):
    item = news(news_list, "item")
    submit(administrator, item, "kk")
    target = translation_of(item).get_target_instance()
    _token, key = APIToken.create_token(user=accounts.user(roles.PLATFORM_ADMIN), name="integration")
    answer = reader.post(
        f"/api/v3/pages/{target.pk}/actions/publish/",
        "{}",
        "application/json",
        headers={"Authorization": f"Bearer {key}"},
    )
    assert answer.status_code == 403
    target.refresh_from_db()
    assert not target.live


def patch(reader, page, key: str, **fields):
    data = {"meta": {"type": page._meta.label}, **fields}
    headers = {"Authorization": f"Bearer {key}"}
    return reader.patch(f"/api/v3/pages/{page.pk}/", data, "application/json", headers=headers)


def test_a_token_has_the_rights_of_its_owner_and_no_more(news_list, reader):
    home = news_list.get_parent().specific
    about = home.add_child(instance=StandardPage(title="О заводе", slug="about", locale=home.locale))
    item = news(news_list, "item", title="Новость")
    token, key = APIToken.create_token(user=accounts.user(roles.CONNECT_MANAGER), name="integration")
    assert patch(reader, about, key, title="Чужое").status_code == 403
    assert patch(reader, item, key, title="Новое", lead="Ещё новее").status_code == 200
    item.refresh_from_db()
    about.refresh_from_db()
    assert (item.get_latest_revision_as_object().lead, about.latest_revision) == ("Ещё новее", None)
    token.revoke()
    assert patch(reader, item, key, title="Поздно").status_code == 401
    item.refresh_from_db()
    assert item.get_latest_revision_as_object().title == "Новое"


def test_a_draft_is_for_those_who_edit_it(news_list, reader):
    draft = news(news_list, "draft", live=False)
    _token, key = APIToken.create_token(user=accounts.user(roles.PLATFORM_ADMIN), name="integration")
    _token, strange = APIToken.create_token(user=accounts.user(), name="somebody's")
    seen = [
        reader.get(f"/api/v3/pages/{draft.pk}/", headers={"Authorization": f"Bearer {each}"} if each else {})
        for each in ("", strange, key)
    ]
    assert [answer.status_code for answer in seen] == [404, 404, 200]
    assert reader.get("/api/v3/pages/", {"locale": "kk", "type": "content.NewsPage"}).json()["items"] == []


@pytest.mark.parametrize("key", ['id="abc"', 'id=""', 'id="99999999999999999999"', 'id="&#x0;"', ""])
def test_a_link_to_a_page_without_a_key_is_dropped_and_named(news_list, reader, key):
    item = news(news_list, "item")
    _token, token = APIToken.create_token(user=accounts.user(roles.PLATFORM_ADMIN), name="integration")
    body = [{"type": "paragraph", "value": f'<p>См. <a linktype="page" {key}>завод</a></p>'}]
    answer = patch(reader, item, token, body=body)
    assert answer.status_code == 200 and answer.json()["meta"]["warnings"][0]["reason"] == "missing_attribute"
    item.refresh_from_db()
    written = str(item.get_latest_revision_as_object().body)
    assert "<a" not in written and "См. завод" in written


def test_a_link_to_no_page_that_came_by_another_way_harms_nobody(news_list, reader, administrator):
    item = news(news_list, "item", body=[("paragraph", '<p>См. <a linktype="page" id="abc">завод</a></p>')])
    for form in ("html", "db_html", "markdown", "db_markdown"):
        assert reader.get(f"/api/v3/pages/{item.pk}/", {"rich_text_format": form}).status_code == 200
    assert administrator.get(f"/admin/pages/{item.pk}/edit/").status_code == 200
    assert "завод" in reader.get("/ru/news/item/").content.decode()
