"""The screens of docs/guide-administrators.md open for a platform administrator; their pictures are taken here."""

import pytest
from playwright.sync_api import expect

from cms.access import roles
from cms.demo import demo_email
from tests.e2e.editor import Editor

pytestmark = pytest.mark.e2e

SCREENS = {
    "roles": "role/",
    "matrix": "role/overview/",
    "people": "access/people/",
    "grants": "grant/",
    "why": "access/why/",
    "modules": "modules/",
    "exchange": "exchange/",
    "tokens": "exchange/tokens/",
    "audit": "reports/audit/",
    "languages": "locales/",
    "redirects": "redirects/",
    "translations": "localize/reports/translations/",
}


def test_screens_of_the_guide_open(person):
    boss = Editor(person("ru", width=1280, height=860))
    boss.signs_in(demo_email(roles.PLATFORM_ADMIN), "ru")
    for name, address in SCREENS.items():
        answer = boss.page.goto(f"/admin/{address}")
        assert answer.status == 200 and boss.page.url.endswith(address), address  # a refusal leads to the first page
        expect(boss.page.get_by_role("heading", level=1).first).to_be_visible()
        boss.shows(name, guide="administrators")
