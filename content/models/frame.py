"""What stands around every page of the site: the menu above, the footer below."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField, TranslatableField

from content.links import FooterBlock, HeaderBlock, SocialsBlock
from content.translation.snippets import TranslatedSnippet


class SiteFrame(TranslatedSnippet):
    """There is one, and its translations."""

    tagline = models.CharField(
        _("tagline"), max_length=200, blank=True, help_text=_("What the company does, in one line of the footer.")
    )
    header = StreamField(
        HeaderBlock(),
        verbose_name=_("menu"),
        blank=True,
        help_text=_("Empty: the pages that are marked “show in menus”, in their order."),
    )
    footer = StreamField(FooterBlock(), verbose_name=_("columns of the footer"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    address = models.CharField(_("address"), max_length=250, blank=True)
    hours = models.CharField(_("working hours"), max_length=150, blank=True)
    social = StreamField(SocialsBlock(), verbose_name=_("social networks"), blank=True)
    legal = models.TextField(
        _("legal line"),
        max_length=500,
        blank=True,
        help_text=_("The company's name, its number, whose the rights are."),
    )

    translatable_fields = [
        TranslatableField("tagline"),
        TranslatableField("header"),
        TranslatableField("footer"),
        SynchronizedField("phone"),
        SynchronizedField("email"),
        TranslatableField("address"),
        TranslatableField("hours"),
        SynchronizedField("social"),
        TranslatableField("legal"),
    ]
    panels = [
        FieldPanel("header"),
        MultiFieldPanel([FieldPanel("tagline"), FieldPanel("footer")], heading=_("Footer")),
        MultiFieldPanel(
            [FieldPanel("phone"), FieldPanel("email"), FieldPanel("address"), FieldPanel("hours")],
            heading=_("Contacts"),
        ),
        FieldPanel("social"),
        FieldPanel("legal"),
    ]

    class Meta(TranslatedSnippet.Meta):
        verbose_name = _("menu and footer")
        verbose_name_plural = _("menu and footer")

    def __str__(self) -> str:
        return str(_("Menu and footer of the site"))

    def clean(self) -> None:
        super().clean()
        if SiteFrame.objects.exclude(translation_key=self.translation_key).exists():
            raise ValidationError(_("The site has its menu and footer: change those, or translate them."))
