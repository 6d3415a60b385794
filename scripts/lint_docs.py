"""Checks that the documents keep up: each dependency has its reason, each environment variable and command its line."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
REQUIREMENT = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)", re.MULTILINE)
VARIABLE = re.compile(r"""env(?:\.\w+)?\(\s*["']([A-Z_]+)["']|environ(?:\.get\(|\[)\s*["']([A-Z_]+)["']""")
SOURCES = ("cms", "content", "integration", "modules")
COMMAND = re.compile(r"^([a-z][a-z0-9-]*):.*## ", re.MULTILINE)


def text(path: Path) -> str:
    """A file's text; a document that is missing describes nothing."""
    return path.read_text(encoding="utf-8") if path.exists() else ""


def dependency_problems() -> Iterator[str]:
    described = text(DOCS / "dependencies.md").lower()
    for name in ("requirements.in", "requirements-dev.in"):
        for package in REQUIREMENT.findall(text(ROOT / name)):
            if f"`{package.lower()}`" not in described:
                yield f"docs/dependencies.md does not say why {package} of {name} is there"


def variable_problems() -> Iterator[str]:
    described = text(DOCS / "operations.md")
    files = [path for folder in SOURCES for path in sorted((ROOT / folder).rglob("*.py"))]
    found = {name: path for path in files for match in VARIABLE.findall(text(path)) for name in match if name}
    for name, path in sorted(found.items()):
        if f"`{name}`" not in described:
            yield f"docs/operations.md does not describe {name} ({path.relative_to(ROOT)})"


def command_problems() -> Iterator[str]:
    described = text(ROOT / "README.md") + text(ROOT / "CONTRIBUTING.md")
    for command in sorted({*COMMAND.findall(text(ROOT / "Makefile"))} - {"help"}):
        if f"make {command}" not in described:
            yield f"neither README.md nor CONTRIBUTING.md mentions `make {command}`"


def main() -> int:
    problems = [*dependency_problems(), *variable_problems(), *command_problems()]
    print("\n".join(problems) or "docs: clean")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
