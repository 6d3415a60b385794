"""Pages that readers look things up in: questions, documents, contacts."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from content.blocks import DocumentGroupsBlock, OfficesBlock, QuestionGroupsBlock
from content.models.base import PortalPage

PARENTS = ["content.HomePage", "content.SectionPage"]


class FaqPage(PortalPage):
    page_description = _("Questions and answers, grouped by subject.")
    groups = StreamField(QuestionGroupsBlock(), verbose_name=_("groups of questions"), blank=True)

    parent_page_types = PARENTS
    search_fields = [*PortalPage.search_fields, index.SearchField("groups")]
    content_panels = [*PortalPage.content_panels, FieldPanel("groups")]

    class Meta:
        verbose_name = _("questions and answers")
        verbose_name_plural = _("questions and answers")


class DocumentLibraryPage(PortalPage):
    """Documents for everybody: what is published here may be downloaded without an account (delivery/files.py)."""

    page_description = _("Documents that everybody may download: certificates, data sheets, forms.")
    groups = StreamField(DocumentGroupsBlock(), verbose_name=_("groups of documents"), blank=True)

    parent_page_types = PARENTS
    search_fields = [*PortalPage.search_fields, index.SearchField("groups")]
    content_panels = [*PortalPage.content_panels, FieldPanel("groups")]

    class Meta:
        verbose_name = _("document library")
        verbose_name_plural = _("document libraries")


class ContactsPage(PortalPage):
    page_description = _("Offices with their addresses, telephones and working hours, country by country.")
    offices = StreamField(OfficesBlock(), verbose_name=_("offices"), blank=True)

    parent_page_types = PARENTS
    search_fields = [*PortalPage.search_fields, index.SearchField("offices")]
    content_panels = [*PortalPage.content_panels, FieldPanel("offices")]

    class Meta:
        verbose_name = _("contacts")
        verbose_name_plural = _("contacts")
