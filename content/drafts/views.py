"""Links to drafts in the Wagtail admin: those of one page, made and withdrawn there, and a report of all that work."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports.base import ReportView
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from cms.access.choosers import contains
from content.drafts.forms import DraftLinkForm
from content.drafts.services import address_of, draft_link_make, draft_link_revoke
from content.models import DraftLink, PortalPage


class PageDraftLinksView(WagtailAdminTemplateMixin, TemplateView):
    """Form and list of one page's links, for those who may edit the page."""

    template_name = "content/admin/draft_links.html"
    page_title = gettext_lazy("Links to the draft")
    header_icon = "link"

    def dispatch(self, request: HttpRequest, page_id: int, *args, **kwargs) -> HttpResponse:
        self.page = _page_of(request, page_id)
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict]:
        edit = {"url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]), "label": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), edit, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict:
        kwargs.setdefault("form", DraftLinkForm(page=self.page))
        links = DraftLink.objects.working().filter(page=self.page).select_related("page__locale", "revision", "made_by")
        return super().get_context_data(**kwargs) | {
            "page": self.page,
            "links": [(link, address_of(link)) for link in links],
        }

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = DraftLinkForm(request.POST, page=self.page)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        draft_link_make(page=self.page, user=request.user, **form.cleaned_data)
        messages.success(request, _("The link is made. Copy it below and send it to your colleague."))
        return redirect("draft_links", self.page.pk)


class DraftLinksReport(ReportView):
    """Every link that works, of pages the reader may edit."""

    model = DraftLink
    permission_policy = PagePermissionPolicy()
    any_permission_required = ["add", "change"]
    page_title = gettext_lazy("Links to drafts")
    header_icon = "link"
    index_url_name = "draft_links_report"
    index_results_url_name = "draft_links_report_results"
    default_ordering = "-made_at"
    is_searchable = True
    search_fields = ["page__title"]

    def get_base_queryset(self):
        pages = self.permission_policy.instances_user_has_permission_for(self.request.user, "change")
        return DraftLink.objects.working().filter(page__in=pages).select_related("page", "revision", "made_by")

    def search_queryset(self, queryset):
        return queryset.filter(contains("page__title", self.search_query)) if self.search_query else queryset

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("page", label=_("Page"), width="35%", get_url=links_of),
            Column("shows", label=_("Shows"), accessor=shows),
            UserColumn("made_by", label=_("Made by")),
            DateColumn("made_at", label=_("Made"), sort_key="made_at"),
            Column("expires_at", label=_("Works until"), accessor=until, sort_key="expires_at"),
            DateColumn("opened_at", label=_("Last opened"), sort_key="opened_at"),
        ]


@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a link at once."""
    link = get_object_or_404(DraftLink.objects.select_related("page"), pk=pk)
    if draft_link_revoke(link=link, user=request.user):
        messages.success(request, _("The link is withdrawn: it opens nothing any more."))
    return redirect("draft_links", link.page_id)


def shows(link: DraftLink) -> str:
    return _("one version") if link.revision_id else _("the latest draft")


def until(link: DraftLink) -> str:
    return date_format(localtime(link.expires_at), "SHORT_DATETIME_FORMAT")


def links_of(link: DraftLink) -> str:
    return reverse("draft_links", args=[link.page_id])


def _page_of(request: HttpRequest, page_id: int) -> PortalPage:
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, PortalPage) or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page
