"""Texts of the installed libraries (Wagtail, Django, REST framework …) that they do not translate themselves.

They stand in catalogues of their own, locale/libraries/<language>/LC_MESSAGES/{django,djangojs}.po, not among ours.
A translation here goes before the library's own, so a library's bad wording is mended by adding the text here by hand.
A text that the library drops leaves the catalogue at the next update.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from catalogues import KEYWORDS, ROOT, extract_template, faults, merged, missing, read_catalogue, write_catalogue

LANGUAGES = ("ru", "kk")  # the third language of the portal is the libraries' own
DOMAINS = ("django", "djangojs")
FOLDER = ROOT / "locale" / "libraries"
DJANGO_PARTS = ("core", "db", "forms", "utils", "views")  # beside its installed applications
NOT_SHOWN = {"locale", "management", "migrations", "static", "static_src", "test", "tests"}
# Texts that no screen of the portal can show: forms and pages that are not mounted, descriptions of unused schemas.
SKIPPED = (
    "allauth/account/admin.py",
    "allauth/account/templates",
    "allauth/core/internal",
    "allauth/mfa/templates",
    "allauth/mfa/webauthn",
    "allauth/templates",
    "allauth/usersessions/templates",
    "django/core/management",
    "django/views/templates",
    "django_filters/templates",
    "drf_spectacular",
    "rest_framework/authtoken",
    "rest_framework/schemas",
    "rest_framework/templates",
    "wagtail/bin",
    "wagtail/project_template",
)


@cache
def library_messages(domain: str) -> Catalog:
    """Every text of the installed libraries; the location is the library's folder."""
    catalog = Catalog()
    for root in roots():
        for text, context in js_texts(root) if domain == "djangojs" else source_texts(root):
            catalog.add(text, context=context, locations=[(place(root), None)])
    return catalog


@cache
def roots() -> tuple[Path, ...]:
    """Folders of the installed applications that are not ours, and the parts of Django that speak."""
    import django
    from django.apps import AppConfig
    from django.conf import settings

    paths = (Path(AppConfig.create(entry).path) for entry in settings.INSTALLED_APPS)
    base = Path(django.__file__).parent
    return (*(path for path in paths if "site-packages" in path.parts), *(base / part for part in DJANGO_PARTS))


def place(path: Path) -> str:
    """A path as it is below site-packages."""
    parts = path.parts
    return "/".join(parts[len(parts) - parts[::-1].index("site-packages") :])


def source_texts(root: Path) -> Iterator[tuple]:
    for path in source_files(root):
        content = path.read_bytes()
        method = "python" if path.suffix == ".py" else extract_template
        if b"gettext" not in content if method == "python" else b"trans" not in content:
            continue
        with path.open("rb") as file:
            for _line, text, _comments, context in extract(method, file, keywords=KEYWORDS):
                yield text, context


def source_files(folder: Path) -> Iterator[Path]:
    """Sources of one application, without those of applications inside it: each is installed for itself."""
    for path in sorted(folder.iterdir()):
        if path.name in NOT_SHOWN or place(path).startswith(SKIPPED):
            continue
        if path.is_dir() and not (path / "apps.py").exists():
            yield from source_files(path)
        elif path.suffix in {".py", ".html", ".txt"}:
            yield path


def js_texts(root: Path) -> Iterator[tuple]:
    """Scripts are installed minified; the library's English catalogue has their texts."""
    path = root / "locale" / "en" / "LC_MESSAGES" / "djangojs.po"
    if path.exists():
        for message in read_catalogue(path, "en"):
            if message.id:
                yield message.id, message.context


def translated_by_libraries(language: str, domain: str) -> set[tuple[str, str | None]]:
    """(text, context) of everything the libraries have in this language; Django merges all of them."""
    import django

    folders = [Path(django.__file__).parent / "conf" / "locale", *(root / "locale" for root in roots())]
    known = set()
    for folder in folders:
        path = folder / language / "LC_MESSAGES" / f"{domain}.mo"
        if path.exists():
            with path.open("rb") as file:
                known.update(keys_of(GNUTranslations(file)))
    return known


def keys_of(translations: GNUTranslations) -> Iterator[tuple[str, str | None]]:
    for key, text in translations._catalog.items():  # the only way to list them
        whole = key[0] if isinstance(key, tuple) else key
        if text and whole:
            context, _, plain = whole.rpartition("\x04")
            yield plain, context or None


def key_of(message: Message) -> tuple[str, str | None]:
    return message.id if isinstance(message.id, str) else message.id[0], message.context


def untranslated(found: Catalog, language: str, domain: str) -> list[Message]:
    """Texts that our catalogue must have, for no library has them in this language."""
    known = translated_by_libraries(language, domain)
    return [message for message in found if message.id and key_of(message) not in known]


def catalogue_path(language: str, domain: str) -> Path:
    return FOLDER / language / "LC_MESSAGES" / f"{domain}.po"


def catalogues() -> Iterator[tuple[str, str, Path]]:
    for language in LANGUAGES:
        for domain in DOMAINS:
            yield language, domain, catalogue_path(language, domain)


def update() -> None:
    for language, domain, path in catalogues():
        old, found = read_catalogue(path, language), library_messages(domain)
        catalogue = merged(old, ours(old, found, untranslated(found, language, domain)))
        if len(catalogue):
            write_catalogue(path, catalogue)


def ours(old: Catalog, found: Catalog, needed: Iterable[Message]) -> Catalog:
    """The texts that no library translates, and those that we have worded better than their library."""
    catalogue = Catalog()
    kept = (found.get(message.id, message.context) for message in old if message.id)
    for message in (*needed, *(message for message in kept if message)):
        catalogue.add(message.id, context=message.context, locations=message.locations)
    return catalogue


def problems() -> Iterator[str]:
    for language, domain, path in catalogues():
        catalogue = read_catalogue(path, language)
        needed = untranslated(library_messages(domain), language, domain)
        for problem in (*missing(catalogue, needed), *faults(catalogue)):
            yield f"{path.relative_to(ROOT)}: {problem}"
