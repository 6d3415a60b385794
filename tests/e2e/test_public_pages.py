"""Every public page on a phone: its weight and speed within the budgets, its head in order, axe without findings."""

import re
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page

from tests.e2e.measuring import OBSERVE, Measured, measured

pytestmark = pytest.mark.e2e

AXE = (Path(settings.BASE_DIR) / "frontend" / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
SCRIPT_KB, LCP_MS, CLS = 180, 2500, 0.05
SCREENS = ["sign-in", "reset-password", "apply", "search/?q=масло", "no-such-page/"]
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
RUN_AXE = "axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})"
LANGUAGES = ["en", "kk", "ru"]


def pages_of_the_site(page: Page) -> list[str]:
    """The Russian pages that search engines are told of; of the news items, which are all alike, the first."""
    told = page.request.get("/sitemap.xml").text()
    paths = sorted(set(re.findall(r"<loc>https?://[^/]+(/ru/[^<]*)</loc>", told)))
    items = [path for path in paths if re.fullmatch(r"/ru/news/.+/", path)]
    assert {"/ru/", "/ru/news/"} < {*paths} and items
    return [path for path in paths if path not in items[1:]]


def findings(page: Page) -> list[str]:
    """Serious and critical findings of axe: by day on a desk, at night on a phone."""
    found = []
    page.evaluate(AXE)
    for size, scheme in ((PHONE, "dark"), (DESK, "light")):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        page.wait_for_timeout(500)  # what changes its colour does so gradually
        found += [
            f"{scheme} {violation['id']}: {node['html'][:120]} {node['failureSummary']}"
            for violation in page.evaluate(RUN_AXE)["violations"]
            if violation["impact"] in ("serious", "critical")
            for node in violation["nodes"][:1]
        ]
    return found


def in_order(result: Measured, indexed: bool) -> list[str]:
    """What a search engine or a phone would miss in the page's head."""
    head, wrong = result.head, []
    wrong += [name for name in ("title", "viewport") if not head[name]]
    wrong += ["lang"] if head["lang"] != "ru" else []
    wrong += [f"{head['headings']} h1"] if head["headings"] != 1 else []
    wrong += [f"scrolls sideways by {head['sideways']}"] if head["sideways"] > 0 else []
    if not indexed:
        return wrong + ([] if head["robots"] == ["noindex"] else ["may be indexed"])
    wrong += ["no description"] if not all(head["description"]) or not head["description"] else []
    wrong += ["canonical"] if len(head["canonical"]) != 1 else []
    wrong += [f"hreflang {head['hreflang']}"] if head["hreflang"] != [*LANGUAGES, "x-default"] else []
    return wrong + (["noindex"] if head["robots"] else [])


def too_slow(result: Measured) -> bool:
    return result.lcp > LCP_MS or result.cls > CLS


def test_every_public_page_keeps_its_budgets(person, capsys):
    page = person("ru", **PHONE).page
    site = pages_of_the_site(page)
    page.add_init_script(OBSERVE)
    page.emulate_media(color_scheme="dark")
    lines, wrong = [], {}
    for path in [*site, *(f"/ru/{screen}" for screen in SCREENS)]:
        page.set_viewport_size(PHONE)
        result = measured(page, path)
        if too_slow(result):  # the machine may have been busy with something else
            result = measured(page, path)
        problems = [*in_order(result, indexed=path in site), *findings(page)]
        problems += ["too slow"] if too_slow(result) else []
        problems += ["too heavy"] if result.script > SCRIPT_KB else []
        lines.append(
            f"{path:<44}{result.script:7.1f} kB {result.lcp:6.0f} ms {result.cls:7.3f} {result.blocked:6.0f} ms"
        )
        wrong |= {path: problems} if problems else {}
    with capsys.disabled():
        print(f"\n{'page':<44}{'script':>10} {'LCP':>9} {'CLS':>7} {'blocked':>9}", *lines, sep="\n")
    assert wrong == {}, wrong


def test_the_style_page_is_for_people_only(person):
    page = person("ru").page
    page.add_init_script(OBSERVE)
    result = measured(page, "/ru/style")
    assert in_order(result, indexed=False) == []
    found = findings(page)
    assert found == [], found


def test_no_screen_loads_more_script_than_its_budget():
    """Of the cabinet's screens too, by the build's own manifest."""
    counted = subprocess.run(
        ["sh", "scripts/npm.sh", "run", "--silent", "size"],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert counted.returncode == 0, counted.stdout + counted.stderr
