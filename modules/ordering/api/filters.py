"""What a list of orders can be asked for."""

import django_filters
from django.utils.translation import gettext_lazy as _

from modules.ordering.models import Order
from modules.ordering.selectors import searched
from modules.ordering.states import OrderStatus

ORDERINGS = ["placed_at", "number", "total", "status", "requested_date"]


class OrderFilter(django_filters.FilterSet):
    """`status` may be repeated; `search` looks in numbers and the partner's name."""

    status = django_filters.MultipleChoiceFilter(choices=OrderStatus.choices)
    search = django_filters.CharFilter(method="by_text")
    placed_from = django_filters.DateFilter("placed_at", lookup_expr="date__gte")
    placed_to = django_filters.DateFilter("placed_at", lookup_expr="date__lte")
    ordering = django_filters.OrderingFilter(fields=[(name, name) for name in ORDERINGS], label=_("Ordering"))

    class Meta:
        model = Order
        fields: list[str] = []

    def by_text(self, queryset, name, value):
        return searched(queryset, value.strip())
