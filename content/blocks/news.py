"""What a news item has below its body: a gallery, and other news."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content.blocks.basic import PictureBlock

MOST_RELATED = 3


class GalleryBlock(blocks.StreamBlock):
    picture = PictureBlock()

    class Meta:
        required = False


class RelatedNewsBlock(blocks.StreamBlock):
    news = blocks.PageChooserBlock(label=_("News item"), page_type="content.NewsPage", icon="doc-full")

    class Meta:
        required = False
        max_num = MOST_RELATED
