"""Pages that are the same in all languages, because an editor chose so. Their copies are live and follow them."""

from uuid import UUID

from django.db import transaction
from wagtail.models import Locale, Page


def is_shared(translation_key: UUID) -> bool:
    from content.models import SharedPage

    return SharedPage.objects.filter(translation_key=translation_key).exists()


@transaction.atomic
def page_share(*, page: Page, by) -> None:
    """Show `page` as it is in every language that it has no translation into. The pages above are there already."""
    from content.models import SharedPage

    SharedPage.objects.get_or_create(translation_key=page.translation_key, defaults={"chosen_by": by})
    for locale in locales_without(page):
        page.copy_for_translation(locale, alias=True)
    if page.live:
        page.update_aliases(revision=page.live_revision)


@transaction.atomic
def page_unshare(*, page: Page) -> None:
    """Its copies stand for translations again, and readers no longer see them."""
    from content.models import SharedPage

    SharedPage.objects.filter(translation_key=page.translation_key).delete()
    for alias in page.aliases.exclude(locale=page.locale_id).specific():
        alias.unpublish()


def locales_without(page: Page) -> list[Locale]:
    """Languages in which there is neither a translation nor a copy of `page`."""
    there = page.get_translations(inclusive=True).values("locale")
    return list(Locale.objects.exclude(pk__in=there).order_by("pk"))


def copied_into(page: Page) -> list[Locale]:
    """Languages in which `page` is, or would be, shown as it is."""
    translated = page.get_translations(inclusive=True).filter(alias_of=None).values("locale")
    return list(Locale.objects.exclude(pk__in=translated).order_by("pk"))
