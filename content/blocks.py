"""What the body of a page is made of. Each block's form in the API: content/delivery/bodies.py."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

RICH_TEXT_FEATURES = ["h3", "bold", "italic", "superscript", "subscript", "ul", "ol", "link"]


class PictureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Image"))
    alt = blocks.CharBlock(
        label=_("Description for those who cannot see it"),
        max_length=250,
        required=False,
        help_text=_("Leave it empty only if the image is mere decoration."),
    )
    caption = blocks.CharBlock(label=_("Caption"), max_length=250, required=False)

    class Meta:
        icon = "image"
        label = _("Image")
        label_format = "{alt}"
        help_text = _("An image across the text, with a caption below.")


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quotation"))
    author = blocks.CharBlock(label=_("Who said it"), max_length=200, required=False, help_text=_("Name and position."))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        help_text = _("What somebody said, in their own words.")


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label=_("Caption"), max_length=250, required=False)
    head = blocks.ListBlock(blocks.CharBlock(label=_("Heading")), label=_("Column headings"))
    rows = blocks.ListBlock(
        blocks.ListBlock(blocks.CharBlock(label=_("Cell"), required=False), label=_("Row")), label=_("Rows")
    )

    class Meta:
        icon = "table"
        label = _("Table")
        label_format = "{caption}"
        help_text = _("A small table, for example of a product's properties.")


class LinkBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Text"), max_length=120)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.URLBlock(
        label=_("Address elsewhere"), required=False, help_text=_("Only if it leads to no page of this site.")
    )

    class Meta:
        icon = "link"
        label = _("Link")
        label_format = "{title}"

    def clean(self, value):
        cleaned = super().clean(value)
        if bool(cleaned.get("page")) == bool(cleaned.get("url")):
            error = ValidationError(_("Choose either a page or an address elsewhere."))
            raise blocks.StructBlockValidationError(block_errors={"page": error})
        return cleaned


class BodyBlock(blocks.StreamBlock):
    heading = blocks.CharBlock(
        icon="title", label=_("Heading"), max_length=200, help_text=_("Begins a new part of the text.")
    )
    paragraph = blocks.RichTextBlock(
        icon="pilcrow", label=_("Text"), features=RICH_TEXT_FEATURES, help_text=_("One or more paragraphs.")
    )
    image = PictureBlock()
    quote = QuoteBlock()
    gallery = blocks.ListBlock(
        PictureBlock(), icon="image", label=_("Gallery"), min_num=2, help_text=_("Several images side by side.")
    )
    table = TableBlock()
    links = blocks.ListBlock(
        LinkBlock(), icon="link", label=_("Buttons"), min_num=1, help_text=_("Where the reader can go from here.")
    )

    class Meta:
        required = False
