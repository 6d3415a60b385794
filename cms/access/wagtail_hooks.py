"""Roles with their levels, and grants, in the Wagtail admin."""

from django.db.models import Count, Q
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.permissions import register_permission_policy

from cms.access.admin import AccessPolicy
from cms.access.forms import GrantForm
from cms.access.models import Grant, Role
from cms.access.views.matrix import RoleMatrixView
from cms.access.views.overview import OverviewView
from cms.access.views.own_roles import RoleCopyView, RoleDeleteView, RoleRenameView


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
    menu_label = _("Roles")
    list_display = ["title", "code", "side", Column("people", label=_("People"), accessor="people")]
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


class GrantCreateView(generic.CreateView):
    def save_instance(self):
        self.form.instance.granted_by = self.request.user
        return super().save_instance()


class GrantViewSet(ModelViewSet):
    """Who may act within which region × partner × contract × product line."""

    model = Grant
    add_view_class = GrantCreateView
    icon = "key"
    menu_label = _("Grants")
    list_display = ["__str__", "granted_at"]
    search_fields = ["user__email", "user__first_name", "user__last_name"]
    list_per_page = 50
    add_to_reference_index = False

    def get_form_class(self, for_update=False):
        return GrantForm

    def get_edit_handler(self):
        return None


class AccessGroup(ModelViewSetGroup):
    menu_label = _("Access")
    menu_icon = "lock"
    menu_order = 700
    items = (RoleViewSet, GrantViewSet)


@hooks.register("register_admin_viewset")
def access_screens():
    manage_roles, manage_grants = "access.manage_roles", "access.manage_grants"
    register_permission_policy(Role, AccessPolicy(Role, view=manage_roles, change=manage_roles))
    register_permission_policy(
        Grant, AccessPolicy(Grant, view=manage_grants, add=manage_grants, change=manage_grants, delete=manage_grants)
    )
    return AccessGroup()
