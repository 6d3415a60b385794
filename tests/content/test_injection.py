"""Whatever way hostile text comes in, no browser is told to run it: HTML, embedded JSON, JSON-LD, RSS, the map."""

import json
from io import BytesIO
from xml.etree import ElementTree

import polib
import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image as Drawing
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import APIToken
from wagtail_localize.models import StringTranslation

from cms.access import roles
from modules.partners.applications.consent import VERSION
from modules.partners.applications.form import new_form
from modules.partners.models import Application
from tests.content.pages import in_language, items, news, picture
from tests.content.translation.editing import fill, publish, submit, translation_of
from tests.factories import accounts

EVIL = "\"'></title></script><script>alert(1)</script><img src=x onerror=alert(1)><!-- ${alert(1)} {{ 7*7 }} \u2028"
RICH = [
    "<p>a<script>alert(1)</script>b</p>",
    '<p><a href="javascript:alert(1)">a</a><a href=" jav\tascript:alert(1)">b</a><a href="data:text/html,x">c</a></p>',
    '<p><img src=x onerror=alert(1)><svg/onload=alert(1)><iframe srcdoc="<script>alert(1)</script>"></iframe></p>',
    '<embed embedtype="media" url="https://evil.example/x"/><embed embedtype="image" id="1" alt="\\"onload=alert(1)"/>',
    '<p><a linktype="page" id="1\\"onclick=alert(1)">a</a><a linktype="document" id="1">b</a></p>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    "<p style='x' onclick=alert(1) id=root>a</p></div></main><form action=https://evil.example><input name=q></form>",
]
HIDDEN = (  # a parser that knows less than a browser sees no tag here
    "<!--><img src=x onerror=alert(1)>-->",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "&lt;img src=x onerror=alert(1)&gt;",
    "<a href='java&#10;script:alert(1)' /onclick=alert(1)",
    "\x1b<![CDATA[<script>alert(1)</script>]]>",
)
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
HARMLESS_SCRIPTS = {"application/json", "application/ld+json"}


@pytest.fixture
def item(news_list):
    shown = {"image": picture(EVIL).pk, "alt": EVIL, "caption": EVIL}
    body = [
        ("heading", EVIL),
        *(("paragraph", html) for html in RICH),
        ("image", shown),
        ("gallery", items(shown, shown)),
        ("quote", {"text": EVIL, "author": EVIL}),
        ("table", {"caption": EVIL, "head": items(EVIL), "rows": items(items(EVIL))}),
        ("links", items({"title": EVIL, "page": None, "url": "javascript:alert(1)"})),
        ("links", items({"title": EVIL, "page": None, "url": "https://ok.example/?a=\"'><script>"})),
    ]
    page = news(news_list, "item", title=EVIL, lead=EVIL, cover=picture(EVIL), cover_alt=EVIL, body=body)
    page.seo_title = page.search_description = EVIL
    page.save()
    return page


def require_harmless(html: bytes | str) -> BeautifulSoup:
    """As a browser reads it: nothing runs that the portal has not written itself."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(True):
        assert tag.name not in ("iframe", "object", "embed", "svg", "math", "base", "form", "input"), tag
        assert not [name for name in tag.attrs if name.startswith("on") or name == "srcdoc"], tag
        for name in ("href", "src", "action", "formaction"):
            address = str(tag.get(name, "/")).strip().lower()
            assert address.startswith(("/", "http://", "https://", "mailto:", "tel:")), tag
    for script in soup.find_all("script"):
        assert script.get("type") in HARMLESS_SCRIPTS or str(script.get("src", "")).startswith("/static/app/"), script
    return soup


def test_a_page_runs_nothing_of_its_editors(item, reader):
    in_language(item, "kk", title=EVIL, slug="kk-item")
    for path in (
        "/ru/news/item/",
        "/kk/news/kk-item/",
        "/en/news/item/",
        "/ru/news/",
        "/ru/",
        "/ru/nothing/%3Cscript%3E/",
    ):
        answer = reader.get(path)
        soup = require_harmless(answer.content)
        assert "script-src 'self';" in answer["Content-Security-Policy"]
        for script in soup.find_all("script", type=list(HARMLESS_SCRIPTS)):
            json.loads(script.string)
    soup = require_harmless(reader.get("/ru/news/item/").content)
    assert soup.h1.text.strip() == EVIL.strip() and soup.title.text.startswith(EVIL[:20])
    assert json.loads(soup.find(id="page-state").string)["page"]["title"] == EVIL


def test_nor_does_what_the_api_says(item, get):
    page = get("page", path="/ru/news/item/")
    assert page["Content-Type"] == "application/json" and page["X-Content-Type-Options"] == "nosniff"
    for block in page.json()["body"]:
        if block["type"] == "paragraph":
            require_harmless(block["value"])
        if block["type"] == "links":
            assert [link["url"].split(":")[0] for link in block["value"]] == ["https"]


def test_nor_a_feed_or_the_map(item, reader):
    for path in ("/ru/news/feed/", "/sitemap.xml"):
        answer = reader.get(path)
        assert not [tag for tag in ElementTree.fromstring(answer.content).iter() if str(tag.tag).endswith("script")]
        assert answer["X-Content-Type-Options"] == "nosniff"
    entry = ElementTree.fromstring(reader.get("/ru/news/feed/").content).find("channel/item")
    require_harmless(entry.find("description").text)


@pytest.mark.parametrize("path", ["/ru/search/?q={}", "/ru/news/?page={}", "/ru/{}/", "/ru/sign-in?next={}"])
def test_nor_what_a_reader_s_address_says(home, reader, path):
    require_harmless(reader.get(path.format('"%3E%3Cscript%3Ealert(1)%3C/script%3E')).content)


@pytest.mark.parametrize("name", ["evil.svg", "evil.png", "evil.html", "evil.svg.png", "evil.php", "evil.heic"])
def test_what_is_no_picture_is_not_taken(administrator, name):
    file = SimpleUploadedFile(name, SVG, "image/png")
    answer = administrator.post("/admin/images/add/", {"title": "x", "file": file})
    assert answer.status_code == 200 and not Image.objects.exists()


def test_a_picture_of_endless_pixels_is_not_taken(administrator, settings):
    written = BytesIO()
    Drawing.new("1", (9000, 9000)).save(written, "PNG")
    file = SimpleUploadedFile("bomb.png", written.getvalue(), "image/png")
    administrator.post("/admin/images/add/", {"title": "x", "file": file})
    assert not Image.objects.exists()


def test_the_name_of_a_file_is_a_name_and_nothing_else(administrator, news_list, get, reader):
    written = BytesIO()
    Drawing.new("RGB", (600, 400), "red").save(written, "PNG")
    name = "x'><script>alert(1)<b>;Set-Cookie: a=b .png"
    file = SimpleUploadedFile("x.png", written.getvalue(), "image/png")
    file.name = name
    answer = administrator.post("/admin/images/add/", {"title": name, "file": file})
    assert answer.status_code == 302
    image = Image.objects.get()
    assert image.file.name.startswith("original_images/") and not set('"<>\r\n;:') & set(image.file.name)
    news(news_list, "item", cover=image)
    shown = get("page", path="/ru/news/item/").json()["image"]
    answer = reader.get(shown["src"])
    assert (answer.status_code, answer["Content-Type"], "a" in answer.cookies) == (200, "image/webp", False)
    answer.close()


def test_a_token_writes_text_and_no_script(news_list, reader, get, committed):
    page = news(news_list, "item")
    _token, key = APIToken.create_token(user=accounts.user(roles.PLATFORM_ADMIN), name="integration")
    body = [{"type": "paragraph", "value": html} for html in RICH if 'id="1' not in html]
    with committed():
        answer = reader.patch(
            f"/api/v3/pages/{page.pk}/",
            {"meta": {"type": "content.NewsPage", "action": "publish"}, "title": EVIL, "lead": EVIL, "body": body},
            "application/json",
            headers={"Authorization": f"Bearer {key}"},
        )
    assert answer.status_code == 200, answer.content
    delivered = get("page", path="/ru/news/item/").json()
    assert (delivered["title"], len(delivered["body"]) > 0) == (EVIL.strip(), True)
    require_harmless(reader.get("/ru/news/item/").content)


def test_what_a_po_file_brings_is_text(news_list, administrator, reader, committed):
    page = news(news_list, "item", title="Титул", lead="Лид", body=[("paragraph", f"<p>п{at}</p>") for at in range(5)])
    page.save_revision().publish()
    submit(administrator, page, "kk")
    translation = translation_of(page)
    address = f"/admin/localize/translate/{translation.pk}/pofile"
    for attempt in HIDDEN:
        po = polib.pofile(administrator.get(f"{address}/download/").content.decode())
        for entry in po:
            entry.msgstr = "kk-item" if entry.msgctxt == "slug" else entry.msgid + attempt
        file = SimpleUploadedFile("kk.po", str(po).encode())
        administrator.post(f"{address}/upload/", {"file": file})
    words = {text: text for text in ("Титул", "Лид", *(f"п{at}" for at in range(5)))}
    given = set(StringTranslation.objects.values_list("translation_of__data", flat=True))
    assert given  # an attempt that shows no tag is taken for text
    fill(administrator, translation, {text: words[text] for text in {*words} - given})
    publish(administrator, translation, committed)
    slug = translation.get_target_instance().slug
    answer = reader.get(f"/kk/news/{slug}/")
    soup = require_harmless(answer.content)
    assert answer.status_code == 200 and not soup.article.find(["img", "script"])
    require_harmless(ElementTree.fromstring(reader.get("/kk/news/feed/").content).find("channel/item/description").text)
    editor = BeautifulSoup(administrator.get(f"/admin/pages/{page.pk}/edit/").content, "html.parser")
    assert not editor.find_all(attrs={"onerror": True})


def test_an_embed_is_a_provider_and_an_id(news_list, get, reader):
    """Neither what an editor types nor what a provider answers is HTML of the page."""
    news(news_list, "item", body=[
        ("video", {"url": "https://www.youtube.com/watch?v=dQw4w9WgXcQ&x=\"><script>alert(1)</script>", "title": EVIL}),
        ("video", {"url": "https://rutube.ru/video/../../evil", "title": EVIL}),
        ("video", {"url": "javascript:alert(1)", "title": EVIL}),
        ("paragraph", '<embed embedtype="media" url="https://www.youtube.com/watch?v=dQw4w9WgXcQ"/><p>a</p>'),
    ])  # fmt: skip
    body = get("page", path="/ru/news/item/").json()["body"]
    assert [block["value"] for block in body] == [
        {"provider": "youtube", "id": "dQw4w9WgXcQ", "title": EVIL}, "<p>a</p>",
    ]  # fmt: skip
    require_harmless(reader.get("/ru/news/item/").content)


def test_the_name_of_a_document_is_a_name_and_nothing_else(administrator, news_list, get, reader):
    file = SimpleUploadedFile("x.pdf", b"%PDF-1.4")
    file.name = "x'><script>alert(1)<b>;Set-Cookie: a=b .pdf"
    assert administrator.post("/admin/documents/add/", {"title": EVIL, "file": file}).status_code == 302
    document = Document.objects.get()
    assert document.file.name.startswith("documents/") and not set('"<>\r\n;:') & set(document.file.name)
    news(news_list, "item", body=[("file", {"document": document.pk, "title": EVIL})])
    require_harmless(reader.get("/ru/news/item/").content)
    block = get("page", path="/ru/news/item/").json()["body"][0]["value"]
    answer = reader.get(block["url"])
    assert answer.status_code == 200 and answer["Content-Disposition"].startswith("attachment")
    assert (answer["X-Content-Type-Options"], "a" in answer.cookies) == ("nosniff", False)
    answer.close()


@pytest.mark.parametrize("name", ["evil.html", "evil.svg", "evil.xhtml", "evil.js", "evil.pdf.html"])
def test_what_a_browser_would_run_is_no_document(administrator, name):
    file = SimpleUploadedFile(name, SVG, "application/pdf")
    answer = administrator.post("/admin/documents/add/", {"title": "x", "file": file})
    assert answer.status_code == 200 and not Document.objects.exists()


def test_an_application_is_text_to_whoever_reads_it(administrator, settings, worker_at_hand, committed):
    settings.APPLICATION_MIN_SECONDS = 0
    evil = EVIL[:120]
    sent = {
        "form": new_form(), "company": evil, "country": "KZ", "tax_id": "9712 4000 1315", "first_name": evil,
        "last_name": f"x\r\nBcc: all@evil.example{evil}", "email": "a@newcomer.example", "phone": "+7 701 123 45 67",
        "message": EVIL, "language": "ru", "consent_version": VERSION,
    }  # fmt: skip
    with committed():
        answer = Client().post("/api/v1/partners/applications/", sent, "application/json")
    assert answer.status_code == 202, answer.content
    application = Application.objects.get()
    assert application.message == EVIL.strip()
    for letter in mail.outbox:
        assert letter.to == ["a@newcomer.example"] and not letter.bcc and letter.message()["Bcc"] is None
        for body, kind in getattr(letter, "alternatives", ()):
            assert kind == "text/html" and require_harmless(body)
    for address in ("application:index", "application:inspect"):
        shown = administrator.get(reverse(address, args=[application.pk] if address.endswith("inspect") else []))
        soup = BeautifulSoup(shown.content, "html.parser")
        assert shown.status_code == 200 and evil.split("\u2028")[0].strip()[:30] in soup.text
        assert not soup.find_all(attrs={"onerror": True}) and not soup.find_all("script", string="alert(1)")
