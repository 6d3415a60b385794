"""Links to pages in rich text whose page cannot even be looked for: `id="abc"`, no id at all.

The editor makes none, but imports, translations and the v3 API bring them. Wagtail takes such a link to a document for
a broken one, and fails over one to a page. Here both are broken links: the API drops them and says so in its warnings,
readers see their text.
"""

from wagtail.admin.rich_text.converters.editor_html import LinkTypeRule
from wagtail.admin.rich_text.converters.editor_html import PageLinkHandler as InApi
from wagtail.admin.rich_text.converters.html_to_contentstate import PageLinkElementHandler
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler

_LONGEST_KEY = 18  # digits that surely fit into the database's integers
_NONE = "0"  # no page has this key


def is_key(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _LONGEST_KEY


class Written(InApi):
    @staticmethod
    def get_db_attributes(tag) -> dict[str, str]:
        """KeyError, Wagtail's sign for a link without a page, for one whose page has no key either."""
        key = tag["data-id"]
        if not is_key(key):
            raise KeyError(key)
        return {"id": key}


class Edited(PageLinkElementHandler):
    def get_attribute_data(self, attrs: dict) -> dict:
        return super().get_attribute_data({**attrs, "id": _key_of(attrs)})


class Read(PageLinkHandler):
    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list:
        return super().get_many([{**attrs, "id": _key_of(attrs)} for attrs in attrs_list])

    @classmethod
    def extract_references(cls, attrs: dict):
        if is_key(attrs.get("id", "")):
            yield from super().extract_references(attrs)


def register(features: FeatureRegistry) -> None:
    """In the places of Wagtail's own handlers of links to pages."""
    written, edited = (features.converter_rules_by_converter[form]["link"] for form in ("editorhtml", "contentstate"))
    written[:] = [rule for rule in written if not isinstance(rule, LinkTypeRule)] + [LinkTypeRule("page", Written)]
    edited["from_database_format"]['a[linktype="page"]'] = Edited("LINK")
    features.register_link_type(Read)


def _key_of(attrs: dict) -> str:
    key = attrs.get("id", "")
    return key if is_key(key) else _NONE
