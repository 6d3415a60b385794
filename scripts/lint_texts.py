"""Finds what people see and nobody marked for translation, in Python and in templates. (ESLint does so for React.)

A text in the sources is a string with two letters in a row, standing where Django or Wagtail shows it: `verbose_name`,
`label`, a message, the text of a template, its `title` or `aria-label`.
"""

import ast
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser

from catalogues import ROOT

SOURCES = ("cms", "content", "integration", "modules")
LETTERS = re.compile(r"[^\W\d_]{2}")
SHOWN = {
    "add_to_settings_menu_label", "empty_label", "error_message", "heading", "help_text", "label", "menu_label",
    "page_title", "short_description", "verbose_name", "verbose_name_plural",
}  # fmt: skip
SHOWN_ATTRIBUTES = {"alt", "aria-label", "placeholder", "title"}
MODEL_FIELD = re.compile(r"^models\.(?!ManyToMany|OneToOne)\w*Field$")
MESSAGES = {"success", "error", "warning", "info"}
SAME_EVERYWHERE = {"Kabinet", "OData", "XLSX", "CSV", "JSON", "ms", "kB", "MB"}  # names and units
NOT_SHOWN = {
    "api",
    "demo",
    "migrations",
    "simulator",
}  # the words of the API's schema are English; an app's label is code
TEMPLATE_TAG = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
TRANSLATED = re.compile(
    r"{%\s*(blocktrans(?:late)?|comment)\b.*?%}.*?{%\s*end\1\s*%}|{%\s*(?:trans|translate)\b.*?%}", re.DOTALL
)


def plain(node: ast.AST | None) -> str:
    """The text of a string that no call wraps; empty for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and LETTERS.search(node.value):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(plain(part) for part in node.values)
    return ""


def of_python(source: str) -> Iterator[tuple[int, str]]:
    """(line, text) of what a module shows without translating it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield from of_call(node)
        elif isinstance(node, ast.ClassDef):
            yield from of_class(node)


def of_call(node: ast.Call) -> Iterator[tuple[int, str]]:
    for keyword in node.keywords:
        if keyword.arg in SHOWN and plain(keyword.value):
            yield node.lineno, plain(keyword.value)
    name = ast.unparse(node.func)
    if name.startswith("messages.") and name.split(".")[-1] in MESSAGES and len(node.args) > 1:
        shown = node.args[1]
    elif (name.endswith("ValidationError") and node.args) or (MODEL_FIELD.search(name) and node.args):
        shown = node.args[0]
    else:
        return
    if plain(shown):
        yield node.lineno, plain(shown)


def of_class(node: ast.ClassDef) -> Iterator[tuple[int, str]]:
    choices = any("Choices" in ast.unparse(base) for base in node.bases)
    for line in node.body:
        if not isinstance(line, ast.Assign) or not isinstance(line.targets[0], ast.Name):
            continue
        if line.targets[0].id in SHOWN and plain(line.value):
            yield line.lineno, plain(line.value)
        if choices and isinstance(line.value, ast.Tuple) and plain(line.value.elts[-1]):
            yield line.lineno, plain(line.value.elts[-1])
        elif choices and isinstance(line.value, ast.Constant):
            yield line.lineno, line.targets[0].id


class Shown(HTMLParser):
    """Collects the texts of a document that a reader meets."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.unread = 0

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.unread += tag in {"script", "style", "code"}
        for name, value in attrs:
            if name in SHOWN_ATTRIBUTES and value and LETTERS.search(value):
                self.found.append((self.getpos()[0], value))

    def handle_endtag(self, tag: str) -> None:
        self.unread -= tag in {"script", "style", "code"}

    def handle_data(self, data: str) -> None:
        if not self.unread and LETTERS.search(data) and data.strip() not in SAME_EVERYWHERE:
            self.found.append((self.getpos()[0], data.strip()))


def of_template(source: str) -> list[tuple[int, str]]:
    """(line, text) of what a template shows without translating it."""
    for pattern in (TRANSLATED, TEMPLATE_TAG):
        source = pattern.sub(lambda found: "\n" * found.group().count("\n"), source)
    parser = Shown()
    parser.feed(source)
    parser.close()
    return parser.found


def unmarked() -> Iterator[str]:
    for path in sorted(path for folder in SOURCES for path in (ROOT / folder).rglob("*")):
        if path.suffix == ".py" and path.name != "apps.py" and not NOT_SHOWN & set(path.parts):
            found = of_python(path.read_text())
        elif path.suffix == ".html":
            found = of_template(path.read_text())
        else:
            continue
        for line, text in found:
            if text not in SAME_EVERYWHERE:
                yield f"{path.relative_to(ROOT)}:{line}: {text!r} is not marked for translation"


def main() -> int:
    lines = list(unmarked())
    print("\n".join(lines) or "texts: everything shown is marked for translation")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
