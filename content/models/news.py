"""The list of news, news items, and what they are sorted by."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail.snippets.models import register_snippet
from wagtail_localize.fields import SynchronizedField

from content.blocks import BodyBlock, GalleryBlock, RelatedNewsBlock
from content.models.base import PortalPage
from content.translation.snippets import TranslatedSnippet

COVER = "wagtailimages.Image"


@register_snippet
class Rubric(TranslatedSnippet):
    """What a news item is about, of a few that the company keeps. The slug is the same in every language.

    An item whose rubric is not live is shown without it.
    """

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(
        _("in the address"), max_length=50, help_text=_("Latin letters; the same in every language: production.")
    )

    panels = [FieldPanel("name"), FieldPanel("slug")]
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]

    class Meta(TranslatedSnippet.Meta):
        verbose_name = _("rubric")
        verbose_name_plural = _("rubrics")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["slug", "locale"], name="rubric_slug_once_a_language")]

    def __str__(self) -> str:
        return self.name


class NewsTag(TagBase):
    """A word that news items share. Editors write new ones while they write the news."""

    free_tagging = True

    class Meta:
        verbose_name = _("tag of the news")
        verbose_name_plural = _("tags of the news")


class TaggedNews(ItemBase):
    tag = models.ForeignKey(NewsTag, on_delete=models.CASCADE, related_name="tagged")
    content_object = ParentalKey("content.NewsPage", on_delete=models.CASCADE, related_name="tagged")


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

    date = models.DateField(_("date"), default=timezone.localdate)
    author = models.CharField(
        _("author"), max_length=150, blank=True, help_text=_("Name and position, as readers see them. May be empty.")
    )
    rubric = models.ForeignKey(
        Rubric, verbose_name=_("rubric"), null=True, blank=True, on_delete=models.SET_NULL, related_name="news"
    )
    tags = ClusterTaggableManager(through=TaggedNews, verbose_name=_("tags"), blank=True)
    pinned_until = models.DateField(
        _("first in the list until"),
        null=True,
        blank=True,
        help_text=_("Up to and including this day the item stands before all others. Empty: in its place by date."),
    )
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
    gallery = StreamField(GalleryBlock(), verbose_name=_("gallery"), blank=True)
    related = StreamField(RelatedNewsBlock(), verbose_name=_("related news"), blank=True)

    parent_page_types = ["content.NewsIndexPage"]
    subpage_types: list[str] = []
    search_fields = [
        *PortalPage.search_fields,
        index.SearchField("body"),
        index.FilterField("date"),
        index.SearchField("author"),
    ]
    content_panels = [
        *PortalPage.content_panels,
        FieldPanel("date"),
        MultiFieldPanel([FieldPanel("cover"), FieldPanel("cover_alt")], heading=_("Cover"), icon="image"),
        FieldPanel("body"),
        FieldPanel("gallery", help_text=_("Images below the text, as many as there are."), icon="image"),
        MultiFieldPanel(
            [
                HelpPanel(content=_("By rubric and tags readers find news of one subject.")),
                FieldPanel("rubric"),
                FieldPanel("tags"),
                FieldPanel("author"),
                FieldPanel("pinned_until"),
            ],
            heading=_("In the list"),
            icon="tag",
        ),
        FieldPanel(
            "related",
            help_text=_("Up to three items shown below this one. Empty: the latest of the same rubric."),
            icon="link",
        ),
    ]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news")
        indexes = [
            # Lists walk it by date and are counted from it alone: a row with its body is twenty times as wide.
            models.Index(fields=["date", "rubric", "pinned_until", "page_ptr"], name="news_by_date"),
            models.Index(fields=["pinned_until"], condition=models.Q(pinned_until__isnull=False), name="pinned_news"),
        ]

    @property
    def shown_with(self) -> list[models.Model]:
        """What has to be translated together with this page, because readers see it there."""
        return [self.rubric] if self.rubric else []
