"""Somebody at a browser: finds things by what they read, in their language."""

import re
from functools import cache
from pathlib import Path

import polib
from django.conf import settings
from playwright.sync_api import Locator, Page, expect

from cms.demo import PASSWORD


@cache
def catalogue(language: str) -> dict[str, str]:
    """msgid → translation of the front end."""
    path = Path(settings.BASE_DIR) / "locale" / language / "LC_MESSAGES" / "frontend.po"
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(path))}


class Person:
    def __init__(self, page: Page, language: str, screenshots: Path) -> None:
        self.page = page
        self.language = language
        self.screenshots = screenshots

    def reads(self, msgid: str, **values: str) -> str:
        """The interface's text in this person's language; AssertionError where it has no translation."""
        text = msgid if self.language == "en" else catalogue(self.language).get(msgid)
        assert text, f"{msgid!r} is not translated into {self.language}"
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        return text

    def button(self, msgid: str, **values: str) -> Locator:
        return self.page.get_by_role("button", name=self.reads(msgid, **values), exact=True)

    def link(self, msgid: str, **values: str) -> Locator:
        return self.page.get_by_role("link", name=self.reads(msgid, **values), exact=True)

    def labelled(self, msgid: str) -> Locator:
        return self.page.get_by_label(self.reads(msgid), exact=True)

    def sees(self, msgid: str, timeout: float = 15_000, **values: str) -> None:
        expect(self.page.get_by_text(self.reads(msgid, **values)).first).to_be_visible(timeout=timeout)

    def opens(self, path: str) -> None:
        self.page.goto(f"/{self.language}/{path}".rstrip("/") + ("" if "?" in path else "/" if not path else ""))

    def signs_in(self, email: str, password: str = PASSWORD) -> None:
        self.opens("sign-in")
        self.labelled("E-mail").fill(email)
        self.labelled("Password").fill(password)
        self.button("Sign in").click()
        self.page.wait_for_url(re.compile("/cabinet/"))

    def switches_to(self, language: str) -> None:
        """By the switch on the page; the page stays the same one."""
        before = re.sub(r"/(ru|en|kk)(/|$)", "/", self.page.url, count=1)
        self.page.locator(f'a[hreflang="{language}"], button[lang="{language}"], a[lang="{language}"]').first.click()
        self.page.wait_for_url(re.compile(f"/{language}(/|$)"))
        expect(self.page.locator("html")).to_have_attribute("lang", language)
        assert re.sub(r"/(ru|en|kk)(/|$)", "/", self.page.url, count=1) == before
        self.language = language

    def takes_a_picture(self, name: str) -> None:
        self.page.screenshot(path=self.screenshots / f"{name}-{self.language}.png", full_page=True)
