"""Rich text for readers: links to pages resolved, everything that is not plain text formatting removed.

Editors cannot type other tags, but translations, imports and the v3 API bring HTML of their own.
"""

import re
from collections.abc import Mapping

from wagtail.rich_text.rewriters import FIND_A_TAG, LinkRewriter, extract_attrs
from wagtail.whitelist import Whitelister, allow_without_attributes, attribute_rule, check_url

_PAGE_LINK = re.compile(r'<a\b[^>]*\blinktype="page"')
_PLAIN = ["p", "br", "h2", "h3", "h4", "ul", "ol", "li", "b", "strong", "i", "em", "sup", "sub"]
# Text and plain tags, written the way the whitelister writes them: nothing for it to change, should the tags match.
_CLEAN = re.compile(
    rf"""(?:[^<>&"'\x00]++|&(?:amp|lt|gt|quot|#x27);|<br/>|</?(?:a|{"|".join(set(_PLAIN) - {"br"})})>"""
    r"""|<a href="(?:https?://|mailto:|tel:|/)[^"'<>&\s\x00]*+">)*+"""
)
_TAG = re.compile(r"<(/?)(\w+)(/?)")
_REMOVED_WHOLE = ["script", "style", "template", "iframe", "object", "embed", "svg", "math", "noscript", "textarea"]


class _ReaderHtml(Whitelister):
    element_rules = {
        "[document]": allow_without_attributes,
        "a": attribute_rule({"href": check_url}),
        **dict.fromkeys(_PLAIN, allow_without_attributes),
    }

    def clean_tag_node(self, doc, tag) -> None:
        """Text inside a script is no text of the page: it goes with its tag, others leave theirs behind."""
        if tag.name in _REMOVED_WHOLE:
            tag.decompose()
            return
        super().clean_tag_node(doc, tag)


def linked_pages(html: str) -> set[int]:
    """Keys of the pages that `html` (in its database form) links to."""
    if not _PAGE_LINK.search(html):
        return set()
    links = (extract_attrs(attributes) for attributes in FIND_A_TAG.findall(html))
    return {int(link["id"]) for link in links if link.get("linktype") == "page" and link.get("id", "").isdigit()}


def reader_html(html: str, paths: Mapping[int, str]) -> str:
    """`html` for a browser. `paths`: page → address; a link to a page that is not there becomes plain text."""

    def opening_tags(links: list[dict[str, str]]) -> list[str]:
        return [_opening(paths.get(int(link["id"])) if link.get("id", "").isdigit() else None) for link in links]

    resolved = LinkRewriter(bulk_rules={"page": opening_tags})(html) if "linktype" in html else html
    return resolved if is_clean(resolved) else _ReaderHtml().clean(resolved)


def is_clean(html: str) -> bool:
    """Whether cleaning would give `html` back; parsing it to find out costs a hundred times as much."""
    return _CLEAN.fullmatch(html) is not None and _tags_match(html)


def _tags_match(html: str) -> bool:
    open_tags: list[str] = []
    for closing, name, closed in _TAG.findall(html):
        if closing:
            if not open_tags or open_tags.pop() != name:
                return False
        elif not closed:
            open_tags.append(name)
    return not open_tags


def _opening(path: str | None) -> str:
    return f'<a href="{path}">' if path else "<a>"
