"""Offices of the company, country by country."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

COUNTRIES = {
    "AM": _("Armenia"),
    "AZ": _("Azerbaijan"),
    "BY": _("Belarus"),
    "CN": _("China"),
    "GE": _("Georgia"),
    "KZ": _("Kazakhstan"),
    "KG": _("Kyrgyzstan"),
    "MN": _("Mongolia"),
    "RU": _("Russia"),
    "TJ": _("Tajikistan"),
    "TM": _("Turkmenistan"),
    "TR": _("Türkiye"),
    "UZ": _("Uzbekistan"),
}


class OfficeBlock(blocks.StructBlock):
    """Telephones and coordinates are checked by their form, and so that nobody is asked to translate them."""

    country = blocks.ChoiceBlock(label=_("Country"), choices=list(COUNTRIES.items()))
    title = blocks.CharBlock(label=_("Name of the office"), max_length=150)
    address = blocks.TextBlock(label=_("Address"), required=False)
    phones = blocks.ListBlock(
        blocks.RegexBlock(
            r"\+[0-9 ()-]{6,24}",
            label=_("Telephone"),
            help_text=_("With the country's code: +7 727 000 00 01."),
            error_messages={"invalid": _("Begin with “+” and the country's code; only digits, spaces and hyphens.")},
        ),
        label=_("Telephones"),
        default=[],
    )
    mails = blocks.ListBlock(blocks.EmailBlock(label=_("E-mail")), label=_("E-mails"), default=[])
    hours = blocks.CharBlock(label=_("Working hours"), max_length=200, required=False)
    coordinates = blocks.RegexBlock(
        r"-?\d{1,2}\.\d{1,8}, ?-?\d{1,3}\.\d{1,8}",
        label=_("Coordinates"),
        required=False,
        help_text=_("Latitude and longitude, for a link to the map: 43.238949, 76.889709."),
        error_messages={"invalid": _("Two numbers with a comma between them: 43.238949, 76.889709.")},
    )

    class Meta:
        icon = "site"
        label = _("Office")
        label_format = "{country}: {title}"
        help_text = _("One office; offices of one country are shown together.")


class OfficesBlock(blocks.StreamBlock):
    office = OfficeBlock()

    class Meta:
        required = False
