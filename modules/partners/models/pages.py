"""The page of the public site on which a company asks to become a client."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from content.blocks import BodyBlock
from content.models import PortalPage


class ApplicationPage(PortalPage):
    """The editor's words, and below them the application form, which is the same on every such page."""

    page_description = _("The application form of future partners, with your words above it.")
    body = StreamField(
        BodyBlock(), verbose_name=_("body"), blank=True, help_text=_("Stands above the form. May be empty.")
    )

    parent_page_types = ["content.HomePage", "content.SectionPage"]
    subpage_types: list[str] = []
    search_fields = [*PortalPage.search_fields, index.SearchField("body")]
    content_panels = [*PortalPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("application page")
        verbose_name_plural = _("application pages")
