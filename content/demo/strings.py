"""Handing the demo's translations to wagtail-localize."""

from html import escape, unescape

from wagtail_localize.models import StringTranslation, Translation


def give_strings(translation: Translation, words: dict[str, str], slug: str = "") -> None:
    """`words`: string of the source → of the target. A slug that is not among them becomes "<slug>-<language>"."""
    language = translation.target_locale.language_code
    for segment in translation.source.stringsegment_set.select_related("string", "context"):
        said = unescape(segment.string.data)
        given = f"{slug}-{language}" if segment.context.path == "slug" and said not in words else words[said]
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            defaults={"data": escape(given, quote=False)},
        )
