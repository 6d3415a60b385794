"""How far an item is in a language: one SQL expression, for showing and for filtering alike."""

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationLog, TranslationSource

from content.models import ChangedSource, SharedPage

KEY = OuterRef("translation_key")


class State(TextChoices):
    """Columns of the board. OUTDATED: readers see a translation of what the original no longer says."""

    SOURCE = "source", _("Original")
    UP_TO_DATE = "up_to_date", _("Up to date")
    OUTDATED = "outdated", _("Outdated")
    IN_PROGRESS = "in_progress", _("In progress")
    READY = "ready", _("Translated, not published")
    MISSING = "missing", _("Missing")
    SHARED = "shared", _("Same in all languages")
    SEPARATE = "separate", _("Written separately")


def with_states(items: QuerySet, locales: list[Locale]) -> QuerySet:
    """`items` (of one model) with `state_<language>` for each locale."""
    for locale in locales:
        items = _with_state(items, locale)
    return items


def _with_state(items: QuerySet, locale: Locale) -> QuerySet:
    code = locale.language_code
    items = items.annotate(**{f"written_{code}": _last_written(locale)})
    translated = Translation.objects.filter(source__object_id=KEY, target_locale=locale, enabled=True)
    changed = ChangedSource.objects.filter(
        source__object_id=KEY, source__translations__target_locale=locale, source__translations__enabled=True
    )
    there = items.model.objects.filter(translation_key=KEY, locale=locale)
    live, waiting = _live(there), Exists(_waiting(locale))
    cases = [When(locale=locale, then=Value(State.SOURCE))]
    if issubclass(items.model, Page):
        shared = Exists(SharedPage.objects.filter(translation_key=KEY))
        alias = Exists(there.filter(alias_of__isnull=False))
        cases += [When(alias & shared, then=Value(State.SHARED)), When(alias, then=Value(State.MISSING))]
    cases += [
        When(~Exists(translated) & Exists(there), then=Value(State.SEPARATE)),
        When(~Exists(translated) | ~Exists(there), then=Value(State.MISSING)),
        When(Exists(changed) | (waiting & live), then=Value(State.OUTDATED)),
        When(waiting, then=Value(State.IN_PROGRESS)),
        When(live & ~_unwritten(locale), then=Value(State.UP_TO_DATE)),
    ]
    state = Case(*cases, default=Value(State.READY), output_field=CharField())
    return items.annotate(**{f"state_{code}": state})


def _live(there: QuerySet):
    if issubclass(there.model, DraftStateMixin):
        return Exists(there.filter(live=True))
    return ExpressionWrapper(Value(True), output_field=BooleanField())


def _last_written(locale: Locale) -> Subquery:
    """When the translations were last made into the page or snippet."""
    logs = TranslationLog.objects.filter(source__object_id=KEY, locale=locale).order_by("-created_at")
    return Subquery(logs.values("created_at")[:1], output_field=DateTimeField())


def _waiting(locale: Locale) -> QuerySet:
    """The strings without a translation that could be shown; the slug may stay as it is."""
    given = StringTranslation.objects.filter(
        translation_of=OuterRef("string_id"), context=OuterRef("context_id"), locale=locale, has_error=False
    )
    strings = StringSegment.objects.filter(
        source__object_id=KEY, source__translations__target_locale=locale, source__translations__enabled=True
    )
    return strings.exclude(context__path="slug").filter(~Exists(given))


def _unwritten(locale: Locale) -> Q:
    """Something was translated or synchronised that the page or snippet does not show yet."""
    written = OuterRef(f"written_{locale.language_code}")
    strings = StringTranslation.objects.filter(context__object_id=KEY, locale=locale, updated_at__gt=written)
    sources = TranslationSource.objects.filter(
        object_id=KEY, translations__target_locale=locale, translations__enabled=True, last_updated_at__gt=written
    )
    return Q(Exists(strings)) | Q(Exists(sources))
