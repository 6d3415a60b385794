"""Where what is no longer at an address has gone: redirects that editors made, and those Wagtail makes for them when
a page moves or its slug changes.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from content.delivery.finding import LONGEST_PATH, page_at
from content.delivery.public import LANGUAGES, normal, path_of, public, segments_of

MOST_STEPS = 5  # a redirect to a redirect to …


@dataclass(frozen=True)
class Moved:
    """`to`: an address of this site ("/ru/x/") or a whole http(s) one that an editor wrote."""

    to: str
    permanent: bool

    def document(self, path: str) -> dict[str, Any]:
        """`PageMoved` of the schema."""
        return {"type": "redirect", "path": path, "to": self.to, "permanent": self.permanent}


def redirect_at(path: str) -> Moved | None:
    """Where `path`, at which there is no page, leads in the end; None if nowhere, or in a circle."""
    seen, permanent = set(), True
    while path not in seen and len(seen) < MOST_STEPS:
        seen.add(path)
        found = _redirect(path)
        if found is None:
            return Moved(path, permanent) if len(seen) > 1 else None
        page, link, is_permanent = found
        permanent = permanent and is_permanent
        target = _page_path(page) if page else _safe(link)
        if target is None or page or not target.startswith("/") or page_at(target):
            return Moved(target, permanent) if target and target not in seen else None
        path = target
    return None


def _redirect(path: str) -> tuple[int | None, str, bool] | None:
    """Page, link and whether it is for good, of the redirect from `path`, written with its language or without."""
    if len(path) > LONGEST_PATH or "\0" in path:
        return None
    whole = Redirect.normalise_path(normal(path))
    segments = segments_of(path)
    ways = [whole]
    if len(segments) > 1 and segments[0] in LANGUAGES:
        ways.append(Redirect.normalise_path(normal("/".join(segments[1:]))))
    ours = Q(site=None) | Q(site__is_default_site=True)
    rows = Redirect.objects.filter(ours, old_path__in=ways).values_list(
        "old_path", "redirect_page_id", "redirect_link", "is_permanent"
    )
    by_path = {old_path: tuple(row) for old_path, *row in rows}
    return next((by_path[way] for way in ways if way in by_path), None)


def _page_path(page_id: int) -> str | None:
    """None for a page that readers may not see."""
    row = public(Page.objects).filter(pk=page_id).values_list("locale__language_code", "url_path").first()
    return path_of(*row) if row else None


def _safe(link: str) -> str | None:
    """`link` as an address of this site where it is one; None for what no browser should be sent to."""
    parts = urlsplit(link)
    if parts.netloc and f"{parts.scheme}://{parts.netloc}" != settings.PORTAL_URL.rstrip("/"):
        return link if parts.scheme in ("http", "https") else None
    if parts.scheme not in ("", "http", "https") or not parts.path.startswith("/") or "\\" in link:
        return None
    query = f"?{parts.query}" if parts.query else ""
    return "/" + parts.path.lstrip("/") + query
