"""GET /api/v1/content/page/: the right page in the right language, and nothing that is not public."""

import pytest
from wagtail.models import PageViewRestriction

from content.models import StandardPage
from tests.content.pages import in_language, items, news, picture


@pytest.mark.parametrize(
    ("path", "title"),
    [("/ru/", "Главная"), ("/en/", "Home"), ("/kk/", "Басты бет"), ("/en/news/", "News"), ("/kk/news/", "Жаңалықтар")],
)
def test_each_address_has_its_own_language(news_list, get, path, title):
    page = get("page", path=path).json()
    assert (page["title"], page["path"], page["locale"]) == (title, path, path[1:3])


def test_a_page_names_its_live_translations(news_list, get):
    page = news(news_list, "opening")
    in_language(page, "en", title="Opening", slug="the-opening")
    in_language(page, "kk", live=False)
    assert get("page", path="/en/news/the-opening/").json()["translations"] == [
        {"locale": "ru", "path": "/ru/news/opening/"},
        {"locale": "en", "path": "/en/news/the-opening/"},
    ]


@pytest.mark.parametrize("path", ["/ru/news", "ru/news/", "//ru//news/"])
def test_an_address_may_be_written_carelessly(news_list, get, path):
    assert get("page", path=path).json()["path"] == "/ru/news/"


@pytest.mark.parametrize(
    "path", ["/", "/xx/", "/de/news/", "/ru/nothing/", "/news/", "/ru/news/x/y/z/", "/RU/", "/ru/" + "a/" * 5000]
)
def test_there_is_nothing_elsewhere(news_list, get, path):
    answer = get("page", path=path)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert answer["Content-Type"] == "application/problem+json"


def test_a_path_is_needed(db, get):
    answer = get("page")
    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["path"])


def test_a_draft_is_not_delivered(news_list, get):
    news(news_list, "draft", live=False)
    assert get("page", path="/ru/news/draft/").status_code == 404


def test_a_restricted_page_is_not_delivered_nor_what_is_below_it(news_list, get):
    news(news_list, "secret")
    PageViewRestriction.objects.create(page=news_list, restriction_type=PageViewRestriction.LOGIN)
    assert get("page", path="/ru/news/").json()["locale"] != "ru"
    assert get("page", path="/ru/news/secret/").status_code == 404
    assert get("news", locale="ru").json()["count"] == 0


def test_a_copy_that_stands_for_a_translation_is_never_live(news_list, get):
    page = news(news_list, "opening")
    alias = page.copy_for_translation(
        in_language(page, "en").locale.__class__.objects.get(language_code="kk"), alias=True
    )
    assert not alias.live
    page.save_revision().publish()  # publishing a source makes its aliases live in Wagtail
    alias.refresh_from_db()
    assert not alias.live
    alias.__class__.objects.filter(pk=alias.pk).update(live=True)
    shown = get("page", path="/kk/news/opening/").json()
    assert (shown["locale"], shown["translated"]) == ("ru", False)


def test_every_block_has_its_form(news_list, get):
    image = picture()
    shown = {"image": image.pk, "alt": "Бочка", "caption": "На складе"}
    page = news(
        news_list,
        "blocks",
        cover=image,
        cover_alt="Обложка",
        body=[
            ("heading", "Раздел"),
            ("paragraph", "<p>Текст <b>жирный</b></p>"),
            ("image", shown),
            ("quote", {"text": "Слова", "author": "Директор"}),
            ("gallery", items(shown, shown)),
            ("table", {"caption": "Сроки", "head": items("A", "B"), "rows": items(items("1", "2"), items("3", ""))}),
            ("links", items({"title": "Сайт", "page": None, "url": "https://example.com/"})),
        ],
    )
    delivered = get("page", path="/ru/news/blocks/").json()
    blocks = {block["type"]: block["value"] for block in delivered["body"]}
    assert [block["id"] for block in delivered["body"]] == [block.id for block in page.body]
    assert blocks["heading"] == "Раздел"
    assert blocks["paragraph"] == "<p>Текст <b>жирный</b></p>"
    assert blocks["quote"] == {"text": "Слова", "author": "Директор"}
    assert blocks["table"] == {"caption": "Сроки", "head": ["A", "B"], "rows": [["1", "2"], ["3", ""]]}
    assert blocks["links"] == [{"title": "Сайт", "url": "https://example.com/"}]
    assert [picture["alt"] for picture in blocks["gallery"]] == ["Бочка", "Бочка"]
    assert {name: blocks["image"][name] for name in ("alt", "caption", "width", "height")} == {
        "alt": "Бочка", "caption": "На складе", "width": 960, "height": 480,
    }  # fmt: skip
    assert delivered["image"]["alt"] == "Обложка"
    assert [part.split()[1] for part in delivered["image"]["srcset"].split(", ")] == ["480w", "960w", "1600w"]


def test_an_image_whose_file_is_gone_is_left_out(news_list, get):
    image = picture()
    image.file.storage.delete(image.file.name)
    shown = {"image": image.pk, "alt": "", "caption": ""}
    news(news_list, "gone", cover=image, body=[("image", shown), ("heading", "Дальше")])
    page = get("page", path="/ru/news/gone/").json()
    assert (page["image"], [block["type"] for block in page["body"]]) == (None, ["heading"])


def test_links_lead_to_the_reader_s_language(news_list, get):
    target = news_list.get_parent().specific.add_child(
        instance=StandardPage(title="Контакты", slug="contacts", locale=news_list.locale)
    )
    in_language(target, "kk", slug="bailanys")
    body = [
        ("paragraph", f'<p><a linktype="page" id="{target.pk}">там</a> <a linktype="page" id="99999">нигде</a></p>'),
        (
            "links",
            items({"title": "Контакты", "page": target.pk, "url": ""}, {"title": "Нет", "page": 99999, "url": ""}),
        ),
    ]
    page = news(news_list, "links", body=body)
    in_language(page, "kk")
    in_language(page, "en")
    expected = {"ru": "/ru/contacts/", "kk": "/kk/bailanys/", "en": "/ru/contacts/"}
    for language, path in expected.items():
        text, links = get("page", path=f"/{language}/news/links/").json()["body"]
        assert text["value"] == f'<p><a href="{path}">там</a> <a>нигде</a></p>'
        assert links["value"] == [{"title": "Контакты", "url": path}]


EVIL = [
    "<p>a<script>alert(1)</script>b</p>",
    '<p onclick="alert(1)">a</p>',
    '<p><a href="javascript:alert(1)">a</a></p>',
    '<p><a href="jav&#x09;ascript:alert(1)">a</a></p>',
    "<p><img src=x onerror=alert(1)>a</p>",
    "<svg/onload=alert(1)>",
    '<p><iframe src="https://evil.example"></iframe>a</p>',
    '<p style="background:url(javascript:alert(1))">a</p>',
    "<p><math><mi//xlink:href='data:x,<script>alert(1)</script>'></math>a</p>",
    '<p><a href="https://ok.example" onmouseover="alert(1)" target="x">a</a></p>',
    "</script><script>alert(1)</script>",
]


@pytest.mark.parametrize("html", EVIL)
def test_rich_text_is_harmless(news_list, get, html):
    news(news_list, "evil", body=[("paragraph", html), ("heading", "<script>alert(1)</script>")])
    body = get("page", path="/ru/news/evil/").json()["body"]
    text = next((block["value"] for block in body if block["type"] == "paragraph"), "").lower()
    for trace in (
        "script",
        'alert(1)"',
        "onclick",
        "onerror",
        "onload",
        "onmouseover",
        "<img",
        "<svg",
        "<iframe",
        "style",
    ):
        assert trace not in text


def test_what_editors_may_type_is_kept(news_list, get):
    html = '<h3>a</h3><p>b<br/>c <i>d</i> x<sup>2</sup> <a href="mailto:a@b.example">e</a></p><ul><li>f</li></ul>'
    news(news_list, "good", body=[("paragraph", html)])
    assert get("page", path="/ru/news/good/").json()["body"][0]["value"] == html


def test_seo_says_what_the_editor_said_else_the_text_itself(news_list, get):
    plain, said = news(news_list, "plain", cover=picture()), news(news_list, "said")
    said.seo_title, said.search_description = "Для поиска", "Описание"
    said.save()
    seo = get("page", path="/ru/news/plain/").json()["seo"]
    assert (seo["title"], seo["description"]) == (plain.title, plain.lead)
    assert seo["canonical"].endswith("/ru/news/plain/") and seo["image"]["src"].startswith("http")
    seo = get("page", path="/ru/news/said/").json()["seo"]
    assert (seo["title"], seo["description"], seo["image"]) == ("Для поиска", "Описание", None)
