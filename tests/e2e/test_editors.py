"""Process 19: an editor writes news in Russian, it is translated, scheduled, live in three languages, changed, updated.

The pictures of docs/guide-editors.md are taken here; scripts/guide_pictures.py puts them into docs/.
"""

import re
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.utils import timezone
from PIL import Image, ImageDraw
from playwright.sync_api import Page, expect

from cms.access import roles
from cms.demo import demo_email
from tests.e2e.editor import Editor

pytestmark = pytest.mark.e2e

HOME, NEWS = "Смазочные материалы, за которыми стоит завод", "Новости"
LEAD = "С 1 декабря масла для юга Казахстана отгружаются из Шымкента."
HEADING, TEXT = "Что изменится", "Заказы из Туркестана и Тараза приходят за два дня вместо пяти."
WORDS = {
    "en": {
        LEAD: "From 1 December oils for the south of Kazakhstan are shipped from Shymkent.",
        "Новый склад": "The new warehouse",
        HEADING: "What changes",
        TEXT: "Orders from Turkistan and Taraz arrive in two days instead of five.",
    },
    "kk": {
        LEAD: "1 желтоқсаннан бастап Қазақстанның оңтүстігіне майлар Шымкенттен жөнелтіледі.",
        "Новый склад": "Жаңа қойма",
        HEADING: "Не өзгереді",
        TEXT: "Түркістан мен Тараздан берілген тапсырыстар бес күннің орнына екі күнде жетеді.",
    },
}
TITLES = {"ru": "Открыт склад в Шымкенте", "en": "A warehouse opens in Shymkent", "kk": "Шымкентте қойма ашылды"}
CHANGED = {
    "ru": "Склад в Шымкенте уже работает",
    "en": "The Shymkent warehouse is at work",
    "kk": "Шымкенттегі қойма жұмыс істеп тұр",
}
# A day goes by for what is scheduled, and the scheduler's task runs.
NEXT_DAY = """
from datetime import timedelta
from django.db.models import F
from wagtail.models import Page, Revision
from content.tasks import publish_scheduled
for revision in Revision.objects.filter(approved_go_live_at__isnull=False):
    revision.approved_go_live_at -= timedelta(days=2)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
Page.objects.filter(go_live_at__isnull=False).update(go_live_at=F("go_live_at") - timedelta(days=2))
publish_scheduled()
"""


@pytest.fixture
def cover(tmp_path) -> Path:
    """A picture file that no image of the site has: a warehouse with two gates and a number."""
    drawing = Image.new("RGB", (1600, 900), "#dfe8ee")
    draw = ImageDraw.Draw(drawing)
    draw.polygon([(200, 420), (800, 180), (1400, 420), (1400, 780), (200, 780)], fill="#123a5a")
    for left in (380, 900):
        draw.rectangle((left, 500, left + 320, 780), fill="#f2a516")
    draw.text((760, 800), uuid4().hex[:4], fill="#c8d4dc", font_size=40)
    drawing.save(tmp_path / "warehouse.jpg", quality=80)
    return tmp_path / "warehouse.jpg"


def test_news_is_live_in_three_languages(portal, person, cover):
    slug = f"shymkent-{uuid4().hex[:4]}"
    editor, reader = Editor(person("ru", width=1280, height=860)), person("ru").page
    paths = {"ru": f"/ru/news/{slug}/", "en": f"/en/news/{slug}-en/", "kk": f"/kk/news/{slug}-kk/"}

    editor.signs_in(demo_email(roles.CONNECT_MANAGER), "ru")
    form = write(editor, TITLES["ru"], slug, cover)
    schedule(editor)
    forms = submit(editor, form)
    for language in ("en", "kk"):
        words = {TITLES["ru"]: TITLES[language], **WORDS[language]}
        translate(editor, language, forms[language], words, (slug, paths[language].split("/")[-2]))
    assert [reader.goto(path).status for path in paths.values()] == [404] * 3

    portal.manage("shell", "-c", NEXT_DAY)
    for language, path in paths.items():
        reads(reader, path, TITLES[language])
        reader.screenshot(path=editor.person.screenshots / f"editors-live-{language}.png")

    change(editor, form, CHANGED["ru"])
    reads(reader, paths["ru"], CHANGED["ru"])
    for language in ("en", "kk"):
        reads(reader, paths[language], TITLES[language])  # until its translation is updated
        update(editor, language, forms[language], (CHANGED["ru"], CHANGED[language]))
        reads(reader, paths[language], CHANGED[language])


def write(editor: Editor, title: str, slug: str, cover: Path) -> str:
    """A draft with a cover and two blocks, looked at before anybody else sees it; address of its form."""
    editor.opens_children_of(HOME)
    editor.shows("01-explorer")
    editor.opens_children_of(HOME, NEWS)
    editor.page.locator("header a[href*='/add_subpage/'], header a[href*='/pages/add/']").first.click()
    editor.page.wait_for_url(re.compile("/pages/add/content/newspage/"))
    editor.fills(title=title, lead=LEAD)
    editor.shows("02-title")
    editor.uploads("cover", cover, "Склад в Шымкенте")
    editor.fills(cover_alt="Новый склад")
    editor.page.locator("#id_cover_alt").scroll_into_view_if_needed()
    editor.shows("03-cover")
    editor.opens_blocks()
    editor.shows("04-blocks")
    editor.page.keyboard.press("Escape")
    editor.adds_block("Заголовок").locator("input[type=text]").fill(HEADING)
    editor.adds_block("Текст").locator("[contenteditable=true]").click()
    editor.page.keyboard.type(TEXT)
    editor.page.get_by_role("tab", name="Продвижение").click()
    editor.fills(slug=slug)
    editor.page.get_by_role("tab", name="Содержание").click()
    form = editor.saves_draft()
    editor.opens_panel("preview")
    shown = editor.page.frame_locator(".w-preview__iframe").first
    expect(shown.get_by_role("heading", level=1)).to_have_text(title)
    editor.shows("05-preview")
    editor.closes_panel("preview")
    return form


def schedule(editor: Editor) -> None:
    """For tomorrow at nine."""
    editor.opens_panel("status").locator("[data-a11y-dialog-show=schedule-publishing-dialog]").click()
    tomorrow = timezone.localtime() + timedelta(days=1)
    when = f"{tomorrow:%d.%m.%Y} 09:00"
    editor.fills(go_live_at=when)
    dialog = editor.page.locator("#schedule-publishing-dialog")
    dialog.locator("h2").first.click()  # the calendar closes
    editor.shows("06-schedule")
    editor.settles()
    with editor.page.expect_navigation():
        dialog.locator("[type=submit]").press("Enter")  # the calendar may lie over the button
    expect(editor.page.locator("#id_go_live_at")).to_have_value(when)
    editor.closes_panel("status")
    editor.publishes()


def submit(editor: Editor, form: str) -> dict[str, str]:
    """For translation into both other languages; the addresses of their forms."""
    editor.page.goto(form)
    editor.follows_action("/localize/submit/page/")
    editor.page.locator("#id_select_all").check()
    editor.shows("07-submit")
    editor.page.locator("main form [type=submit]").first.click()
    editor.page.wait_for_url(re.compile(r"/pages/\d+/$"))
    editor.page.goto(form)
    panel = editor.opens_panel("status")
    panel.get_by_role("button", name="Сменить язык").click()
    named = {"en": "Английский", "kk": "Казахский"}
    addresses = {
        language: editor.page.get_by_role("link", name=name, exact=True).first.get_attribute("href")
        for language, name in named.items()
    }
    editor.shows("08-languages")
    return addresses


def translate(editor: Editor, language: str, form: str, words: dict[str, str], slug: tuple[str, str]) -> None:
    """Every text and the address, side by side with the source; published with the time of the source."""
    editor.page.goto(form)
    editor.closes_panel("status")
    texts = list(words.items())
    editor.translates(texts[:2])
    editor.shows(f"09-translating-{language}")
    editor.translates(texts[2:])
    editor.page.get_by_role("tab", name="Продвижение").click()
    editor.translates([slug])
    editor.publishes_translation()
    editor.shows(f"10-scheduled-{language}")


def change(editor: Editor, form: str, title: str) -> None:
    editor.page.goto(form)
    editor.fills(title=title)
    editor.publishes()
    editor.page.goto(form)
    editor.follows_action("/localize/update/")
    editor.shows("11-update")
    editor.page.locator("main form [type=submit]").first.click()
    editor.page.wait_for_url(re.compile(r"/pages/\d+/"))


def update(editor: Editor, language: str, form: str, words: tuple[str, str]) -> None:
    """The one text that changed; the others are still translated."""
    editor.page.goto(form)
    editor.closes_panel("status")
    expect(editor.page.locator("li.incomplete")).to_have_count(1)
    editor.shows(f"12-changed-{language}")
    editor.translates([words])
    editor.publishes_translation()


def reads(reader: Page, path: str, title: str) -> None:
    answer = reader.goto(path)
    assert answer.status == 200, path
    expect(reader.get_by_role("heading", level=1)).to_have_text(title)
