"""A translation goes live when every string of it is translated, and not before."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import ngettext


class Untranslated(PermissionDenied):
    """`missing` strings of the page are still in the language of its source."""

    def __init__(self, missing: int) -> None:
        self.missing = missing
        super().__init__(str(self))

    def __str__(self) -> str:
        return ngettext(
            "%(count)d text is not translated yet, so nothing was published.",
            "%(count)d texts are not translated yet, so nothing was published.",
            self.missing,
        ) % {"count": self.missing}


def untranslated(page) -> int:
    """How many strings of `page` wait for a translator; 0 for a page that is nobody's translation.

    The slug does not count: an address in the source's words misleads no reader.
    """
    from wagtail_localize.models import StringSegment, Translation

    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    ).first()
    if translation is None:
        return 0
    strings = StringSegment.objects.filter(source_id=translation.source_id).exclude(context__path="slug")
    return strings.annotate_translation(page.locale).filter(translation__isnull=True).count()


def require_complete(page) -> None:
    """Raise Untranslated if publishing `page` would show readers another language's text."""
    if missing := untranslated(page):
        raise Untranslated(missing)
