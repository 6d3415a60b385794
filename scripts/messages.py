"""Translations of the Python code and templates, without gettext's binaries: update, compile, check.

    update    adds the texts of the sources to locale/<language>/LC_MESSAGES/django.po and keeps every translation
    compile   makes django.mo from each django.po
    check     fails on a text that is missing from a catalogue, untranslated, fuzzy, or loses a placeholder

Texts that no source of ours contains (those of Wagtail and Django without a Kazakh translation) stay as they are.
The front end has its own catalogues beside these: `npm run messages` in frontend/.
"""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message, TranslationError
from babel.messages.checkers import python_format
from babel.messages.extract import extract, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("cms", "content", "integration", "modules")
LANGUAGES = ("ru", "en", "kk")
SOURCE_LANGUAGE = "en"
BRACES = re.compile(r"\{\w*\}")
KEYWORDS: dict[str, tuple | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def extract_template(file, keywords, comment_tags, options) -> Iterator[tuple]:
    """Babel's extractor for Django templates: Django itself turns their tags into Python calls."""
    from django.utils.translation.template import templatize

    source = templatize(file.read().decode(), origin=getattr(file, "name", None))
    flat = "\n".join(line.strip() for line in source.splitlines())  # Python would trip over the markup's indentation
    return extract_python(BytesIO(flat.encode()), keywords, comment_tags, options)


def source_messages() -> Catalog:
    """Everything marked for translation in our sources; a location is a file, for any edit would move a line."""
    from django.conf import settings

    settings.configure(USE_I18N=True)
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


def read_catalogue(language: str) -> Catalog:
    path = catalogue_path(language)
    if not path.exists():
        return Catalog(locale=language, project="Kabinet", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def update() -> int:
    found = source_messages()
    for language in LANGUAGES:
        catalogue = merged(read_catalogue(language), found)
        path = catalogue_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, catalogue, width=120, sort_output=True, omit_header=False, include_lineno=False)
        left = sum(1 for _ in unfinished(catalogue))
        print(f"{path.relative_to(ROOT)}: {len(catalogue)} texts, {left} without translation")
    return 0


def merged(catalogue: Catalog, found: Catalog) -> Catalog:
    """The catalogue with the texts of the sources added and their locations brought up to date."""
    for message in catalogue:
        message.locations = []
    for message in found:
        if not message.id:
            continue
        known = catalogue.get(message.id, message.context)
        if known is None:
            catalogue.add(message.id, context=message.context, locations=message.locations)
        else:
            known.locations, known.auto_comments = message.locations, message.auto_comments
    return catalogue


def compile_all() -> int:
    for language in LANGUAGES:
        if catalogue_path(language).exists():
            with catalogue_path(language).with_suffix(".mo").open("wb") as file:
                write_mo(file, for_machine(read_catalogue(language), language))
    return 0


def for_machine(catalogue: Catalog, language: str) -> Catalog:
    """What Django reads. Without a translation the source text itself is right for English."""
    if language == SOURCE_LANGUAGE:
        for message in catalogue:
            if message.id and not translated(message):
                message.string = message.id
    return catalogue


def unfinished(catalogue: Catalog) -> Iterator[Message]:
    """Messages without a usable translation."""
    return (message for message in catalogue if message.id and (message.fuzzy or not translated(message)))


def translated(message: Message) -> bool:
    forms = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
    return all(forms) and bool(forms)


def problems(language: str, found: Catalog) -> Iterator[str]:
    catalogue = read_catalogue(language)
    for message in found:
        if message.id and catalogue.get(message.id, message.context) is None:
            yield f"missing, run `make messages`: {message.id!r} ({message.locations[0][0]})"
    if language != SOURCE_LANGUAGE:
        yield from (
            f"{'fuzzy' if message.fuzzy else 'untranslated'}: {message.id!r}" for message in unfinished(catalogue)
        )
    for message in catalogue:
        if message.id and translated(message):
            yield from placeholder_problems(catalogue, message)


def placeholder_problems(catalogue: Catalog, message: Message) -> Iterator[str]:
    try:
        python_format(catalogue, message)
    except (TranslationError, ValueError, TypeError) as error:
        yield f"placeholders: {message.id!r}: {error}"
    if isinstance(message.id, str) and set(BRACES.findall(message.id)) != set(BRACES.findall(message.string)):
        yield f"placeholders in braces differ: {message.id!r}"


def check() -> int:
    found = source_messages()
    lines = [
        f"{catalogue_path(language).relative_to(ROOT)}: {problem}"
        for language in LANGUAGES
        for problem in problems(language, found)
    ]
    print("\n".join(lines) or f"messages: {len(found)} texts, complete in {', '.join(LANGUAGES)}")
    return 1 if lines else 0


COMMANDS = {"update": update, "compile": compile_all, "check": check}

if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in COMMANDS:
        sys.exit(f"usage: messages.py {'|'.join(COMMANDS)}")
    sys.exit(COMMANDS[sys.argv[1]]())
