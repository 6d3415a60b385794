"""The front page, sections, and pages of text."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from content.blocks import BodyBlock
from content.models.base import PortalPage


class HomePage(PortalPage):
    """The front page of one language; the other pages of the language are below it, whichever name it as a parent."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    max_count = 1  # made once; those of the other languages come by translation
    parent_page_types = ["wagtailcore.Page"]
    search_fields = [*PortalPage.search_fields, index.SearchField("body")]
    content_panels = [*PortalPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")


class SectionPage(PortalPage):
    """A page that leads to those below it; it lists them by itself, in their order in the tree."""

    page_description = _("Lists the pages below it. Choose it for a part of the site with several pages.")
    body = StreamField(
        BodyBlock(), verbose_name=_("body"), blank=True, help_text=_("Stands above the list. May be empty.")
    )

    parent_page_types = ["content.HomePage", "content.SectionPage"]
    search_fields = [*PortalPage.search_fields, index.SearchField("body")]
    content_panels = [*PortalPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")


class StandardPage(PortalPage):
    """Any page of text: about the company, delivery, terms."""

    page_description = _("A page of text, images and tables. Choose it if nothing else fits.")
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    parent_page_types = ["content.HomePage", "content.SectionPage", "content.StandardPage"]
    search_fields = [*PortalPage.search_fields, index.SearchField("body")]
    content_panels = [*PortalPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
