"""What an editor has written last, live or not."""

from wagtail.models import Page
from wagtail_localize.models import SourceDeletedError, Translation


def latest_draft(page: Page) -> Page:
    """The page's latest version, not to be saved.

    Of a translation: what the translator has typed so far, with the rest in the words of the source.
    """
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    ).first()
    if translation:
        try:
            return translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
        except SourceDeletedError:
            pass
    return page.get_latest_revision_as_object()
