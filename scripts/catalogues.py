"""What the programs that keep translations share: extracting texts, reading catalogues, finding faults in them."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message, TranslationError
from babel.messages.checkers import python_format
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
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


def read_catalogue(path: Path, language: str) -> Catalog:
    """The catalogue of a file; an empty one where there is no file yet. Raises PoFileError with the line at fault."""
    if not path.exists():
        return Catalog(locale=language, project="Kabinet", version="1.0", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def write_catalogue(path: Path, catalogue: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=120, sort_output=True, omit_header=False, include_lineno=False)
    left = sum(1 for _ in unfinished(catalogue))
    print(f"{path.relative_to(ROOT)}: {len(catalogue)} texts, {left} without translation")


def merged(catalogue: Catalog, found: Catalog) -> Catalog:
    """The catalogue with exactly the texts found, their translations kept, their locations brought up to date."""
    for message in list(catalogue):
        same = found.get(message.id, message.context)
        # A text that has become a plural, or ceased to be one, is translated anew.
        if message.id and (same is None or type(same.id) is not type(message.id)):
            catalogue.delete(message.id, message.context)
    for message in found:
        if message.id:
            known = catalogue.get(message.id, message.context)
            if known is None:
                catalogue.add(message.id, context=message.context, locations=message.locations)
            else:
                known.locations, known.auto_comments = message.locations, message.auto_comments
    return catalogue


def compile_catalogue(path: Path, catalogue: Catalog) -> None:
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)


def unfinished(catalogue: Catalog) -> Iterator[Message]:
    """Messages without a usable translation."""
    return (message for message in catalogue if message.id and (message.fuzzy or not translated(message)))


def translated(message: Message) -> bool:
    forms = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
    return all(forms) and bool(forms)


def faults(catalogue: Catalog) -> Iterator[str]:
    """Texts without a usable translation, and translations that lose a placeholder."""
    yield from (f"{'fuzzy' if message.fuzzy else 'untranslated'}: {message.id!r}" for message in unfinished(catalogue))
    yield from placeholder_faults(catalogue)


def missing(catalogue: Catalog, found: Iterable[Message]) -> Iterator[str]:
    """Texts found that the catalogue does not have."""
    for message in found:
        if message.id and catalogue.get(message.id, message.context) is None:
            yield f"missing, run `make messages`: {message.id!r} ({message.locations[0][0]})"


def placeholder_faults(catalogue: Catalog) -> Iterator[str]:
    for message in catalogue:
        if message.id and translated(message):
            yield from placeholder_fault(catalogue, message)


def placeholder_fault(catalogue: Catalog, message: Message) -> Iterator[str]:
    try:
        python_format(catalogue, message)
    except (TranslationError, ValueError, TypeError) as error:
        yield f"placeholders: {message.id!r}: {error}"
    if isinstance(message.id, str) and set(BRACES.findall(message.id)) != set(BRACES.findall(message.string)):
        yield f"placeholders in braces differ: {message.id!r}"
