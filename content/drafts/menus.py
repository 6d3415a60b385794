"""Where links to drafts are found in the Wagtail admin: at every page, and among the reports."""

from collections.abc import Iterator

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from content.drafts import views

urls = [
    path("draft-links/<int:page_id>/", views.PageDraftLinksView.as_view(), name="draft_links"),
    path("draft-links/revoke/<int:pk>/", views.revoke, name="draft_link_revoke"),
    path("reports/draft-links/", views.DraftLinksReport.as_view(), name="draft_links_report"),
    path(
        "reports/draft-links/results/",
        views.DraftLinksReport.as_view(results_only=True),
        name="draft_links_report_results",
    ),
]


class ReportMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return PagePermissionPolicy().user_has_any_permission(request.user, ["add", "change"])


def report_menu_item() -> MenuItem:
    return ReportMenuItem(
        _("Links to drafts"), reverse("draft_links_report"), name="draft-links", icon_name="link", order=250
    )


def page_buttons(page: Page, user) -> Iterator[Button]:
    """For those who may edit the page."""
    if page.depth > 1 and page.permissions_for_user(user).can_edit():
        address = reverse("draft_links", args=[page.pk])
        yield Button(_("Link to the draft"), address, icon_name="link", priority=67)
