"""The four kinds of pages."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from content.blocks import BodyBlock
from content.models.base import PortalPage

COVER = "wagtailimages.Image"


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


class StandardPage(PortalPage):
    """Any page that is neither news nor the front page: about the company, delivery, contacts."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    parent_page_types = ["content.HomePage", "content.StandardPage"]
    search_fields = [*PortalPage.search_fields, index.SearchField("body")]
    content_panels = [*PortalPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")


class NewsIndexPage(PortalPage):
    """The list of news of one language."""

    max_count = 1
    parent_page_types = ["content.HomePage"]
    subpage_types = ["content.NewsPage"]

    class Meta:
        verbose_name = _("news list")
        verbose_name_plural = _("news lists")


class NewsPage(PortalPage):
    """One news item. `date` is what readers see and what the list is sorted by, whenever it was published."""

    date = models.DateField(_("date"), default=timezone.localdate, db_index=True)
    cover = models.ForeignKey(
        COVER, verbose_name=_("cover image"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    cover_alt = models.CharField(
        _("description of the cover for those who cannot see it"),
        max_length=250,
        blank=True,
        help_text=_("Leave it empty only if the image is mere decoration."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    parent_page_types = ["content.NewsIndexPage"]
    subpage_types: list[str] = []
    search_fields = [*PortalPage.search_fields, index.SearchField("body"), index.FilterField("date")]
    content_panels = [
        *PortalPage.content_panels,
        FieldPanel("date"),
        MultiFieldPanel([FieldPanel("cover"), FieldPanel("cover_alt")], heading=_("Cover")),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news")
