"""The HTML document around a state: head for search engines, readable text for all, the bundle for browsers."""

from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from content.delivery.public import LANGUAGES, absolute
from content.shell.bundle import bundle
from content.shell.state import State

OG_LOCALES = {"ru": "ru_RU", "en": "en_GB", "kk": "kk_KZ"}
LANGUAGE_NAMES = {"ru": "Русский", "en": "English", "kk": "Қазақша"}


@dataclass(frozen=True)
class Look:
    """`template`: what to show inside of #root. `indexed`: whether search engines may list it."""

    template: str
    indexed: bool = False


PAGE = Look("content/page.html", indexed=True)
DRAFT = Look("content/page.html")
SCREEN = Look("content/screen.html")
MISSING = Look("content/missing.html")
WITHDRAWN = Look("content/withdrawn.html")


def html_of(state: State, language: str, look: Look) -> str:
    """The whole document in `language`."""
    with translation.override(language):
        return render_to_string(look.template, _context(state, language, look))


def _context(state: State, language: str, look: Look) -> dict:
    page = state.page
    alternates = page["translations"] if page else []
    return {
        "state": state,
        "page": page,
        "language": language,
        "look": look,
        "site_name": settings.WAGTAIL_SITE_NAME,
        "bundle": bundle(language),
        "alternates": [{**other, "url": absolute(other["path"])} for other in alternates],
        "fallback": _fallback(alternates),
        "og_locale": OG_LOCALES.get(language, language),
        "languages": _language_links(alternates),
    }


def _fallback(alternates: list[dict]) -> str | None:
    """x-default: the page in the site's first language that it has."""
    return absolute(alternates[0]["path"]) if alternates else None


def _language_links(alternates: list[dict]) -> list[dict]:
    """For each language of the site the page in it, or its front page."""
    paths = {other["locale"]: other["path"] for other in alternates}
    return [
        {"code": code, "name": LANGUAGE_NAMES.get(code, code), "path": paths.get(code, f"/{code}/")}
        for code in LANGUAGES
    ]
