"""What the portal adds to wagtail-localize's editor."""

from uuid import UUID

from django import template

from content.translation.glossary.admin import GlossaryPanel
from content.translation.shared import is_shared

register = template.Library()
register.filter("is_shared", lambda key: is_shared(UUID(str(key))))


@register.simple_tag(takes_context=True)
def add_glossary(context) -> str:
    """The glossary among the side panels of the editor."""
    context["glossary"] = GlossaryPanel(context["translation"], context["instance"], context["request"])
    context["side_panels"].append(context["glossary"])
    return ""
