"""What Lighthouse measures, by the browser's own means: a phone's processor, its network, an empty cache."""

import gzip
from dataclasses import dataclass

from playwright.sync_api import Page, Response

CPU_SLOWDOWN = 4
SETTLED_MS = 300  # what is painted after the last answer
NETWORK = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}  # 4G
OBSERVE = """
window.measured = {lcp: 0, cls: 0, blocked: 0};
const observe = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take))
  .observe({type, buffered: true});
observe('largest-contentful-paint', (entry) => { measured.lcp = entry.startTime; });
observe('layout-shift', (entry) => { if (!entry.hadRecentInput) measured.cls += entry.value; });
observe('longtask', (entry) => { measured.blocked += entry.duration - 50; });
"""
HEAD = """() => {
  const all = (found, name) => [...document.head.querySelectorAll(found)].map((one) => one.getAttribute(name));
  return {
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    viewport: all('meta[name=viewport]', 'content'),
    description: all('meta[name=description]', 'content'),
    canonical: all('link[rel=canonical]', 'href'),
    hreflang: all('link[rel=alternate][hreflang]', 'hreflang').sort(),
    robots: all('meta[name=robots]', 'content'),
    sideways: document.documentElement.scrollWidth - window.innerWidth,
  };
}"""


@dataclass(frozen=True)
class Measured:
    """`script`: kB of gzip loaded until the page is at rest; `lcp`, `blocked`: ms; `cls`: Chromium's shift score."""

    script: float
    lcp: float
    cls: float
    blocked: float
    head: dict


def measured(page: Page, path: str) -> Measured:
    """One visit of a newcomer on a phone. The page stays open, no longer slowed down."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
    scripts: list[Response] = []
    keep = lambda response: scripts.append(response) if response.request.resource_type == "script" else None  # noqa: E731
    page.on("response", keep)
    page.goto(path, wait_until="networkidle")
    page.locator("#main h1").wait_for()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLED_MS)
    page.remove_listener("response", keep)
    seen = page.evaluate("window.measured")
    head = page.evaluate(HEAD)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    session.detach()
    loaded = {response.url: response for response in scripts}.values()
    weight = sum(len(gzip.compress(response.body(), 6)) for response in loaded) / 1000
    return Measured(weight, seen["lcp"], seen["cls"], seen["blocked"], head)
