"""Addresses of translations: in Latin letters, whatever the language; proposed from the title."""

from anyascii import anyascii
from django.db.models.signals import post_save, pre_save
from django.utils.html import strip_tags
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation

LONGEST = 100


def slug_of(text: str) -> str:
    """`text` as a part of an address; empty if nothing of it can be written so."""
    return slugify(anyascii(strip_tags(text)))[:LONGEST].strip("-")


def connect() -> None:
    pre_save.connect(_spell, sender=StringTranslation, dispatch_uid="content.translation.spell_slug")
    post_save.connect(_propose, sender=StringTranslation, dispatch_uid="content.translation.propose_slug")


def _spell(instance: StringTranslation, raw: bool = False, **kwargs) -> None:
    if not raw and instance.context_id and instance.context.path == "slug":
        instance.data = slug_of(instance.data) or instance.translation_of.data


def _propose(instance: StringTranslation, raw: bool = False, **kwargs) -> None:
    """A slug for a title that somebody has translated; not in place of their own, nor of one that readers know."""
    if raw or not instance.last_translated_by_id or not instance.context_id or instance.context.path != "title":
        return
    proposed = slug_of(instance.data)
    segment = StringSegment.objects.filter(context__object_id=instance.context.object_id, context__path="slug").first()
    if not proposed or segment is None or not _is_new(instance):
        return
    StringTranslation.objects.get_or_create(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale_id=instance.locale_id,
        defaults={
            "data": proposed,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MACHINE,
            "tool_name": _("Latin letters of the title"),
            "last_translated_by_id": instance.last_translated_by_id,
        },
    )


def _is_new(instance: StringTranslation) -> bool:
    """Whether the page is below a front page and was never published."""
    pages = Page.objects.filter(translation_key=instance.context.object_id, locale_id=instance.locale_id, depth__gt=2)
    return pages.filter(first_published_at=None).exists()
