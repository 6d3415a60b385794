"""The base of every business screen in the Wagtail admin: scoped in its listing and at every address."""

from functools import wraps

from django.contrib.admin.utils import quote
from django.contrib.auth import get_user_model
from django.http import Http404
from django.template.defaultfilters import yesno
from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import ModelAdminURLFinder
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permissions import register_permission_policy

from cms.access import axes
from cms.access.checks import allows, visible
from cms.exports import SafeExportMixin


class AccessPolicy(BasePermissionPolicy):
    """Wagtail's question "may this user …?" answered by our declarations.

    `actions` maps Wagtail's action ("view", "add", "change", "delete") to a permission's name; an
    action that is not named is nobody's.
    """

    def __init__(self, model, **actions: str) -> None:
        super().__init__(model)
        self.actions = actions

    def user_has_permission(self, user, action) -> bool:
        return action in self.actions and allows(user, self.actions[action])

    def user_has_permission_for_instance(self, user, action, instance) -> bool:
        return action in self.actions and allows(user, self.actions[action], instance)

    def instances_user_has_any_permission_for(self, user, actions):
        found = self.model._default_manager.none()
        for action in actions:
            if action in self.actions:
                found |= visible(self.model._default_manager.all(), user, self.actions[action])
        return found

    def users_with_any_permission(self, actions):
        names = [self.actions[action] for action in actions if action in self.actions]
        held = {"groups__role__levels__permission__in": names, "groups__role__levels__level__gt": 0}
        return get_user_model().objects.filter(is_active=True, **held).distinct()


class ScopedIndexView(SafeExportMixin, generic.IndexView):
    """A listing, its search, filters and export over the visible rows only; an export goes on record."""

    view_permission = ""

    def get_base_queryset(self):
        return visible(super().get_base_queryset(), self.request.user, self.view_permission)


class ScopedInspectView(generic.InspectView):
    """A row's page. Where the row is one that grants lead to, it says who may reach it."""

    def get_field_display_value(self, field_name, field):
        value = super().get_field_display_value(field_name, field)
        return yesno(value) if isinstance(value, bool) else value

    @property
    def header_buttons(self) -> list:
        axis = next((axis for axis in axes.declared() if axis.model is self.model and axis.scope), None)
        if axis is None or not allows(self.request.user, "access.manage_grants"):
            return []
        address = reverse("access_reach", args=[axis.name, self.object.pk])
        return [HeaderButton(_("Who has access"), url=address, icon_name="group")]


class ScopedViewSet(ModelViewSet):
    """A read-only screen over `model`: a listing and a page for each row.

    `view_permission` decides both. Rows of 1C are not edited here, so nothing else is mounted; a
    subclass that edits adds its addresses in `get_urlpatterns`, and each one with a `pk` is guarded.
    """

    view_permission = ""
    index_view_class = ScopedIndexView
    inspect_view_class = ScopedInspectView
    inspect_view_enabled = True
    add_to_reference_index = False
    copy_view_enabled = False
    list_per_page = 50

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(
            **{
                "view_permission": self.view_permission,
                "add_url_name": None,
                "edit_url_name": None,
                "delete_url_name": None,
                "history_url_name": None,
                "usage_url_name": None,
                **kwargs,
            }
        )

    def construct_view(self, view_class, **kwargs):
        view = super().construct_view(view_class, **kwargs)

        @wraps(view)
        def guarded(request, *args, **kwargs):
            if "pk" in kwargs:
                self.require_visible(request.user, kwargs["pk"])
            return view(request, *args, **kwargs)

        return guarded

    def require_visible(self, user, pk) -> None:
        """Http404 for a foreign row as for one that does not exist."""
        if not visible(self.model._default_manager.filter(pk=pk), user, self.view_permission).exists():
            raise Http404

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path(f"inspect/<{self.pk_path_converter}:pk>/", self.inspect_view, name="inspect"),
        ]

    @property
    def url_finder_class(self):
        """Wagtail asks for a row's address; there is one to look at, for whoever sees the row."""
        inspect, view_permission = self.get_url_name("inspect"), self.view_permission

        class ScopedURLFinder(ModelAdminURLFinder):
            def get_edit_url(self, instance):
                seen = self.user is not None and allows(self.user, view_permission, instance)
                return reverse(inspect, args=[quote(instance.pk)]) if seen else None

        return ScopedURLFinder

    def get_permissions_to_register(self):
        """None: these screens obey the matrix, not Django's model permissions."""
        return []

    def on_register(self):
        register_permission_policy(self.model, AccessPolicy(self.model, view=self.view_permission))
        super().on_register()
