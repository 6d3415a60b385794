"""The admin's main screens in Kazakh and Russian: what has letters and none of them Cyrillic was left in English."""

import re

import pytest
from bs4 import BeautifulSoup, Comment
from django.urls import reverse
from wagtail.models import Task, Workflow

from cms.access import roles
from content.bootstrap import name_roots
from tests.content.pages import news
from tests.factories import accounts
from tests.world import client_of

WORD = re.compile(r"[A-Za-z]{3,}")
CYRILLIC = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]")
SPOKEN_ATTRIBUTES = ["title", "aria-label", "placeholder", "alt"]
SILENT = ["script", "style", "template", "code", "svg", "noscript", "select", "textarea"]
# Names, keys, codes.
NAMES = {
    "Alt", "Ctrl", "Esc", "Enter", "Shift", "Kabinet", "Wagtail", "CMS", "API", "URL", "English", "localhost",
    "CSV", "XLSX",
}  # fmt: skip
ALLOWED = {"Note page", "None"}  # a page type of the tests; what Wagtail prints for a page that nobody has edited
SCREENS = [
    ("wagtailadmin_home", []),
    ("wagtailadmin_explore", ["list"]),
    ("wagtailadmin_pages:edit", ["item"]),
    ("wagtailadmin_pages:add", ["content", "newspage", "list"]),
    ("wagtailadmin_pages:history", ["item"]),
    ("wagtailadmin_pages:delete", ["item"]),
    ("wagtailadmin_pages:move", ["item"]),
    ("wagtailimages:index", []),
    ("wagtailimages:add_multiple", []),
    ("wagtaildocs:index", []),
    ("wagtailadmin_reports:site_history", []),
    ("wagtailadmin_reports:workflow", []),
    ("wagtailadmin_reports:aging_pages", []),
    ("wagtailadmin_workflows:index", []),
    ("wagtailadmin_workflows:edit", ["workflow"]),
    ("wagtailadmin_workflows:edit_task", ["task"]),
    ("wagtailsnippets_content_banner:list", []),
    ("wagtaillocales:add", []),
    ("wagtaillocales:edit", ["locale"]),
    ("wagtailadmin_collections:index", []),
    ("wagtaillocales:index", []),
    ("wagtailsites:index", []),
    ("wagtailadmin_account", []),
]


def spoken(html: bytes) -> set[str]:
    """The texts of a document that a reader sees or hears."""
    soup = BeautifulSoup(html, "html.parser")
    for silent in soup(SILENT):
        silent.decompose()
    heard = {tag[name] for tag in soup.find_all(True) for name in SPOKEN_ATTRIBUTES if tag.get(name)}
    return {text.strip() for text in soup.body.find_all(string=True) if not isinstance(text, Comment)} | heard


def in_english(text: str) -> bool:
    return text not in ALLOWED and not CYRILLIC.search(text) and bool(set(WORD.findall(text)) - NAMES)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_screens_of_the_admin_speak_the_language(news_list, language):
    name_roots()
    item = news(news_list, "item", title="Новость", lead="Вводный текст")
    keys = {"list": news_list.pk, "item": item.pk, "locale": item.locale_id}
    keys |= {"workflow": Workflow.objects.get().pk, "task": Task.objects.get().pk}
    client = client_of(accounts.user(roles.PLATFORM_ADMIN, language=language, first_name="Мария", last_name="Ли"))
    left = {}
    for name, arguments in SCREENS:
        answer = client.get(reverse(name, args=[keys.get(argument, argument) for argument in arguments]))
        assert answer.status_code == 200, name
        left[name] = [text for text in spoken(answer.content) if in_english(text)]
    assert {name: texts for name, texts in left.items() if texts} == {}
