"""The profile: how one release of 1C calls what the regulation speaks of. A customer edits a copy of the file, no code.

[clients]
source = "Catalog_Партнеры"            # the entity set of channel A, or the feed of channel B
filter = "Клиент eq true"              # optional: asked of 1C
where = { IsFolder = false }           # optional: rows with other values are not this entity's
order = false                          # optional: 1C fails at $orderby of this entity; it is read without
overlap = 60                           # optional, feeds whose marks are times: begin so many seconds earlier
[clients.gone]                         # optional: rows with such a line in a table part count as deleted
"ДополнительныеРеквизиты" = { "Свойство_Key" = "…", "Значение" = "Да" }
[clients.fields]
name = "Description"                   # field of the portal = field of 1C; a list where several make one
lines = ["Товары[].Номенклатура_Key", "Товары[].Количество"]  # columns of a table part, for a field of lines
email = "КонтактнаяИнформация[Тип=АдресЭлектроннойПочты].АдресЭП"   # of the first such line of a table part

A file may begin with `extends = "erp_2_5"` (a shipped profile's name, or a file beside it) and then holds only what is
different in this base: a section's `fields` are laid over the other's one by one, its other settings replace them.
"""

import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from integration import conf, profile_form
from integration.reasons import BadValue

LINE = re.compile(r"(?P<part>[^\[\].=]+)\[(?P<column>[^\[\].=]+)=(?P<value>[^\[\]=]*)\]\.(?P<wanted>[^\[\].=]+)")

COLUMN = re.compile(r"(?P<part>[^\[\].=]+)\[\]\.(?P<wanted>[^\[\].=]+)")


@dataclass(frozen=True)
class Line:
    """A value in a table part: `wanted` of the first line of `part` whose `column` is `value`."""

    part: str
    column: str
    value: str
    wanted: str

    def of(self, data: dict) -> object:
        """None where no line is such. KeyError when 1C sent no such part or column, BadValue for another thing."""
        found = (line[self.wanted] for line in _lines(data, self.part) if line.get(self.column) == self.value)
        return next(found, None)


@dataclass(frozen=True)
class Column:
    """Values in a table part: `wanted` of each line of `part`, in the order of the lines."""

    part: str
    wanted: str

    def of(self, data: dict) -> list:
        """KeyError when 1C sent no such part or column, BadValue for another thing."""
        return [line[self.wanted] for line in _lines(data, self.part)]


def _lines(data: dict, part: str) -> list[dict]:
    lines = data[part] or []
    if not isinstance(lines, list) or not all(isinstance(line, dict) for line in lines):
        raise BadValue("type", value=lines, expected="a table part")
    return lines


FIRST_NAME = re.compile(r"[^.\[]+")


@dataclass(frozen=True)
class Source:
    """One entity in 1C's words."""

    source: str
    fields: dict[str, tuple[str, ...]]
    filter: str = ""
    where: dict[str, object] = field(default_factory=dict)
    gone: dict[str, dict[str, object]] = field(default_factory=dict)
    order: bool = True
    overlap: float = 0

    def names(self) -> list[str]:
        """Fields of 1C that are spoken of; of a path into a table part, the part."""
        named = [name for names in self.fields.values() for name in names] + [*self.where, *self.gone]
        return list(dict.fromkeys(FIRST_NAME.match(name)[0] for name in named if name))


class BadProfile(Exception):
    """The profile cannot be used; the text says which file, which entity, and what is wrong."""


def line_of(name: str) -> Line | Column | None:
    """What a source name says of a table part; None for a plain field. Raises BadProfile."""
    if not {"[", "]"} & set(name):
        return None
    if found := LINE.fullmatch(name):
        return Line(**found.groupdict())
    if found := COLUMN.fullmatch(name):
        return Column(**found.groupdict())
    raise BadProfile(
        f"“{name}” is not understood. A line of a table part is Part[Column=value].Column, all its lines Part[].Column."
    )


def source_of(entity: str) -> Source:
    """1C's words for an entity. Raises BadProfile."""
    file = conf.profile_file()
    try:
        return load(file)[entity]
    except KeyError:
        raise BadProfile(f"{file}: there is no section [{entity}].") from None


@lru_cache(maxsize=4)
def load(file: Path) -> dict[str, Source]:
    """All entities of a profile. Raises BadProfile."""
    sections = _sections(file)
    for name, section in sections.items():
        if "source" not in section:
            meant = profile_form.like(name, sections.keys() - {name})
            raise BadProfile(f'{file}: section [{name}] needs source = "…"{meant}.')
    return {name: _source(section) for name, section in sections.items()}


def _sections(file: Path, extended_by: tuple[Path, ...] = ()) -> dict[str, dict]:
    """The file's sections, laid over those of the profile it extends."""
    if file in extended_by:
        raise BadProfile(f"{file}: extends itself by way of {', '.join(map(str, extended_by))}.")
    found = _read(file, extended_by)
    if wrong := list(profile_form.faults_of(found)):
        raise BadProfile(f"{file}: {'; '.join(wrong)}.")
    own = {name: section for name, section in found.items() if isinstance(section, dict)}
    if "extends" not in found:
        return own
    return _laid_over(_sections(_named(file, found["extends"]), (*extended_by, file)), own)


def _read(file: Path, extended_by: tuple[Path, ...]) -> dict:
    try:
        return tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        asked = f"“extends” of {extended_by[-1]}" if extended_by else "ONEC_PROFILE"
        raise BadProfile(f"{file}: cannot be read ({error.strerror}). Check {asked}.") from error
    except UnicodeDecodeError as error:
        raise BadProfile(f"{file}: is not in UTF-8. Save it in that encoding.") from error
    except tomllib.TOMLDecodeError as error:
        raise BadProfile(f"{file}: is not TOML: {error}") from error


def _named(file: Path, name: str) -> Path:
    return file.parent / name if name.endswith(".toml") else conf.PROFILES / f"{name}.toml"


def _laid_over(base: dict[str, dict], own: dict[str, dict]) -> dict[str, dict]:
    merged = dict(base)
    for name, section in own.items():
        known = base.get(name, {})
        merged[name] = {**known, **section, "fields": {**known.get("fields", {}), **section.get("fields", {})}}
    return merged


def _source(section: dict) -> Source:
    fields = {
        key: (value,) if isinstance(value, str) else tuple(value) for key, value in section.get("fields", {}).items()
    }
    return Source(
        section["source"],
        fields,
        section.get("filter", ""),
        section.get("where", {}),
        section.get("gone", {}),
        section.get("order", True),
        float(section.get("overlap", 0)),
    )
