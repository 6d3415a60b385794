"""Which terms a page speaks of, and whether its translation calls them by their names."""

from dataclasses import dataclass, field

from wagtail_localize.models import StringSegment, Translation

from content.models import GlossaryTerm
from content.translation.glossary.matching import occurs, plain


@dataclass
class Finding:
    """A term of the original. `unused_in`: translated texts without its name; `forbidden_in`: with a wrong one."""

    source: str
    target: str
    note: str
    forbidden: list[str]
    unused_in: list[str] = field(default_factory=list)
    forbidden_in: list[str] = field(default_factory=list)

    @property
    def is_wrong(self) -> bool:
        return bool(self.unused_in or self.forbidden_in)


def findings(translation: Translation) -> list[Finding]:
    """The terms of the original, each once; two queries."""
    source, target = translation.source.locale.language_code, translation.target_locale.language_code
    texts = _texts(translation)
    found = []
    for term in GlossaryTerm.objects.all():
        named = [(original, translated) for original, translated in texts if occurs(getattr(term, source), original)]
        if named:
            found.append(_finding(term, source, target, named))
    return found


def _finding(term: GlossaryTerm, source: str, target: str, named: list[tuple[str, str | None]]) -> Finding:
    finding = Finding(getattr(term, source), getattr(term, target), term.note, term.forbidden_words)
    for _original, translated in named:
        if not translated:
            continue
        if finding.target and not occurs(finding.target, translated):
            finding.unused_in.append(plain(translated))
        if any(occurs(word, translated) for word in finding.forbidden):
            finding.forbidden_in.append(plain(translated))
    return finding


def _texts(translation: Translation) -> list[tuple[str, str | None]]:
    """Each text of the original with its translation, if there is one; addresses are no texts."""
    strings = StringSegment.objects.filter(source=translation.source_id).exclude(context__path="slug")
    return list(
        strings.annotate_translation(translation.target_locale_id)
        .order_by("order")
        .values_list("string__data", "translation")
    )
