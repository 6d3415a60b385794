"""What a list of plans can be asked for."""

import django_filters

from modules.analytics.models import PlanStatus, SalesPlan
from modules.analytics.selectors import searched


class PlanFilter(django_filters.FilterSet):
    """`status` may be repeated; `search` looks in numbers, comments and the partner's name."""

    status = django_filters.MultipleChoiceFilter(choices=PlanStatus.choices)
    search = django_filters.CharFilter(method="by_text")

    class Meta:
        model = SalesPlan
        fields: list[str] = []

    def by_text(self, queryset, name, value):
        return searched(queryset, value.strip())
