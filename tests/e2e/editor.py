"""An editor at the Wagtail admin: finds fields by their names, buttons by what they do, blocks by their labels."""

import re
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Locator, Page, Request, expect

from cms.demo import PASSWORD
from tests.e2e.person import Person

SLOW = 40_000  # milliseconds: the admin's heavier pages on a busy machine
AUTOSAVE = 1_000  # milliseconds after a change, by when the form has begun to save it


class Editor:
    """A person whose window is the admin's."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.page: Page = person.page
        self.page.set_default_timeout(SLOW)
        self._saving: set[Request] = set()
        self.page.on("request", lambda request: request.method == "POST" and self._saving.add(request))
        for end in ("requestfinished", "requestfailed"):
            self.page.on(end, lambda request: self._saving.discard(request))

    def settles(self) -> None:
        """What the form saves by itself shortly after a change is saved."""
        self.page.wait_for_timeout(AUTOSAVE)
        while self._saving:
            self.page.wait_for_timeout(100)

    def signs_in(self, email: str, language: str) -> None:
        """By the portal's door, and with the admin in this language from then on."""
        self.page.goto("/admin/account/")
        self.page.wait_for_url(re.compile("/sign-in"))
        self.person.labelled("E-mail").fill(email)
        self.person.labelled("Password").fill(PASSWORD)
        self.person.button("Sign in").click()
        self.page.wait_for_url(re.compile("/admin/account/"))
        self.page.locator("[name=locale-preferred_language]").select_option(language)
        self.page.locator("main form [type=submit]").last.click()
        self.page.wait_for_load_state()

    def shows(self, name: str, guide: str = "editors") -> None:
        """A picture of the window for a guide."""
        self.page.wait_for_load_state("networkidle")
        self.page.wait_for_timeout(400)  # panels slide in
        self.page.screenshot(path=self.person.screenshots / f"{guide}-{name}.png")

    def opens_children_of(self, *titles: str) -> None:
        """Down the tree of pages by the arrows of its listing."""
        self.page.goto("/admin/pages/")
        for title in titles:
            row = self.page.locator("main tr").filter(has_text=title).first
            row.locator("td.children a").click()
            expect(self.page.locator("main").get_by_text(title).first).to_be_visible()

    def fills(self, **fields: str) -> None:
        for name, value in fields.items():
            self.page.locator(f"#id_{name}").fill(value)

    def uploads(self, field: str, file: Path, title: str) -> None:
        """A new image into the image field of this name."""
        self.page.locator(f"#id_{field}-chooser").get_by_role("button").first.click()
        self.page.wait_for_load_state("networkidle")  # the dialog's tabs are ready
        self.page.locator("#tab-label-upload").click()
        upload = self.page.locator("#tab-upload")
        upload.locator("[type=file]").set_input_files(file)
        upload.locator("[name$='-title']").fill(title)
        upload.locator("[type=submit]").click()
        expect(self.page.locator(f"#id_{field}-chooser img").first).to_be_visible()

    def adds_block(self, name: str) -> Locator:
        """A new block at the end of the body."""
        blocks = self.page.locator("[data-contentpath=body] > * [data-streamfield-child]")
        count = blocks.count()
        self.opens_blocks()
        self.page.get_by_role("option", name=name, exact=True).click()
        expect(blocks).to_have_count(count + 1)
        return blocks.last

    def opens_blocks(self) -> None:
        self.page.locator("[data-contentpath=body] .c-sf-add-button").last.click()
        expect(self.page.get_by_role("option").first).to_be_visible()

    def saves_draft(self) -> str:
        """Address of the page's form."""
        self.settles()
        with self.page.expect_navigation():
            self.page.locator("button.action-save").first.click()
        self.page.wait_for_url(re.compile(r"/pages/\d+/edit/"))
        return self.page.url

    def publishes(self) -> None:
        """At once, or at the time that is set."""
        self.settles()
        self.page.locator("footer .w-dropdown__toggle").last.click()
        self.page.locator("[name=action-publish]").first.click()
        self.page.wait_for_url(re.compile(r"/pages/\d+/$"))

    def opens_panel(self, name: str) -> Locator:
        """A panel beside the form: status, preview, checks, comments."""
        toggle = self.page.locator(f"[data-side-panel-toggle={name}]")
        if toggle.get_attribute("aria-expanded") != "true":
            toggle.click()
        return self.page.locator(f"[data-side-panel={name}]")

    def closes_panel(self, name: str) -> None:
        toggle = self.page.locator(f"[data-side-panel-toggle={name}]")
        if toggle.get_attribute("aria-expanded") == "true":
            toggle.click()

    def follows_action(self, address: str) -> None:
        """An entry of the menu beside the page's title, by a part of its address."""
        self.page.locator("header [data-w-dropdown-target=toggle]").first.click()
        self.page.locator(f"header a[href*='{address}'], .w-dropdown__content a[href*='{address}']").first.click()
        self.page.wait_for_url(re.compile(re.escape(address)))

    def translates(self, words: Iterable[tuple[str, str]]) -> None:
        """Fills in what waits for a translation, one text after another."""
        for source, translation in words:
            waiting = self.page.locator("li.incomplete").filter(has_text=source).first
            waiting.locator("button").last.click()
            waiting.locator("textarea").fill(translation)
            self.page.keyboard.press("Enter")
            expect(self.page.locator("li.complete").filter(has_text=translation).first).to_be_visible()

    def publishes_translation(self) -> None:
        self.page.locator("footer button[value=publish]").click()
        expect(self.page.locator(".messages li").first).to_be_visible()
