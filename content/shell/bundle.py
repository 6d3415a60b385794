"""The built front end: which files a document has to load, from Vite's manifest."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

BASE = f"{settings.STATIC_URL}app/"
CYRILLIC, LATIN = "cyrillic-wght-normal.woff2", "-latin-wght-normal.woff2"
FONTS = {"ru": CYRILLIC, "en": LATIN, "kk": CYRILLIC}  # the part of each font that the first lines are written in


@dataclass(frozen=True)
class Bundle:
    """Addresses of the entry script, of its styles, of what it imports and of its fonts (to be fetched at once).

    `version` changes with every build.
    """

    script: str
    styles: tuple[str, ...]
    preloads: tuple[str, ...]
    fonts: tuple[str, ...]
    version: int


def bundle(language: str) -> Bundle | None:
    """The bundle with the messages of `language` among the preloads; None when the front end is not built."""
    manifest = Path(settings.FRONTEND_MANIFEST)
    try:
        return _read(manifest, manifest.stat().st_mtime_ns, language)
    except FileNotFoundError:
        return None


@lru_cache(maxsize=16)
def _read(manifest: Path, version: int, language: str) -> Bundle | None:
    chunks = json.loads(manifest.read_text("utf-8"))
    entry = next((name for name, chunk in chunks.items() if chunk.get("isEntry")), None)
    if entry is None:
        return None
    imported = [*_imports(chunks, entry, seen={entry}), *_messages(chunks, language)]
    styles = dict.fromkeys(style for name in (entry, *imported) for style in chunks[name].get("css", ()))
    return Bundle(
        script=BASE + chunks[entry]["file"],
        styles=tuple(BASE + style for style in styles),
        preloads=tuple(BASE + chunks[name]["file"] for name in imported),
        fonts=tuple(BASE + chunk["file"] for name, chunk in chunks.items() if name.endswith(FONTS[language])),
        version=version,
    )


def _imports(chunks: dict, name: str, seen: set[str]) -> Iterator[str]:
    """What `name` imports, and what that imports, each once."""
    for imported in chunks[name].get("imports", ()):
        if imported not in seen:
            seen.add(imported)
            yield imported
            yield from _imports(chunks, imported, seen)


def _messages(chunks: dict, language: str) -> list[str]:
    """The interface in `language`: loaded by name at run time, so that only the reader's own is fetched."""
    return [name for name in chunks if name.endswith(f"locale/{language}/LC_MESSAGES/frontend.po")]
