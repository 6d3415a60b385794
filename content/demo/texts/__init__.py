"""Reading the demo's texts: one TOML file a page, its languages side by side."""

import datetime
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Text:
    """`title`, `lead` and `cover_alt`: language → text. `body`: blocks as in the file. `cover`: name of a motif."""

    name: str
    title: dict[str, str]
    lead: dict[str, str]
    slug: str = ""
    date: datetime.date | None = None
    cover: str = ""
    cover_alt: dict[str, str] = field(default_factory=dict)
    body: list[dict[str, Any]] = field(default_factory=list)
    rubric: str = ""
    tags: list[str] = field(default_factory=list)
    pinned_until: datetime.date | None = None


def page_text(name: str) -> Text:
    return _read(FOLDER / "pages" / f"{name}.toml")


def news_texts() -> Iterator[Text]:
    """The ten items, the oldest first."""
    yield from sorted(map(_read, (FOLDER / "news").glob("*.toml")), key=lambda text: text.date)


def rubrics() -> dict[str, dict[str, str]]:
    """Slug of each rubric → language → its name."""
    return tomllib.loads((FOLDER / "rubrics.toml").read_text("utf-8"))


def _read(path: Path) -> Text:
    return Text(name=path.stem, **tomllib.loads(path.read_text("utf-8")))
