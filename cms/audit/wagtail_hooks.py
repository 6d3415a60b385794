"""The log's place in the Wagtail admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.access.checks import allows
from cms.audit import views


class LogMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return allows(request.user, views.VIEW)


@hooks.register("register_admin_urls")
def log_urls():
    """Two addresses to read at and none to write at."""
    return [
        path("reports/audit/", views.EntryListView.as_view(), name="audit_log"),
        path("reports/audit/results/", views.EntryListView.as_view(results_only=True), name="audit_log_results"),
        path("reports/audit/<int:pk>/", views.EntryView.as_view(), name="audit_entry"),
    ]


@hooks.register("register_reports_menu_item")
def log_menu_item():
    return LogMenuItem(_("Audit log"), reverse("audit_log"), name="audit", icon_name="history", order=200)
