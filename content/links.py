"""Blocks of menus: links to pages, to the portal's own screens and to elsewhere."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

_WITHIN = re.compile(r"/[\w\-./?=&%#]*")
_ELSEWHERE = URLValidator(schemes=["http", "https"])


def validate_address(value: str) -> None:
    """A whole address, one for mail or telephone, or a screen of the portal without its language: "/apply"."""
    if re.fullmatch(r"(mailto:[^\s@]+@[^\s@]+|tel:\+?[\d\-]+)", value):
        return
    if _WITHIN.fullmatch(value) and not value.startswith("//"):
        return
    try:
        _ELSEWHERE(value)
    except ValidationError as refusal:
        raise ValidationError(
            _("Enter a whole address (https://…), or a screen of the portal like /apply.")
        ) from refusal


def validate_target(value: str) -> None:
    """Where a redirect may lead besides a page: to an own path ("/ru/news/?year=2026") or a whole http(s) address."""
    if _WITHIN.fullmatch(value) and not value.startswith("//"):
        return
    try:
        _ELSEWHERE(value)
    except ValidationError as refusal:
        raise ValidationError(
            _("Choose a page, or enter an address of this site (/ru/…) or a whole one (https://…).")
        ) from refusal


class AddressBlock(blocks.FieldBlock):
    """The same in every language, so translators are not asked about it."""

    def __init__(self, required: bool = True, help_text=None, **kwargs) -> None:
        self.field = forms.CharField(
            required=required, help_text=help_text, max_length=500, validators=[validate_address]
        )
        super().__init__(**kwargs)


class MenuLinkBlock(blocks.StructBlock):
    """Where one entry of a menu leads; the title of a page need not be repeated."""

    title = blocks.CharBlock(
        label=_("Text"), max_length=60, required=False, help_text=_("Empty: the title of the page.")
    )
    page = blocks.PageChooserBlock(
        label=_("Page"), required=False, help_text=_("Each language leads to its own translation of the page.")
    )
    url = AddressBlock(
        label=_("Or an address"),
        required=False,
        help_text=_("A whole one (https://…), or a screen of the portal like /apply; its language is added."),
    )

    class Meta:
        icon = "link"
        label = _("Link")
        label_format = "{title}"

    def clean(self, value):
        cleaned = super().clean(value)
        if bool(cleaned.get("page")) == bool(cleaned.get("url")):
            raise _wrong("page", _("Choose either a page or an address."))
        if cleaned.get("url") and not cleaned.get("title"):
            raise _wrong("title", _("A link to an address needs a text."))
        return cleaned


class MenuEntryBlock(MenuLinkBlock):
    children = blocks.ListBlock(
        MenuLinkBlock(), label=_("Below it"), default=[], help_text=_("Opens when the reader presses the entry.")
    )

    class Meta:
        icon = "bars"
        label = _("Entry")
        label_format = "{title}"


class HeaderBlock(blocks.StreamBlock):
    entry = MenuEntryBlock()

    class Meta:
        required = False
        max_num = 8


class FooterColumnBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Heading"), max_length=60)
    links = blocks.ListBlock(MenuLinkBlock(), label=_("Links"), min_num=1, max_num=12)

    class Meta:
        icon = "list-ul"
        label = _("Column")
        label_format = "{title}"


class FooterBlock(blocks.StreamBlock):
    column = FooterColumnBlock()

    class Meta:
        required = False
        max_num = 4


class SocialBlock(blocks.StructBlock):
    """A network's name is written the same everywhere."""

    network = blocks.ChoiceBlock(
        label=_("Network"),
        choices=[
            ("telegram", "Telegram"),
            ("whatsapp", "WhatsApp"),
            ("linkedin", "LinkedIn"),
            ("youtube", "YouTube"),
            ("instagram", "Instagram"),
            ("facebook", "Facebook"),
            ("vk", "VK"),
        ],
    )
    url = blocks.URLBlock(label=_("Address"))

    class Meta:
        icon = "site"
        label = _("Page in a social network")
        label_format = "{network}"


class SocialsBlock(blocks.StreamBlock):
    page = SocialBlock()

    class Meta:
        required = False
        max_num = 8


def _wrong(field: str, text) -> blocks.StructBlockValidationError:
    return blocks.StructBlockValidationError(block_errors={field: ValidationError(text)})
