"""GET /api/v1/content/site/: menus and footer, how they are translated, and where they are shown."""

import json
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from content.models import SiteFrame, StandardPage
from tests.content.frames import column, entry, frame, link, published
from tests.content.pages import in_language

WORDS = {
    "Масла для дорог": "Жолға арналған майлар",
    "Компания": "Компания туралы",
    "Стать клиентом": "Клиент болу",
    "Будни с 9 до 19": "Жұмыс күндері 9-дан 19-ға дейін",
    "© Тенгри": "© Тәңірі",
}


@pytest.fixture
def about(home) -> StandardPage:
    page = home.add_child(instance=StandardPage(title="О заводе", slug="about", locale=home.locale, show_in_menus=True))
    in_language(page, "kk", title="Зауыт туралы")
    return page


@pytest.fixture
def history(about) -> StandardPage:
    """Below `about`, in Russian only."""
    return about.add_child(
        instance=StandardPage(title="История", slug="history", locale=about.locale, show_in_menus=True)
    )


@pytest.fixture
def site(about, history) -> SiteFrame:
    return frame(
        header=[entry(link(page=history), link("Стать клиентом", url="/apply"), page=about)],
        footer=[column("Компания", link(page=about), link("Стать клиентом", url="/apply"), link(page=history))],
        tagline="Масла для дорог",
        phone="+7 727 000 00 01",
        hours="Будни с 9 до 19",
        legal="© Тенгри",
        social=json.dumps([{"type": "page", "id": "1", "value": {"network": "telegram", "url": "https://t.me/x"}}]),
    )


def translated(site: SiteFrame, words: dict[str, str]) -> Translation:
    """By wagtail-localize's own means; what `words` lack stays in Russian."""
    translate_object(site, [Locale.objects.get(language_code="kk")])
    translation = Translation.objects.get(source__object_id=site.translation_key)
    give(translation, words)
    return translation


def give(translation: Translation, words: dict[str, str]) -> None:
    for segment in translation.source.stringsegment_set.select_related("string", "context"):
        if segment.string.data in words:
            StringTranslation.objects.get_or_create(
                translation_of=segment.string,
                locale=translation.target_locale,
                context=segment.context,
                defaults={"data": words[segment.string.data]},
            )


def publish(client, translation: Translation, committed):
    pk = translation.get_target_instance().pk
    with committed():
        return client.post(f"/admin/snippets/content/siteframe/edit/{pk}/", {"action": "publish"})


def test_without_a_menu_of_its_own_the_site_shows_the_marked_pages_in_two_levels(history, get):
    header = get("site", locale="ru").json()["menus"]["header"]
    below = [{"title": "История", "path": "/ru/about/history/"}]
    assert header == [{"title": "О заводе", "path": "/ru/about/", "children": below}]
    kazakh = get("site", locale="kk").json()
    assert kazakh["menus"]["header"] == [{"title": "Зауыт туралы", "path": "/kk/about/", "children": []}]
    assert (kazakh["language"], kazakh["menus"]["footer"], kazakh["legal"]) == ("kk", [], "")


def test_a_site_says_what_its_editor_wrote(site, get):
    said = get("site", locale="ru").json()
    assert said["menus"]["header"] == [
        {
            "title": "О заводе",
            "path": "/ru/about/",
            "children": [
                {"title": "История", "path": "/ru/about/history/"},
                {"title": "Стать клиентом", "path": "/ru/apply"},
            ],
        }
    ]
    assert [column["title"] for column in said["menus"]["footer"]] == ["Компания"]
    assert said["contacts"] == {"phone": "+7 727 000 00 01", "email": "", "address": "", "hours": "Будни с 9 до 19"}
    assert said["social"] == [{"network": "telegram", "url": "https://t.me/x"}]
    assert (said["name"], said["tagline"], said["legal"]) == ("Kabinet", "Масла для дорог", "© Тенгри")


def test_what_is_not_translated_is_said_in_the_original_s_language_and_marked(site, get, reader):
    said = get("site", locale="kk").json()
    assert (said["locale"], said["language"], said["legal"]) == ("kk", "ru", "© Тенгри")
    # Links lead to pages of the reader's language, and only to those that are there; the menu is of such pages.
    assert [link["path"] for link in said["menus"]["footer"][0]["links"]] == ["/kk/about/", "/kk/apply"]
    assert said["menus"]["header"] == [{"title": "Зауыт туралы", "path": "/kk/about/", "children": []}]
    footer = BeautifulSoup(reader.get("/kk/").content, "html.parser").find("footer")
    assert footer["lang"] == "ru" and "© Тенгри" in footer.text


def test_an_editor_translates_it_and_nothing_half_translated_goes_live(site, get, administrator, committed):
    lacking = {source: target for source, target in WORDS.items() if source != "© Тенгри"}
    with committed():
        translation = translated(site, lacking)
    assert not translation.get_target_instance().live
    answer = publish(administrator, translation, committed)
    page = administrator.get(answer["Location"])
    assert any("1 text is not translated" in str(message) for message in page.context["messages"])
    assert get("site", locale="kk").json()["language"] == "ru"
    give(translation, WORDS)
    assert publish(administrator, translation, committed).status_code in (200, 302)
    said = get("site", locale="kk").json()
    assert (said["language"], said["legal"], said["contacts"]["hours"]) == (
        "kk", "© Тәңірі", "Жұмыс күндері 9-дан 19-ға дейін",
    )  # fmt: skip
    assert said["menus"]["header"][0]["title"] == "Зауыт туралы"
    assert said["menus"]["header"][0]["children"] == [{"title": "Клиент болу", "path": "/kk/apply"}]
    assert said["social"] == [{"network": "telegram", "url": "https://t.me/x"}]


@pytest.mark.parametrize("publishing", [False, True])
def test_a_changed_original_leaves_the_published_translation_as_it_was(site, get, administrator, committed, publishing):
    with committed():
        translation = translated(site, WORDS)
    publish(administrator, translation, committed)
    site.legal = "© Новое имя"
    with committed():
        published(site)
        data = {"publish_translations": "on"} if publishing else {}
        administrator.post(f"/admin/localize/update/{translation.source_id}/", data)
    said = get("site", locale="kk").json()
    assert (said["language"], said["legal"]) == ("kk", "© Тәңірі")
    segment = translation.source.stringsegment_set.get(string__data="© Новое имя")
    with committed():
        administrator.put(
            f"/admin/localize/translate/{translation.pk}/strings/{segment.pk}/edit/",
            urlencode({"value": "© Жаңа атау"}),
            "application/x-www-form-urlencoded",
        )
    publish(administrator, translation, committed)
    assert get("site", locale="kk").json()["legal"] == "© Жаңа атау"


def test_a_change_is_seen_after_its_commit(site, get, committed):
    assert get("site", locale="ru").json()["legal"] == "© Тенгри"
    site.legal = "© Новое имя"
    with committed():
        published(site)
        assert get("site", locale="ru").json()["legal"] == "© Тенгри"
    assert get("site", locale="ru").json()["legal"] == "© Новое имя"


def test_every_document_of_the_site_has_it(site, reader):
    for path in ("/ru/", "/ru/nothing/", "/ru/sign-in"):
        shown = BeautifulSoup(reader.get(path).content, "html.parser")
        assert shown.find("header").find("a", href="/ru/about/history/")
        assert shown.find("footer").find("a", href="/ru/apply").text == "Стать клиентом"
        assert json.loads(shown.find(id="page-state").text)["site"]["legal"] == "© Тенгри"


@pytest.mark.parametrize("count", [1, 12])
def test_it_costs_the_same_whatever_is_in_it(about, get, count, django_assert_num_queries, forget):
    links = [link(page=about) for _number in range(count)]
    frame(header=[entry(*links, page=about)], footer=[column("Компания", *links)])
    forget()
    with django_assert_num_queries(4):
        get("site", locale="ru")
    with django_assert_num_queries(0):
        get("site", locale="ru")


def test_an_address_no_browser_should_follow_is_left_out(about, get):
    evil = [link("Нажми", url="javascript:alert(1)"), link("Туда", url="//evil.example/"), link(page=about)]
    frame(header=[entry(*evil, page=about)], footer=[column("Компания", *evil)])
    said = get("site", locale="ru").json()["menus"]
    assert [each["path"] for each in said["header"][0]["children"]] == ["/ru/about/"]
    assert [each["path"] for each in said["footer"][0]["links"]] == ["/ru/about/"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//evil.example/", "apply", "data:text/html,x", "/a b"])
def test_nor_can_an_editor_type_one(administrator, home, url):
    data = {
        "header-count": "1", "header-0-deleted": "", "header-0-order": "0", "header-0-type": "entry",
        "header-0-id": "", "header-0-value-title": "Нажми", "header-0-value-page": "", "header-0-value-url": url,
        "header-0-value-children-count": "0", "footer-count": "0", "social-count": "0",
        "tagline": "", "phone": "", "email": "", "address": "", "hours": "", "legal": "", "action-publish": "1",
    }  # fmt: skip
    answer = administrator.post("/admin/snippets/content/siteframe/add/", data)
    assert answer.status_code == 200 and not SiteFrame.objects.exists()
    answer = administrator.post("/admin/snippets/content/siteframe/add/", {**data, "header-0-value-url": "/apply"})
    assert answer.status_code == 302 and SiteFrame.objects.get().live


def test_there_is_one(site, administrator):
    data = {"header-count": "0", "footer-count": "0", "social-count": "0", "legal": "Второй", "action-publish": "1"}
    assert administrator.post("/admin/snippets/content/siteframe/add/", data).status_code == 200
    assert SiteFrame.objects.count() == 1


def test_a_news_editor_changes_nothing_of_it(site, news_editor):
    before = list(SiteFrame.objects.values())
    for address in ("", "add/", f"edit/{site.pk}/", f"delete/{site.pk}/", f"unpublish/{site.pk}/"):
        answer = news_editor.post(f"/admin/snippets/content/siteframe/{address}", {"legal": "x", "action-publish": "1"})
        assert answer.status_code in (302, 403, 405), address
    assert list(SiteFrame.objects.values()) == before
