"""Roles with their levels, and grants, in the Wagtail admin."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.permissions import register_permission_policy

from cms.access.admin import AccessPolicy
from cms.access.forms import GrantForm, RoleMatrixForm
from cms.access.models import Grant, Role


class RoleViewSet(ModelViewSet):
    """The matrix, a role a page. Roles are shipped; only their levels are edited here."""

    model = Role
    icon = "group"
    menu_label = _("Roles")
    list_display = ["title", "code", "side"]
    list_per_page = 50
    ordering = ["pk"]
    add_to_reference_index = False
    form_fields: list[str] = []

    def get_form_class(self, for_update=False):
        return RoleMatrixForm

    def get_edit_handler(self):
        return None

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(**{"add_url_name": None, "delete_url_name": None, **kwargs})

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("edit/<int:pk>/", self.edit_view, name="edit"),
            path("history/<int:pk>/", self.history_view, name="history"),
            path("usage/<int:pk>/", self.usage_view, name="usage"),
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
