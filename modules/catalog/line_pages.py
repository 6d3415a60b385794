"""A page of the public site about a product line: the editor's words, and the line's products as 1C has them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from content.blocks import BodyBlock
from content.models import PortalPage


class ProductLinePage(PortalPage):
    """Shows of a product what anybody may know: its name, article, group and packagings. No prices and no stock."""

    line = models.ForeignKey(
        "catalog.ProductLine",
        verbose_name=_("product line"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("All goods of the line are listed for everybody: names, articles and packagings, no prices."),
    )
    cover = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("cover image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    cover_alt = models.CharField(
        _("description of the cover for those who cannot see it"),
        max_length=250,
        blank=True,
        help_text=_("Leave it empty only if the image is mere decoration."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    parent_page_types = ["content.HomePage", "content.SectionPage"]
    subpage_types: list[str] = []
    search_fields = [*PortalPage.search_fields, index.SearchField("body")]
    content_panels = [
        *PortalPage.content_panels,
        FieldPanel("line"),
        MultiFieldPanel([FieldPanel("cover"), FieldPanel("cover_alt")], heading=_("Cover")),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("product line page")
        verbose_name_plural = _("product line pages")
