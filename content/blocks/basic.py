"""Text, images, quotations, tables, buttons."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

RICH_TEXT_FEATURES = ["h3", "bold", "italic", "superscript", "subscript", "ul", "ol", "link"]
PREVIEW = "content/block_preview.html"


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
        description = help_text
        preview_template = PREVIEW


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quotation"))
    author = blocks.CharBlock(label=_("Who said it"), max_length=200, required=False, help_text=_("Name and position."))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        help_text = _("What somebody said, in their own words.")
        description = help_text
        preview_template = PREVIEW


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
        description = help_text
        preview_template = PREVIEW


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
