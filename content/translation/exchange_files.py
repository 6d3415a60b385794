"""Translations as PO files, for translators with tools of their own. What comes back is not trusted."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import polib
from bs4 import BeautifulSoup
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import StringTranslation, Translation

LARGEST = 2 * 1024 * 1024
SHOWN = 3
OWNER = "X-WagtailLocalize-TranslationID"


class FileRefused(Exception):
    """The file as a whole is not taken; its text says why."""


@dataclass
class Imported:
    """What came of a file: how many texts were taken; those that were not, by reason."""

    taken: int = 0
    unknown: list[str] = field(default_factory=list)  # nothing of the page reads so any more
    unclear: list[str] = field(default_factory=list)  # marked fuzzy by the translator's tool
    marked_up: list[str] = field(default_factory=list)  # with markup that the original has not

    def problems(self) -> Iterator[str]:
        if self.unknown:
            yield _("Not on this page any more, left out: %(texts)s") % {"texts": _some(self.unknown)}
        if self.unclear:
            yield _("Marked as unsure, left out: %(texts)s") % {"texts": _some(self.unclear)}
        if self.marked_up:
            yield _("With markup that the original has not, left out: %(texts)s") % {"texts": _some(self.marked_up)}


@transaction.atomic
def po_import(*, translation: Translation, content: bytes, by) -> Imported:
    """Take the translated texts of a PO file that was exported for `translation`. Raises FileRefused."""
    po, result = _read(content), Imported()
    if OWNER not in po.metadata:
        raise FileRefused(_("This file was not exported from the portal."))
    if po.metadata[OWNER] != str(translation.uuid):
        raise FileRefused(_("This file belongs to another text or another language."))
    accepted = polib.POFile()
    accepted.metadata = po.metadata
    accepted.extend(_accepted(po, translation, result))
    before = _texts(translation)
    translation.import_po(accepted, user=by, tool_name="PO")
    result.taken = sum(1 for key, text in _texts(translation).items() if before.get(key) != text)
    return result


def _read(content: bytes) -> polib.POFile:
    if len(content) > LARGEST or b"\0" in content:
        raise FileRefused(_("This is not a PO file."))
    with tempfile.NamedTemporaryFile(suffix=".po") as file:  # polib would open a file that the text is the name of
        file.write(content)
        file.flush()
        try:
            return polib.pofile(file.name, encoding="utf-8")
        except (OSError, UnicodeDecodeError, ValueError, IndexError) as error:
            raise FileRefused(_("This is not a PO file.")) from error


def _accepted(po: polib.POFile, translation: Translation, result: Imported) -> Iterator[polib.POEntry]:
    segments = translation.source.stringsegment_set.values_list("context__path", "string__data")
    known = set(segments)
    for entry in po:
        if entry.obsolete or not entry.msgstr:
            continue
        if (entry.msgctxt, entry.msgid) not in known:
            result.unknown.append(entry.msgid)
        elif entry.fuzzy:
            result.unclear.append(entry.msgid)
        elif _markup(entry.msgstr) - _markup(entry.msgid):
            result.marked_up.append(entry.msgid)
        else:
            yield entry


def _markup(text: str) -> Counter:
    """Tags of `text` with their attributes, each as often as it occurs."""
    soup = BeautifulSoup(text, "html.parser")
    return Counter((tag.name, tuple(sorted(tag.attrs.items()))) for tag in soup.find_all(True))


def _texts(translation: Translation) -> dict[tuple[int, int | None], str]:
    """What is translated so far; addresses, which follow from titles, are no texts."""
    given = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale_id
    ).exclude(context__path="slug")
    return {(of, context): data for of, context, data in given.values_list("translation_of", "context", "data")}


def _some(texts: list[str]) -> str:
    shown = ", ".join(f"“{text[:60]}”" for text in texts[:SHOWN])
    return f"{shown}, … ({len(texts)})" if len(texts) > SHOWN else shown
