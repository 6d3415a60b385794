"""Publishing a translation: at once, or together with an original that waits for its time."""

from datetime import datetime

from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation


def release(translation: Translation, user) -> datetime | None:
    """Publish what is translated; the time it goes live if its original is scheduled, None for at once."""
    starts = original_starts(translation)
    if starts is None:
        translation.save_target(user=user, publish=True)
        return None
    translation.save_target(user=user, publish=False)
    page = translation.get_target_instance().get_latest_revision_as_object()
    page.go_live_at = starts
    page.save_revision(user=user).publish(user=user)
    return starts


def original_starts(translation: Translation) -> datetime | None:
    """When the original is to go live; None if it is live, or nobody has set a time."""
    original = translation.source.get_source_instance()
    if not isinstance(original, Page) or original.live:
        return None
    return (
        original.revisions.filter(approved_go_live_at__gt=timezone.now())
        .values_list("approved_go_live_at", flat=True)
        .first()
    )


def written_by_machine(translation: Translation) -> int:
    """How many of its texts a machine translated and no person has changed since; the slug does not count."""
    strings = StringSegment.objects.filter(source=translation.source_id).exclude(context__path="slug")
    given = strings.get_translations(translation.target_locale)
    return given.filter(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE).count()
