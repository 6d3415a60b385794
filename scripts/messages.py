"""Translations of the Python code and templates, without gettext's binaries: update, compile, check.

    update    adds the texts of the sources to locale/<language>/LC_MESSAGES/django.po, keeps every translation and
              drops the texts that no source has any more; then the same for what the libraries leave untranslated
    compile   makes django.mo from each django.po
    check     fails on a text that is missing from a catalogue, untranslated, fuzzy, or loses a placeholder

Texts of Wagtail and Django have catalogues of their own: library_messages.py. The front end's are beside ours:
`npm run messages` in frontend/.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import library_messages
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from catalogues import (
    KEYWORDS,
    ROOT,
    compile_catalogue,
    extract_template,
    faults,
    merged,
    missing,
    placeholder_faults,
    read_catalogue,
    translated,
    write_catalogue,
)

SOURCES = ("cms", "content", "integration", "modules")
LANGUAGES = ("ru", "en", "kk")
SOURCE_LANGUAGE = "en"


def source_messages() -> Catalog:
    """Everything marked for translation in our sources; a location is a file, for any edit would move a line."""
    catalog = Catalog()
    for path in sorted(path for folder in SOURCES for path in (ROOT / folder).rglob("*")):
        method = {".py": "python", ".html": extract_template, ".txt": extract_template}.get(path.suffix)
        if method is None or "migrations" in path.parts:
            continue
        with path.open("rb") as file:
            for _line, text, comments, context in extract(
                method, file, keywords=KEYWORDS, comment_tags=("Translators:",)
            ):
                place = (path.relative_to(ROOT).as_posix(), None)
                catalog.add(text, locations=[place], auto_comments=comments, context=context)
    return catalog


def catalogue_path(language: str) -> Path:
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def update() -> int:
    found = source_messages()
    for language in LANGUAGES:
        path = catalogue_path(language)
        write_catalogue(path, merged(read_catalogue(path, language), found))
    library_messages.update()
    return 0


def compile_all() -> int:
    for language in LANGUAGES:
        path = catalogue_path(language)
        if path.exists():
            compile_catalogue(path, for_machine(read_catalogue(path, language), language))
    for language, _domain, path in library_messages.catalogues():
        if path.exists():
            compile_catalogue(path, read_catalogue(path, language))
    return 0


def for_machine(catalogue: Catalog, language: str) -> Catalog:
    """What Django reads. Without a translation the source text itself is right for English."""
    if language == SOURCE_LANGUAGE:
        for message in catalogue:
            if message.id and not translated(message):
                message.string = message.id
    return catalogue


def problems(language: str, found: Catalog) -> Iterator[str]:
    catalogue = read_catalogue(catalogue_path(language), language)
    yield from missing(catalogue, found)
    yield from placeholder_faults(catalogue) if language == SOURCE_LANGUAGE else faults(catalogue)


def check() -> int:
    found = source_messages()
    lines = [
        f"{catalogue_path(language).relative_to(ROOT)}: {problem}"
        for language in LANGUAGES
        for problem in problems(language, found)
    ]
    lines += library_messages.problems()
    print("\n".join(lines) or f"messages: {len(found)} texts, complete in {', '.join(LANGUAGES)}; the libraries' too")
    return 1 if lines else 0


COMMANDS = {"update": update, "compile": compile_all, "check": check}

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    sys.path.insert(0, str(ROOT))
    if len(sys.argv) != 2 or sys.argv[1] not in COMMANDS:
        sys.exit(f"usage: messages.py {'|'.join(COMMANDS)}")
    sys.exit(COMMANDS[sys.argv[1]]())
