"""The profile: how one release of 1C calls what the regulation speaks of. A customer edits a copy of the file, no code.

[clients]
source = "Catalog_Партнеры"            # the entity set of channel A, or the feed of channel B
filter = "Клиент eq true"              # optional: asked of 1C
where = { IsFolder = false }           # optional: rows with other values are not this entity's
[clients.gone]                         # optional: rows with such a line in a table part count as deleted
"ДополнительныеРеквизиты" = { "Свойство_Key" = "…", "Значение" = "Да" }
[clients.fields]
name = "Description"                   # field of the portal = field of 1C; a list where several make one
"""

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from integration import conf


@dataclass(frozen=True)
class Source:
    """One entity in 1C's words."""

    source: str
    fields: dict[str, tuple[str, ...]]
    filter: str = ""
    where: dict[str, object] = field(default_factory=dict)
    gone: dict[str, dict[str, object]] = field(default_factory=dict)


class BadProfile(Exception):
    """The profile cannot be used; the text says which file, which entity, and what is wrong."""


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
    try:
        sections = tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise BadProfile(f"{file}: cannot be read ({error.strerror}). Check ONEC_PROFILE.") from error
    except tomllib.TOMLDecodeError as error:
        raise BadProfile(f"{file}: is not TOML: {error}") from error
    return {name: _source(file, name, section) for name, section in sections.items() if isinstance(section, dict)}


def _source(file: Path, name: str, section: dict) -> Source:
    unknown = set(section) - {"source", "fields", "filter", "where", "gone"}
    if unknown or not isinstance(section.get("source"), str):
        wrong = f"does not know {', '.join(sorted(unknown))}" if unknown else 'needs source = "…"'
        raise BadProfile(f"{file}: section [{name}] {wrong}.")
    fields = {
        key: (value,) if isinstance(value, str) else tuple(value) for key, value in section.get("fields", {}).items()
    }
    return Source(
        section["source"], fields, section.get("filter", ""), section.get("where", {}), section.get("gone", {})
    )
