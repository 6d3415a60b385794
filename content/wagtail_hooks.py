"""What the content package changes in Wagtail and its admin."""

from django import forms
from django.http import Http404, HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms.workflows import WorkflowPageForm
from wagtail.admin.paginator import WagtailPaginator
from wagtail.contrib.redirects.forms import RedirectForm
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.models import Page, Site
from wagtail.sites.views import IndexView as SitesView
from wagtail.snippets.models import register_snippet

from content import approvers, choosing
from content.borders import ask_before_moving, close_admin_api, close_reports_menu, say_it_is_final
from content.delivery.files import is_for_everybody
from content.drafts import menus as draft_menus
from content.page_links import register as register_page_links
from content.snippets import SiteGroup
from content.translation import hooks as translation_hooks  # noqa: F401  (registers its own)

register_snippet(SiteGroup)

# Wagtail heads these columns of the list of sites with the fields' names in the code, in English in every language.
for column in SitesView.columns:
    if column.name in ("port", "site_name", "root_page"):
        column.label = capfirst(Site._meta.get_field(column.name).verbose_name)

# Wagtail's field takes whole addresses alone. What is refused, the model says (content/links.py).
RedirectForm.base_fields["redirect_link"] = forms.CharField(
    label=capfirst(Redirect._meta.get_field("redirect_link").verbose_name),
    required=False,
    max_length=255,
    help_text=_("An address of this site (/ru/news/) or a whole one (https://…)."),
)
WorkflowPageForm.base_fields["page"].label = _("Page")

# "2 page log entries": no language but English has one plural for every number.
WagtailPaginator.items_count_label = property(lambda paginator: _("Total: %(count)s") % {"count": paginator.count})

approvers.name_roles()
choosing.take_over()
hooks.register("construct_page_chooser_queryset", choosing.with_status)


@hooks.register("register_admin_urls")
def draft_link_urls() -> list:
    return draft_menus.urls


@hooks.register("register_reports_menu_item")
def draft_links_menu_item():
    return draft_menus.report_menu_item()


@hooks.register("register_page_header_buttons")
def draft_link_header_button(page: Page, user, view_name: str, next_url: str | None = None):
    return draft_menus.page_buttons(page, user)


@hooks.register("register_page_listing_more_buttons")
def draft_link_listing_button(page: Page, user, next_url: str | None = None):
    return draft_menus.page_buttons(page, user)


hooks.register("register_rich_text_features", register_page_links, order=1)  # after Wagtail's own
hooks.register("construct_admin_api", close_admin_api, order=1)  # after Wagtail's own
hooks.register("before_move_page", ask_before_moving)
hooks.register("before_delete_page", say_it_is_final)
hooks.register("construct_reports_menu", close_reports_menu)


@hooks.register("before_serve_document")
def keep_documents_from_strangers(document: Document, request: HttpRequest) -> None:
    """What no public page offers is there for those who work in the admin; for others it does not exist."""
    if not is_for_everybody(document) and not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
