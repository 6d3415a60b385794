"""The HTML document around a state: head for search engines, readable text for all, the bundle for browsers."""

from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from content.delivery.kinds import kind_of
from content.delivery.public import LANGUAGES, absolute
from content.shell.bundle import bundle
from content.shell.state import State
from content.shell.structured import structured

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
    translated = page is not None and page["translated"]
    alternates = page["translations"] if translated else []
    return {
        "state": state,
        "page": page,
        "part": kind_of(page["type"]).template if page else "",
        "language": language,
        "look": look,
        "indexed": look.indexed and translated,
        "structured": structured(page) if page else "",
        "own_path": _own_path(page) if page and not translated else "",
        "site_name": settings.WAGTAIL_SITE_NAME,
        "bundle": bundle(language),
        "alternates": [{**other, "url": absolute(other["path"])} for other in alternates],
        "fallback": _fallback(alternates),
        "og_locale": _og_locale(page["locale"] if page else language),
        "og_alternates": [_og_locale(other["locale"]) for other in alternates if other["locale"] != language],
        "page_language": LANGUAGE_NAMES.get(page["locale"], page["locale"]) if page else "",
        "languages": _language_links(state.path if page else "", page["translations"] if page else []),
        "feed": absolute(f"/{language}/news/feed/"),
    }


def _og_locale(language: str) -> str:
    return OG_LOCALES.get(language, language)


def _own_path(page: dict) -> str:
    """Where an untranslated page is at home."""
    return next((each["path"] for each in page["translations"] if each["locale"] == page["locale"]), page["path"])


def _fallback(alternates: list[dict]) -> str | None:
    """x-default: the page in the site's first language that it has."""
    return absolute(alternates[0]["path"]) if alternates else None


def _language_links(path: str, translations: list[dict]) -> list[dict]:
    """For each language the page in it, be it shown there untranslated; the front page where there is none at all."""
    below = path.split("/", 2)[2] if path.count("/") > 1 else ""
    paths = {other["locale"]: other["path"] for other in translations}
    return [
        {"code": code, "name": LANGUAGE_NAMES.get(code, code), "path": paths.get(code, f"/{code}/{below}")}
        for code in LANGUAGES
    ]
