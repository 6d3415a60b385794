"""What an editor does with translations, as requests of the Wagtail admin."""

from urllib.parse import urlencode

from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource


def submit(client, page, *languages, **more):
    locales = [Locale.objects.get(language_code=language).pk for language in languages]
    return client.post(f"/admin/localize/submit/page/{page.pk}/", {"locales": locales, **more})


def translation_of(page, language="kk") -> Translation:
    return Translation.objects.get(source__object_id=page.translation_key, target_locale__language_code=language)


def target_of(page, language="kk"):
    return translation_of(page, language).get_target_instance()


def fill(client, translation, words):
    """Translate each string of the source that is a key of `words`."""
    for segment in translation.source.stringsegment_set.select_related("string"):
        if segment.string.data in words:
            answer = client.put(
                f"/admin/localize/translate/{translation.pk}/strings/{segment.pk}/edit/",
                urlencode({"value": words[segment.string.data]}),
                "application/x-www-form-urlencoded",
            )
            assert answer.status_code in (200, 201), answer.content


def publish(client, translation, committed):
    target = translation.get_target_instance()
    with committed():
        return client.post(f"/admin/pages/{target.pk}/edit/", {"action": "publish"})


def synchronise(client, page, committed, **more):
    """Bring what the original says now to its translations."""
    source = TranslationSource.objects.get(object_id=page.translation_key, locale=page.locale)
    with committed():
        return client.post(f"/admin/localize/update/{source.pk}/", more)
