"""People and grants in lists: searched, narrowed, exported, each administrator's own only."""

import django_filters
from django.contrib.auth import get_user_model
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.views.reports.base import ReportView
from wagtail.admin.widgets.button import Button, HeaderButton

from cms.access import axes, choosers
from cms.access.grants import MANAGE_GRANTS, grants_for, people_for
from cms.access.listing import SOON, lapsing_soon, shown
from cms.access.models import Grant, Role
from cms.access.views.base import Permitted
from cms.exports import SafeExportMixin


class PeopleFilterSet(WagtailFilterSet):
    role = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Role"),
        field_name="groups__role",
        queryset=Role.objects.select_related("group").order_by("pk"),
    )
    is_active = django_filters.BooleanFilter(label=gettext_lazy("Active"))

    class Meta:
        model = get_user_model()
        fields: list[str] = []


class PeopleView(Permitted, SafeExportMixin, ReportView):
    permission = MANAGE_GRANTS
    model = get_user_model()
    page_title = gettext_lazy("People and their access")
    header_icon = "user"
    index_url_name = "access_people"
    index_results_url_name = "access_people_results"
    filterset_class = PeopleFilterSet
    is_searchable = True
    default_ordering = ["last_name", "first_name", "email"]
    list_export = ["name", "email", "roles", "live", "is_active"]
    export_headings = {
        "name": gettext_lazy("Name"),
        "email": gettext_lazy("E-mail"),
        "roles": gettext_lazy("Roles"),
        "live": gettext_lazy("Grants"),
        "is_active": gettext_lazy("Active"),
    }

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("name", label=_("Name"), get_url=lambda user: reverse("access_person", args=[user.pk])),
            Column("email", label=_("E-mail"), sort_key="email"),
            Column("roles", label=_("Roles")),
            Column("live", label=_("Grants")),
            BooleanColumn("is_active", label=_("Active")),
        ]

    def get_base_queryset(self) -> QuerySet:
        in_force = Grant.objects.in_force().values("pk")
        found = people_for(self.request.user).annotate(
            live=Count("grants", filter=Q(grants__in=in_force), distinct=True)
        )
        return found.prefetch_related("groups__role__group")

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        return choosers.found(queryset, self.search_query or "")

    def decorate_paginated_queryset(self, object_list):
        for person in object_list:
            person.roles = ", ".join(group.role.title for group in person.groups.all() if hasattr(group, "role"))
        return object_list


class GrantFilterSet(WagtailFilterSet):
    term = django_filters.ChoiceFilter(
        label=gettext_lazy("Term"),
        method="by_term",
        choices=[
            ("open", gettext_lazy("without an end")),
            ("soon", gettext_lazy("lapses within a week")),
            ("future", gettext_lazy("yet to begin")),
            ("over", gettext_lazy("over")),
        ],
    )

    class Meta:
        model = Grant
        fields: list[str] = []

    def by_term(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        now = timezone.now()
        chosen = {
            "open": Q(valid_until__isnull=True),
            "soon": Q(valid_until__gt=now, valid_until__lte=now + SOON),
            "future": Q(valid_from__gt=now),
            "over": Q(valid_until__lte=now),
        }
        return queryset.filter(chosen[value])


class GrantsView(Permitted, SafeExportMixin, ReportView):
    permission = MANAGE_GRANTS
    model = Grant
    page_title = gettext_lazy("Grants")
    header_icon = "key"
    template_name = "access/grants.html"
    results_template_name = "access/grants_results.html"
    index_url_name = "grant:index"
    index_results_url_name = "grant:index_results"
    filterset_class = GrantFilterSet
    is_searchable = True
    default_ordering = ["user__last_name", "user__first_name", "user__email", "pk"]
    list_export = ["user", "limits", "valid_from", "last_day", "granted_by", "granted_at"]
    export_headings = {
        "user": gettext_lazy("Person"),
        "limits": gettext_lazy("Limits"),
        "valid_from": gettext_lazy("Valid from"),
        "last_day": gettext_lazy("Valid until"),
        "granted_by": gettext_lazy("Given by"),
        "granted_at": gettext_lazy("Given at"),
    }

    @property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Give a grant"), url=reverse("grant:add"), icon_name="plus")]

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons = list(super().header_more_buttons)
        if {"region", "partner"} <= {axis.name for axis in axes.declared()}:
            label = _("Give a region's partners")
            buttons.append(Button(label, url=reverse("grant:bulk"), icon_name="group", priority=10))
        return buttons

    def get_base_queryset(self) -> QuerySet:
        return grants_for(self.request.user).select_related("user", "granted_by")

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """Each word in the person's name or in that of something the grant leads to."""
        for word in (self.search_query or "").split():
            people = choosers.found(get_user_model().objects.all(), word)
            anywhere = Q(user__in=people.values("pk"))
            for axis in axes.declared():
                among = choosers.found(axis.model._default_manager.order_by(), word)
                anywhere |= Q(**{f"{axis.name}__in": among.values("pk")})
            queryset = queryset.filter(anywhere)
        return queryset

    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        soon = [] if self.results_only else lapsing_soon(self.request.user)
        return context | {"lapsing": soon, "here": reverse("grant:index")}

    def decorate_paginated_queryset(self, object_list):
        """Rows for the table; for a file, plain values."""
        found = shown(object_list)
        return [ExportedGrant(said) for said in found] if self.is_export else found


class ExportedGrant:
    """A grant as a line of a file."""

    def __init__(self, said) -> None:
        grant = said.grant
        self.user = f"{grant.user} ({grant.user.email})"
        self.limits = "; ".join(f"{axis}: {name}" for axis, name in said.limits) or _("everything")
        self.valid_from, self.last_day = grant.valid_from, said.last_day
        self.granted_by, self.granted_at = str(grant.granted_by or ""), grant.granted_at
