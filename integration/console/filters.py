"""How the console's listings are narrowed."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from integration import regulation
from integration.console import reasons
from integration.models import Delivery, InboxItem, LoadKind, LoadRun, LoadStatus, OutboxMessage, ParkedRow, Taken


def topics() -> list[tuple[str, str]]:
    return [(topic.name, str(topic.title)) for topic in regulation.topics()]


def entities() -> list[tuple[str, str]]:
    return [(entity.name, str(entity.title)) for entity in regulation.entities()]


def error_codes() -> list[tuple[str, str]]:
    found = OutboxMessage.objects.order_by().exclude(error_code="").values_list("error_code", flat=True).distinct()
    return [(code, code) for code in sorted(found)]


class QueueFilterSet(WagtailFilterSet):
    status = django_filters.MultipleChoiceFilter(label=_("Status"), choices=Delivery.choices)
    topic = django_filters.MultipleChoiceFilter(label=_("Topic"), choices=topics)
    error_code = django_filters.ChoiceFilter(label=_("Kind of error"), choices=error_codes)
    created_at = django_filters.DateFromToRangeFilter(label=_("Created"), widget=DateRangePickerWidget)

    class Meta:
        model = OutboxMessage
        fields: list[str] = []


class ParkedFilterSet(WagtailFilterSet):
    entity = django_filters.MultipleChoiceFilter(label=_("Data"), choices=entities)
    reason = django_filters.ChoiceFilter(label=_("What is wrong"), field_name="reason__code", choices=reasons.choices)
    waits_for = django_filters.ChoiceFilter(label=_("Waits for"), choices=entities)
    since = django_filters.DateFromToRangeFilter(label=_("Since"), widget=DateRangePickerWidget)

    class Meta:
        model = ParkedRow
        fields: list[str] = []


class PushedFilterSet(WagtailFilterSet):
    entity = django_filters.MultipleChoiceFilter(label=_("Data"), choices=entities)
    status = django_filters.MultipleChoiceFilter(label=_("Status"), choices=Taken.choices)
    received_at = django_filters.DateFromToRangeFilter(label=_("Received"), widget=DateRangePickerWidget)

    class Meta:
        model = InboxItem
        fields: list[str] = []


OUTCOMES = [("changed", _("changed rows")), ("parked", _("parked rows"))]


class LoadFilterSet(WagtailFilterSet):
    entity = django_filters.MultipleChoiceFilter(label=_("Data"), choices=entities)
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=LoadKind.choices)
    status = django_filters.MultipleChoiceFilter(label=_("Status"), choices=LoadStatus.choices)
    outcome = django_filters.ChoiceFilter(label=_("Outcome"), choices=OUTCOMES, method="by_outcome")
    started = django_filters.DateFromToRangeFilter(label=_("Started"), widget=DateRangePickerWidget)

    class Meta:
        model = LoadRun
        fields: list[str] = []

    def by_outcome(self, queryset, name, value):
        return queryset.filter(**{f"{value}__gt": 0})
