"""A translation goes live when every string of it is translated, and not before."""

from django.core.exceptions import PermissionDenied
from django.db.models import Max
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


def translation_of(item):
    """wagtail-localize's Translation whose target `item` is; None for an item that is nobody's translation."""
    from wagtail_localize.models import Translation

    of_item = Translation.objects.filter(
        source__object_id=item.translation_key, target_locale=item.locale_id, enabled=True
    )
    return of_item.select_related("source", "target_locale").first()


def untranslated(item) -> int:
    """How many strings of a page or snippet, and of what readers see with it, wait for a translator.

    0 for what is nobody's translation. The slug does not count: an address in the source's words misleads no reader.
    """
    translations = [translation_of(each) for each in (item, *getattr(item, "shown_with", ()))]
    return sum(waiting(translation) for translation in translations if translation)


def waiting(translation) -> int:
    """How many strings of it have no translation that could be shown."""
    from wagtail_localize.models import StringSegment

    strings = StringSegment.objects.filter(source_id=translation.source_id).exclude(context__path="slug")
    return strings.annotate_translation(translation.target_locale_id).filter(translation__isnull=True).count()


def require_complete(item) -> None:
    """Raise Untranslated if publishing `item` would show readers another language's text."""
    if missing := untranslated(item):
        raise Untranslated(missing)


def current_revision(item, revision, user=None):
    """The revision to publish when somebody asks for `revision` of `item`.

    A draft saved before its texts were translated still holds the source's words: it is made anew from the
    translations. What was complete when its publication was scheduled goes live as it was approved.
    Raises Untranslated.
    """
    if revision.approved_go_live_at:
        return revision
    translation = translation_of(item)
    if translation is None:
        return revision
    if missing := waiting(translation):
        raise Untranslated(missing)
    if revision.created_at >= _last_change(translation):
        return revision
    translation.save_target(user=user, publish=False)
    return item.revisions.order_by("-created_at", "-pk").first()


def _last_change(translation):
    """When a text of the translation, or what it is a translation of, was last changed."""
    from wagtail_localize.models import SegmentOverride, StringTranslation

    of_item = {"context__object_id": translation.source.object_id, "locale": translation.target_locale_id}
    changes = [
        model.objects.filter(**of_item).aggregate(last=Max("updated_at"))["last"]
        for model in (StringTranslation, SegmentOverride)
    ]
    return max([translation.source.last_updated_at, *(change for change in changes if change)])
