"""Wagtail's own API for integrators: reads what is live, writes with a token."""

from wagtail.models import APIToken

from cms.access import roles
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
