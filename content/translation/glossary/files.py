"""The glossary as a CSV file: the columns of its export, a heading line first."""

import csv
from dataclasses import dataclass, field
from io import StringIO

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from content.models import GlossaryTerm

COLUMNS = ["ru", "en", "kk", "note", "forbidden"]
LARGEST = 2 * 1024 * 1024
MOST_TERMS = 10_000


@dataclass
class Read:
    """What a file holds: terms to keep, and what is wrong, a sentence each with its line."""

    terms: list[dict[str, str]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@transaction.atomic
def terms_import(*, content: bytes) -> tuple[Read, int]:
    """Add or change the terms of a CSV file, known by their Russian name; nothing at all if a line is wrong."""
    read = _read(content)
    if not read.errors:
        for values in read.terms:
            GlossaryTerm.objects.update_or_create(ru=values["ru"], defaults=values)
    return read, 0 if read.errors else len(read.terms)


def _read(content: bytes) -> Read:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Read(errors=[_("The file is not text in UTF-8.")])
    if len(content) > LARGEST or "\0" in text:
        return Read(errors=[_("The file is too large or no CSV file.")])
    lines = text.splitlines()
    delimiter = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
    read = Read()
    for number, cells in enumerate(csv.reader(StringIO(text), delimiter=delimiter), start=1):
        if number > 1 and any(cell.strip() for cell in cells):
            _add(read, number, cells)
    if len(read.terms) > MOST_TERMS:
        read.errors.append(_("The file is too large or no CSV file."))
    return read


def _add(read: Read, number: int, cells: list[str]) -> None:
    values = {name: _cell(cells, place) for place, name in enumerate(COLUMNS)}
    try:
        GlossaryTerm(**values).full_clean(validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        said = "; ".join(f"{name}: {' '.join(texts)}" for name, texts in error.message_dict.items())
        read.errors.append(_("Line %(number)d: %(problem)s") % {"number": number, "problem": said})
    read.terms.append(values)


def _cell(cells: list[str], place: int) -> str:
    """The export puts an apostrophe before what a spreadsheet would take for a formula."""
    value = cells[place].strip() if place < len(cells) else ""
    return value[1:] if value[:1] == "'" and value[1:2] in "=+-@" else value
