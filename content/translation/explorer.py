"""Buttons about translations in the rows of the explorer.

wagtail-localize asks the database twice about every row. Here the listing's own query says it of all rows; of pages
listed elsewhere wagtail-localize is asked.
"""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import ListingButton
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource
from wagtail_localize.wagtail_hooks import page_listing_more_buttons as asking_buttons

ROWS = "register_page_listing_more_buttons"


def take_over() -> None:
    """Put our buttons of rows in the place of wagtail-localize's."""
    hooks.register_temporarily(ROWS, asking_buttons).__exit__(None, None, None)
    hooks.register(ROWS, buttons)


def with_translations(pages: QuerySet) -> QuerySet:
    """`pages` with `to_translate` (into some language) and `source_of_translations` (its key or None)."""
    written = Page.objects.filter(translation_key=OuterRef(OuterRef("translation_key")), alias_of=None)
    sources = TranslationSource.objects.filter(
        object_id=OuterRef("translation_key"), locale=OuterRef("locale"), translations__enabled=True
    )
    return pages.annotate(
        to_translate=Exists(Locale.objects.exclude(pk__in=written.values("locale"))),
        source_of_translations=Subquery(sources.values("pk")[:1]),
    )


def buttons(page: Page, user, next_url: str | None = None) -> Iterator[ListingButton]:
    if not hasattr(page, "to_translate"):
        yield from asking_buttons(page, user, next_url=next_url)
        return
    if page.is_root() or not user.has_perm("wagtail_localize.submit_translation"):
        return
    if page.to_translate:
        address = reverse("wagtail_localize:submit_page_translation", args=[page.alias_of_id or page.pk])
        yield ListingButton(_("Translate this page"), address, priority=60, icon_name="wagtail-localize-language")
    if page.source_of_translations:
        address = reverse("wagtail_localize:update_translations", args=[page.source_of_translations])
        back = f"?{urlencode({'next': next_url})}" if next_url else ""
        yield ListingButton(_("Sync translated pages"), address + back, priority=60, icon_name="resubmit")
