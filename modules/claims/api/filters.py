"""What a list of claims can be asked for."""

import django_filters
from django.utils.translation import gettext_lazy as _

from modules.claims.models import Claim
from modules.claims.selectors import searched
from modules.claims.states import ClaimKind, ClaimStatus

ORDERINGS = ["registered_at", "number", "subject", "status"]


class ClaimFilter(django_filters.FilterSet):
    """`status` and `kind` may be repeated; `search` looks in numbers, subjects and the partner's name."""

    status = django_filters.MultipleChoiceFilter(choices=ClaimStatus.choices)
    kind = django_filters.MultipleChoiceFilter(choices=ClaimKind.choices)
    order = django_filters.UUIDFilter("order")
    search = django_filters.CharFilter(method="by_text")
    ordering = django_filters.OrderingFilter(fields=[(name, name) for name in ORDERINGS], label=_("Ordering"))

    class Meta:
        model = Claim
        fields: list[str] = []

    def by_text(self, queryset, name, value):
        return searched(queryset, value.strip())
