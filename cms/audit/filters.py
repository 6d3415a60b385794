"""How the log is narrowed."""

import django_filters
from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from cms.audit import actions
from cms.audit.models import Entry


def _kinds() -> list[tuple[str, str]]:
    """Kinds of objects that occur in the log."""
    found = Entry.objects.order_by().exclude(target_type="").values_list("target_type", flat=True).distinct()
    return sorted(((kind, _kind_title(kind)) for kind in found), key=lambda choice: choice[1])


def _kind_title(kind: str) -> str:
    try:
        return str(apps.get_model(kind)._meta.verbose_name)
    except LookupError:
        return kind


class EntryFilterSet(WagtailFilterSet):
    at = django_filters.DateFromToRangeFilter(label=_("Date"), widget=DateRangePickerWidget)
    actor = django_filters.CharFilter(label=_("Who"), method="by_person")
    action = django_filters.MultipleChoiceFilter(
        label=_("Action"), choices=lambda: [(known.code, known.title) for known in actions.declared()]
    )
    target_type = django_filters.ChoiceFilter(label=_("Kind of object"), choices=_kinds)
    target_id = django_filters.CharFilter(label=_("Key of the object"))
    request_id = django_filters.CharFilter(label=_("Request"))

    class Meta:
        model = Entry
        fields: list[str] = []

    def by_person(self, queryset, name, value):
        """Whoever acted, or in whose name: under either a log must find them."""
        return queryset.filter(actor__icontains=value) | queryset.filter(acting_as__icontains=value)
