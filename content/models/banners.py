"""Notices above every page: for everybody, or for those who hold certain roles."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PreviewableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from cms.access.roles import GUEST, SHIPPED
from content.links import validate_address
from content.translation.snippets import TranslatedSnippet


def _everybody_or(code: str, title):
    return _("Everybody, guests of the site too") if code == GUEST else title


class AudienceField(models.JSONField):
    """Codes of shipped roles, as a list; the guest's means everybody."""

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=[(role.code, _everybody_or(role.code, role.title)) for role in SHIPPED],
            widget=forms.CheckboxSelectMultiple,
            label=kwargs.get("label", self.verbose_name),
            help_text=self.help_text,
        )


class Banner(PreviewableMixin, TranslatedSnippet):
    """Shown from `starts_at` on and before `ends_at`, where they are set. Only its words differ between languages."""

    class Kind(models.TextChoices):
        INFO = "info", _("notice")
        WARNING = "warning", _("warning")
        URGENT = "urgent", _("urgent")

    text = RichTextField(_("text"), features=["bold", "italic", "link"], help_text=_("One or two sentences."))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.INFO)
    link_title = models.CharField(_("text of the link"), max_length=60, blank=True)
    link_page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    link_url = models.CharField(
        _("or an address"),
        max_length=500,
        blank=True,
        validators=[validate_address],
        help_text=_("A whole one (https://…), or a screen of the portal like /apply; its language is added."),
    )
    starts_at = models.DateTimeField(_("shown from"), default=timezone.now, null=True, blank=True)
    ends_at = models.DateTimeField(_("shown until"), null=True, blank=True)
    audience = AudienceField(
        _("for whom"),
        default=list,
        help_text=_("Those who hold at least one of the marked roles see it in their cabinet; everybody, on the site."),
    )

    translatable_fields = [
        TranslatableField("text"),
        TranslatableField("link_title"),
        SynchronizedField("kind", overridable=False),
        SynchronizedField("link_page", overridable=False),
        SynchronizedField("link_url", overridable=False),
        SynchronizedField("starts_at", overridable=False),
        SynchronizedField("ends_at", overridable=False),
        SynchronizedField("audience", overridable=False),
    ]
    panels = [
        HelpPanel(
            content=_(
                "Kind, link, time and audience count for all languages at once; "
                "a language without its translation is shown this text, marked as being in another language."
            )
        ),
        FieldPanel("text"),
        FieldPanel("kind"),
        MultiFieldPanel([FieldPanel("link_title"), FieldPanel("link_page"), FieldPanel("link_url")], heading=_("Link")),
        MultiFieldPanel([FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")])], heading=_("When")),
        FieldPanel("audience"),
    ]

    class Meta(TranslatedSnippet.Meta):
        verbose_name = _("banner")
        verbose_name_plural = _("banners")

    def __str__(self) -> str:
        return Truncator(strip_tags(self.text)).chars(80)

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("It has to end after it begins.")})
        if self.link_page_id and self.link_url:
            raise ValidationError({"link_url": _("Choose either a page or an address.")})
        if self.link_title and not (self.link_page_id or self.link_url):
            raise ValidationError({"link_title": _("The link leads nowhere yet: choose a page or an address.")})
        if self.link_url and not self.link_title:
            raise ValidationError({"link_title": _("A link to an address needs a text.")})

    def get_preview_template(self, request, mode_name: str) -> str:
        return "content/banner_preview.html"

    def get_preview_context(self, request, mode_name: str) -> dict:
        from content.delivery.banners import preview_of

        language = self.locale.language_code if self.locale_id else settings.LANGUAGE_CODE
        return {"banner": preview_of(self, language), "language": language}
