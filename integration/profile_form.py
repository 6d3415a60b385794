"""The form of a profile's file: which settings there are, what each may be, and words for what is something else."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches

HEAD = {"title", "extends"}


def faults_of(found: dict) -> Iterator[str]:
    """What is wrong with a file's own words, before they are laid over those of another; a sentence each."""
    sections = {name: section for name, section in found.items() if isinstance(section, dict)}
    for name, value in found.items():
        if name in sections:
            yield from (f"section [{name}] {fault}" for fault in _of_section(sections[name]))
        elif name not in HEAD:
            yield f"does not know {name} outside of the sections{like(name, HEAD)}"
        elif not _is_text(value):
            yield f"needs {name} to be a text"


def like(name: str, known: set[str]) -> str:
    """“; is X meant?” for the known name that is most like a mistyped one; nothing where none is."""
    found = get_close_matches(name, sorted(known), 1)
    return f"; is {found[0]} meant?" if found else ""


def _of_section(section: dict) -> Iterator[str]:
    for name, value in section.items():
        if name not in SETTINGS:
            yield f"does not know {name}{like(name, set(SETTINGS))}"
            continue
        is_so, form = SETTINGS[name]
        if not is_so(value):
            yield f"needs {name} = {form}, has {value!r}"


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value.strip() != ""


def _is_value(value: object) -> bool:
    return isinstance(value, str | int | float)  # a boolean is an int


def _each(value: object, is_so: Callable[[object], bool]) -> bool:
    return isinstance(value, dict) and all(map(is_so, value.values()))


def _are_names(value: object) -> bool:
    return _is_text(value) or (isinstance(value, list) and bool(value) and all(map(_is_text, value)))


def _are_seconds(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0


SETTINGS: dict[str, tuple[Callable[[object], bool], str]] = {
    "source": (_is_text, 'a name of 1C, e.g. "Catalog_Партнеры"'),
    "fields": (lambda value: _each(value, _are_names), 'names of 1C by field, e.g. { name = "Description" }'),
    "filter": (lambda value: isinstance(value, str), 'a condition of OData, e.g. "IsFolder eq false"'),
    "where": (lambda value: _each(value, _is_value), "values by field of 1C, e.g. { IsFolder = false }"),
    "gone": (
        lambda value: _each(value, lambda line: _each(line, _is_value)),
        'values of a line by table part, e.g. { "ДополнительныеРеквизиты" = { "Значение" = "Да" } }',
    ),
    "order": (lambda value: isinstance(value, bool), "true or false"),
    "overlap": (_are_seconds, "a number of seconds"),
}
