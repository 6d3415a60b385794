"""The content API's answers, for the schema: documents are made by content/delivery, not by these."""

from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema_field
from rest_framework import serializers

from content.blocks.videos import PROVIDERS
from content.models import Banner

SAFE_HTML = "HTML of a few safe tags."


class ImageSourceSerializer(serializers.Serializer):
    type = serializers.CharField(help_text='As of "image/avif".')
    srcset = serializers.CharField()


class ImageSerializer(serializers.Serializer):
    """`width` and `height` are those of `src`; `srcset` offers other widths of the same picture.

    `sources` are the same in formats that not every browser knows, best first; empty until they are made.
    """

    src = serializers.CharField()
    alt = serializers.CharField(allow_blank=True)
    width = serializers.IntegerField()
    height = serializers.IntegerField()
    srcset = serializers.CharField()
    sources = ImageSourceSerializer(many=True)


class CaptionedImageSerializer(ImageSerializer):
    caption = serializers.CharField(allow_blank=True)


class QuoteSerializer(serializers.Serializer):
    text = serializers.CharField()
    author = serializers.CharField(allow_blank=True)


class TableSerializer(serializers.Serializer):
    caption = serializers.CharField(allow_blank=True)
    head = serializers.ListField(child=serializers.CharField(allow_blank=True))
    rows = serializers.ListField(child=serializers.ListField(child=serializers.CharField(allow_blank=True)))


class LinkSerializer(serializers.Serializer):
    """`url` is an address of this site ("/ru/contacts/") or a whole one."""

    title = serializers.CharField()
    url = serializers.CharField()


class NoteSerializer(serializers.Serializer):
    tone = serializers.ChoiceField(choices=["info", "success", "warning"])
    title = serializers.CharField(allow_blank=True)
    text = serializers.CharField(help_text=SAFE_HTML)


class QuestionSerializer(serializers.Serializer):
    question = serializers.CharField()
    answer = serializers.CharField(help_text=SAFE_HTML)


class StepSerializer(serializers.Serializer):
    title = serializers.CharField()
    text = serializers.CharField(allow_blank=True, help_text=SAFE_HTML)


class FileSerializer(serializers.Serializer):
    """A document anybody may download from `url`. `size` in bytes, null where it is not known."""

    title = serializers.CharField()
    url = serializers.CharField()
    size = serializers.IntegerField(allow_null=True)
    extension = serializers.CharField(allow_blank=True)


class VideoSerializer(serializers.Serializer):
    """A video of one of the providers by its id there; never an address or HTML of an editor's."""

    provider = serializers.ChoiceField(choices=PROVIDERS)
    id = serializers.CharField()
    title = serializers.CharField()


def _block(kind: str, value: serializers.Field) -> type[serializers.Serializer]:
    fields = {
        "type": serializers.ChoiceField(choices=[kind]),
        "id": serializers.CharField(),
        "value": value,
    }
    return type(f"{kind.title()}BlockSerializer", (serializers.Serializer,), fields)


BLOCKS = {
    "heading": _block("heading", serializers.CharField()),
    "paragraph": _block("paragraph", serializers.CharField(help_text=SAFE_HTML)),
    "image": _block("image", CaptionedImageSerializer()),
    "quote": _block("quote", QuoteSerializer()),
    "gallery": _block("gallery", CaptionedImageSerializer(many=True)),
    "table": _block("table", TableSerializer()),
    "note": _block("note", NoteSerializer()),
    "questions": _block("questions", QuestionSerializer(many=True)),
    "steps": _block("steps", StepSerializer(many=True)),
    "file": _block("file", FileSerializer()),
    "video": _block("video", VideoSerializer()),
    "links": _block("links", LinkSerializer(many=True)),
}


@extend_schema_field(
    PolymorphicProxySerializer("Block", serializers=BLOCKS, resource_type_field_name="type", many=True)
)
class BodyField(serializers.Field):
    """Blocks in their order, told apart by `type`."""


class ShareImageSerializer(serializers.Serializer):
    """For previews of links elsewhere: a JPEG, with its whole address."""

    src = serializers.URLField()
    alt = serializers.CharField(allow_blank=True)
    width = serializers.IntegerField()
    height = serializers.IntegerField()


class SeoSerializer(serializers.Serializer):
    """`canonical` is where the page is at home: of an untranslated one, its address in its own language."""

    title = serializers.CharField()
    description = serializers.CharField(allow_blank=True)
    canonical = serializers.URLField()
    image = ShareImageSerializer(allow_null=True)


class BreadcrumbSerializer(serializers.Serializer):
    title = serializers.CharField()
    path = serializers.CharField()


class PageTranslationSerializer(serializers.Serializer):
    locale = serializers.CharField()
    path = serializers.CharField()


class PageMovedSerializer(serializers.Serializer):
    """There is no page at `path`; `to` is an address of this site or a whole one."""

    type = serializers.ChoiceField(choices=["redirect"])
    path = serializers.CharField()
    to = serializers.CharField()
    permanent = serializers.BooleanField()


class PageSerializer(serializers.Serializer):
    """What every page has. `translations` are the live ones, itself included; `date` and `image` are those of news.

    `translated` is false where there is no translation into the language of `path`: then the page is in the language
    of `locale`. `breadcrumbs` are the pages above it, the front page first; `updated` is when it was published last.
    """

    title = serializers.CharField()
    locale = serializers.CharField()
    path = serializers.CharField()
    translated = serializers.BooleanField()
    seo = SeoSerializer()
    translations = PageTranslationSerializer(many=True)
    breadcrumbs = BreadcrumbSerializer(many=True)
    updated = serializers.DateTimeField(allow_null=True)
    date = serializers.DateField(allow_null=True)
    intro = serializers.CharField(allow_blank=True)
    image = ImageSerializer(allow_null=True)
    body = BodyField()


class TopicSerializer(serializers.Serializer):
    """A rubric or a tag: its name for people, its slug for the address."""

    slug = serializers.CharField()
    name = serializers.CharField()


class NewsItemSerializer(serializers.Serializer):
    """`pinned`: stands first today, whatever its date."""

    title = serializers.CharField()
    path = serializers.CharField()
    date = serializers.DateField()
    intro = serializers.CharField(allow_blank=True)
    image = ImageSerializer(allow_null=True)
    rubric = TopicSerializer(allow_null=True)
    pinned = serializers.BooleanField()


class NewsListSerializer(serializers.Serializer):
    count = serializers.IntegerField()
    page = serializers.IntegerField()
    page_size = serializers.IntegerField()
    results = NewsItemSerializer(many=True)


class MenuLinkSerializer(serializers.Serializer):
    title = serializers.CharField()
    path = serializers.CharField()


class SiteMenuEntrySerializer(MenuLinkSerializer):
    """`path` is an address of this site ("/ru/about/") or a whole one."""

    children = MenuLinkSerializer(many=True)


class FooterColumnSerializer(serializers.Serializer):
    title = serializers.CharField()
    links = MenuLinkSerializer(many=True)


class SiteMenusSerializer(serializers.Serializer):
    header = SiteMenuEntrySerializer(many=True)
    footer = FooterColumnSerializer(many=True)


class SiteContactsSerializer(serializers.Serializer):
    phone = serializers.CharField(allow_blank=True)
    email = serializers.CharField(allow_blank=True)
    address = serializers.CharField(allow_blank=True)
    hours = serializers.CharField(allow_blank=True)


class SocialPageSerializer(serializers.Serializer):
    network = serializers.CharField()
    url = serializers.URLField()


class SiteBannerSerializer(serializers.Serializer):
    """`version` changes with what is said. `language` is that of `text`."""

    id = serializers.IntegerField()
    version = serializers.CharField()
    tone = serializers.ChoiceField(choices=Banner.Kind.values)
    language = serializers.CharField()
    text = serializers.CharField(help_text="HTML of a few safe tags.")
    link = MenuLinkSerializer(allow_null=True)


class SiteSerializer(serializers.Serializer):
    """`language` is that of the footer's texts: the original's where they are not translated into `locale`."""

    locale = serializers.CharField()
    language = serializers.CharField()
    name = serializers.CharField()
    tagline = serializers.CharField(allow_blank=True)
    menus = SiteMenusSerializer()
    contacts = SiteContactsSerializer()
    social = SocialPageSerializer(many=True)
    legal = serializers.CharField(allow_blank=True)
    banners = SiteBannerSerializer(many=True)
