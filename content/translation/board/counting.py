"""How many texts a translation has, how many are translated, how many of those by a machine."""

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from wagtail_localize.models import StringSegment, StringTranslation


def translated_strings() -> dict:
    """Annotations of Translation: `total`, `done`, `by_machine`; the slug does not count."""
    machine = StringTranslation.TRANSLATION_TYPE_MACHINE
    return {
        "total": _number(_strings()),
        "done": _number(_strings().filter(Exists(_given()))),
        "by_machine": _number(_strings().filter(Exists(_given().filter(translation_type=machine)))),
    }


def _strings() -> QuerySet:
    strings = StringSegment.objects.filter(source=OuterRef("source")).exclude(context__path="slug")
    return strings.annotate(into=OuterRef("target_locale"))


def _given() -> QuerySet:
    return StringTranslation.objects.filter(
        translation_of=OuterRef("string_id"), context=OuterRef("context_id"), locale=OuterRef("into"), has_error=False
    )


def _number(strings: QuerySet):
    counted = strings.order_by().values("source").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
