"""Access in the Wagtail admin: people, grants, roles with their levels, and why."""

from django.db.models import Count, Q
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.permissions import register_permission_policy

from cms.access import choosers
from cms.access.admin import AccessPolicy
from cms.access.checks import allows
from cms.access.grants import MANAGE_GRANTS
from cms.access.listing import lapsing_soon
from cms.access.matrix import MANAGE_ROLES
from cms.access.models import Role
from cms.access.views.grants import BulkView, GrantAddView, GrantDeleteView, GrantEditView
from cms.access.views.lists import GrantsView, PeopleView
from cms.access.views.matrix import RoleMatrixView
from cms.access.views.overview import OverviewView
from cms.access.views.own_roles import RoleCopyView, RoleDeleteView, RoleRenameView
from cms.access.views.people import PersonView, ReachView
from cms.access.views.why import WhyView


class RoleIndexView(generic.IndexView):
    def get_base_queryset(self):
        people = Count("group__user", filter=Q(group__user__is_active=True))
        return super().get_base_queryset().select_related("group").annotate(people=people)

    @property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Matrix of all roles"), url=reverse("role:overview"), icon_name="table")]

    def get_list_more_buttons(self, instance: Role) -> list[Button]:
        named = [(_("Copy"), "copy", "copy")]
        if not instance.is_shipped:
            named += [(_("Rename"), "rename", "edit"), (_("Delete"), "delete", "bin")]
        return [
            *super().get_list_more_buttons(instance),
            *(
                Button(label, url=reverse(f"role:{name}", args=[instance.pk]), icon_name=icon)
                for label, name, icon in named
            ),
        ]


class RoleViewSet(ModelViewSet):
    """The matrix, a role a page. Those shipped are only configured here; copies of them are made, renamed, deleted."""

    model = Role
    index_view_class = RoleIndexView
    icon = "group"
    list_display = [
        Column("title", label=_("Role"), accessor="title"),
        "code",
        "side",
        Column("people", label=_("People"), accessor="people"),
    ]
    list_per_page = 50
    ordering = ["pk"]
    add_to_reference_index = False
    copy_view_enabled = False
    form_fields: list[str] = []

    def get_common_view_kwargs(self, **kwargs):
        absent = dict.fromkeys(
            ["add_url_name", "delete_url_name", "history_url_name", "usage_url_name", "copy_url_name"]
        )
        return super().get_common_view_kwargs(**{**absent, **kwargs})

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("overview/", OverviewView.as_view(), name="overview"),
            path("edit/<int:pk>/", RoleMatrixView.as_view(), name="edit"),
            path("copy/<int:pk>/", RoleCopyView.as_view(), name="copy"),
            path("rename/<int:pk>/", RoleRenameView.as_view(), name="rename"),
            path("delete/<int:pk>/", RoleDeleteView.as_view(), name="delete"),
        ]


GRANT_URLS = [
    path("", GrantsView.as_view(), name="index"),
    path("results/", GrantsView.as_view(results_only=True), name="index_results"),
    path("add/", GrantAddView.as_view(), name="add"),
    path("region/", BulkView.as_view(), name="bulk"),
    path("edit/<int:pk>/", GrantEditView.as_view(), name="edit"),
    path("delete/<int:pk>/", GrantDeleteView.as_view(), name="delete"),
]


class PermittedItem(MenuItem):
    def __init__(self, label, url: str, permission: str, **kwargs) -> None:
        self.permission = permission
        super().__init__(label, url, **kwargs)

    def is_shown(self, request) -> bool:
        return allows(request.user, self.permission)


class LapsingPanel(Component):
    """On the admin's first page: grants that lapse within a week."""

    name = "lapsing_grants"
    template_name = "access/lapsing_panel.html"
    order = 50

    def get_context_data(self, parent_context) -> dict:
        return {"lapsing": lapsing_soon(parent_context["request"].user)}


@hooks.register("register_admin_viewset")
def access_screens():
    register_permission_policy(Role, AccessPolicy(Role, view=MANAGE_ROLES, change=MANAGE_ROLES))
    return [RoleViewSet("role"), *choosers.declared()]


@hooks.register("register_admin_urls")
def access_urls():
    return [
        path("grant/", include((GRANT_URLS, "grant"))),
        path("access/people/", PeopleView.as_view(), name="access_people"),
        path("access/people/results/", PeopleView.as_view(results_only=True), name="access_people_results"),
        path("access/people/<int:pk>/", PersonView.as_view(), name="access_person"),
        path("access/reach/<slug:axis>/<int:pk>/", ReachView.as_view(), name="access_reach"),
        path("access/why/", WhyView.as_view(), name="access_why"),
    ]


@hooks.register("register_admin_menu_item")
def access_menu_item():
    items = [
        PermittedItem(_("People"), reverse("access_people"), MANAGE_GRANTS, name="people", icon_name="user", order=10),
        PermittedItem(_("Grants"), reverse("grant:index"), MANAGE_GRANTS, name="grants", icon_name="key", order=20),
        PermittedItem(_("Roles"), reverse("role:index"), MANAGE_ROLES, name="roles", icon_name="group", order=30),
        PermittedItem(
            _("Matrix of all roles"), reverse("role:overview"), MANAGE_ROLES, name="matrix", icon_name="table", order=40
        ),
        PermittedItem(_("Why?"), reverse("access_why"), MANAGE_GRANTS, name="why", icon_name="help", order=50),
    ]
    return SubmenuMenuItem(_("Access"), Menu(items=items), name="access", icon_name="lock", order=700)


@hooks.register("construct_homepage_panels")
def lapsing_grants(request, panels) -> None:
    if allows(request.user, MANAGE_GRANTS):
        panels.append(LapsingPanel())


@hooks.register("register_user_listing_buttons")
def access_of_a_user(user, request_user):
    if allows(request_user, MANAGE_GRANTS):
        yield Button(_("Access"), url=reverse("access_person", args=[user.pk]), icon_name="lock", priority=30)
