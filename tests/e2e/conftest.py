"""The whole portal as real processes, and a real browser before it."""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from cms.processes.testing import Portal
from tests.e2e.person import Person

BUILD = Path(settings.BASE_DIR) / "build" / "screenshots"
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def portal(tmp_path_factory):
    """The demo, served; its orders move every few seconds."""
    with Portal(tmp_path_factory.mktemp("portal"), tick=1.0) as running:
        running.start("valkey", "simulator")
        running.manage("prepare")
        running.start("web", "events", "worker", "loader", "scheduler")
        yield running


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        expect.set_options(timeout=15_000)
        started = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=CHROMIUM)
        yield started
        started.close()


@pytest.fixture(scope="session")
def screenshots() -> Path:
    shutil.rmtree(BUILD, ignore_errors=True)
    BUILD.mkdir(parents=True)
    return BUILD


@pytest.fixture
def person(portal, browser: Browser, screenshots: Path):
    """Makes people, each with a browser window of their own; fails on what a page throws."""
    contexts: list[BrowserContext] = []
    thrown: list[str] = []

    def make(language: str = "ru", width: int = 1360, height: int = 900) -> Person:
        viewport = {"width": width, "height": height}
        context = browser.new_context(base_url=portal.url, locale=language, viewport=viewport, bypass_csp=False)
        contexts.append(context)
        page: Page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: thrown.append(str(error)))
        return Person(page, language, screenshots)

    yield make
    for context in contexts:
        context.close()
    assert thrown == []
