"""Banners: for whom, when, in which language; none shown to others, not by a kept answer either."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.operations import translate_object

from cms.access import roles
from cms.access.models import Role
from cms.access.own_roles import role_copy
from content.delivery import store
from content.models import Banner
from tests.content.conftest import signed_in
from tests.content.frames import banner, published
from tests.content.test_site import give

CHOSEN = [roles.LOGISTICIAN, roles.BUYER_HEAD]


def texts(answer) -> list[str]:
    said = answer.json()
    return [each["text"] for each in (said["banners"] if isinstance(said, dict) else said)]


def own(client, locale: str = "ru"):
    return client.get("/api/v1/content/banners/", {"locale": locale})


@pytest.fixture
def clock(monkeypatch):
    """`clock(hours=1)`: it is so much later now."""
    began = timezone.now()

    def move(**later) -> None:
        monkeypatch.setattr(timezone, "now", lambda: began + timedelta(**later))

    return move


def test_everybody_sees_what_is_for_guests(home, get, reader):
    banner("Склад закрыт", kind="urgent", link_title="Подробнее", link_url="/apply")
    shown = get("site", locale="ru").json()["banners"]
    assert [(each["tone"], each["text"], each["language"]) for each in shown] == [
        ("urgent", "<p>Склад закрыт</p>", "ru")
    ]
    assert shown[0]["link"] == {"title": "Подробнее", "path": "/ru/apply"}
    assert "Склад закрыт" in BeautifulSoup(reader.get("/ru/").content, "html.parser").find("aside").text
    assert texts(own(signed_in(roles.LOGISTICIAN))) == []  # it came with the site


def test_a_role_that_was_not_chosen_never_gets_it(home, get, reader):
    banner("Только для своих", audience=CHOSEN)
    for _time in ("made", "kept"):
        for role in roles.TITLES:
            client = signed_in(role)
            expected = ["<p>Только для своих</p>"] if role in CHOSEN else []
            answer = own(client)
            assert texts(answer) == expected, role
            assert answer["Cache-Control"] == "private, no-cache"
            assert texts(client.get("/api/v1/content/site/", {"locale": "ru"})) == []
            assert "Только для своих" not in client.get("/ru/").content.decode()
    assert own(reader).status_code == 401


def test_its_etag_is_the_caller_s_own(home):
    banner("Только для своих", audience=CHOSEN)
    etag = own(signed_in(CHOSEN[0]))["ETag"]
    answer = signed_in(roles.CARRIER_MANAGER).get(
        "/api/v1/content/banners/", {"locale": "ru"}, headers={"If-None-Match": etag}
    )
    assert (answer.status_code, texts(answer)) == (200, [])


def test_it_begins_and_ends_by_the_clock_in_kept_answers_too(home, get, reader, clock, settings):
    settings.CONTENT_MEMORY_SECONDS = 60
    clock()
    now = timezone.now()
    banner("Скоро", starts_at=now + timedelta(hours=1), ends_at=now + timedelta(hours=2))
    banner("Свой", audience=CHOSEN, starts_at=None, ends_at=now + timedelta(hours=2))
    client = signed_in(CHOSEN[0])
    for hours, shown, of_role in [(0, [], 1), (1, ["<p>Скоро</p>"], 1), (2, [], 0)]:
        clock(hours=hours)
        for _time in ("made", "kept", "remembered"):
            assert texts(get("site", locale="ru")) == shown
            assert ("Скоро" in reader.get("/ru/").content.decode()) == bool(shown)
            assert len(texts(own(client))) == of_role
    store._memory.confirm(None)


def test_what_is_untranslated_is_said_in_its_own_language_and_marked(home, get, administrator, committed):
    made = banner("Склад закрыт")
    with committed():
        translate_object(made, [Locale.objects.get(language_code="kk")])
    shown = get("site", locale="kk").json()["banners"][0]
    assert (shown["language"], shown["text"]) == ("ru", "<p>Склад закрыт</p>")
    kazakh = Banner.objects.get(locale__language_code="kk")
    give(translation_of(made), {"Склад закрыт": "Қойма жабық"})
    with committed():
        administrator.post(f"/admin/snippets/content/banner/edit/{kazakh.pk}/", {"action": "publish"})
    translated = get("site", locale="kk").json()["banners"][0]
    assert (translated["language"], translated["text"]) == ("kk", "<p>Қойма жабық</p>")
    assert (translated["id"], translated["version"]) == (shown["id"], shown["version"])
    with committed():
        made.refresh_from_db()
        made.unpublish()
    assert get("site", locale="kk").json()["banners"] == []  # the original is the banner


def translation_of(made: Banner):
    from wagtail_localize.models import Translation

    return Translation.objects.get(source__object_id=made.translation_key)


def test_new_words_are_a_new_version_and_another_audience_is_not(home, get, committed):
    made = banner("Было")
    before = get("site", locale="ru").json()["banners"][0]["version"]
    with committed():
        made.audience = [roles.GUEST, roles.LOGISTICIAN]
        published(made)
    assert get("site", locale="ru").json()["banners"][0]["version"] == before
    with committed():
        made.text = "<p>Стало</p>"
        published(made)
    assert get("site", locale="ru").json()["banners"][0]["version"] != before


def test_html_and_addresses_are_cleaned(home, get):
    evil = banner("")
    Banner.objects.filter(pk=evil.pk).update(
        text='<p onclick="x()">Текст<script>x()</script><a href="javascript:x()">там</a><img src=x onerror=x()></p>',
        link_title="Туда",
        link_url="javascript:x()",
    )
    shown = get("site", locale="ru").json()["banners"][0]
    assert shown["text"] == "<p>Текст<a>там</a></p>" and shown["link"] is None


def test_a_holder_of_a_copied_role_counts_as_of_the_role_it_was_copied_from(home):
    banner("Только для своих", audience=[roles.LOGISTICIAN])
    role_copy(role=Role.objects.get(code=roles.LOGISTICIAN), code="night-shift", titles={})
    assert texts(own(signed_in("night-shift"))) == ["<p>Только для своих</p>"]


@pytest.mark.parametrize("count", [1, 8])
def test_it_costs_the_same_however_many_there_are(home, count, django_assert_num_queries):
    for number in range(count):
        banner(f"Номер {number}", audience=CHOSEN, link_page=home)
    client = signed_in(CHOSEN[0])
    own(client)
    with django_assert_num_queries(5):
        assert len(texts(own(client))) == count


def test_an_editor_makes_one_and_sees_it_before(home, administrator, get, committed):
    data = {
        "text": '{"entityMap": {}, "blocks": [{"key": "a", "text": "Склад закрыт", "type": "unstyled", "depth": 0, '
        '"inlineStyleRanges": [], "entityRanges": []}]}',
        "kind": "warning", "link_title": "", "link_page": "", "link_url": "", "starts_at": "", "ends_at": "",
        "audience": ["guest", "logistician"],
    }  # fmt: skip
    add = "/admin/snippets/content/banner/add/"
    preview = "/admin/snippets/content/banner/preview/"
    assert administrator.post(preview, data).json()["is_valid"]
    assert "Склад закрыт" in administrator.get(preview).content.decode()
    for wrong in (
        {"audience": []}, {"audience": ["root"]}, {"link_url": "javascript:x()", "link_title": "x"},
        {"starts_at": "2026-02-02 10:00", "ends_at": "2026-02-01 10:00"}, {"link_url": "/apply"},
    ):  # fmt: skip
        assert administrator.post(add, {**data, **wrong, "action-publish": "1"}).status_code == 200, wrong
    assert not Banner.objects.exists()
    with committed():
        assert administrator.post(add, {**data, "action-publish": "1"}).status_code == 302
    assert texts(get("site", locale="ru")) == ["<p>Склад закрыт</p>"]
    assert Banner.objects.get().audience == ["guest", "logistician"]


def test_a_news_editor_makes_none(home, news_editor):
    for address in ("", "add/"):
        assert news_editor.post(f"/admin/snippets/content/banner/{address}", {"text": "x"}).status_code in (302, 403)
    assert not Banner.objects.exists()
