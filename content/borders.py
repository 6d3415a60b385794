"""Where Wagtail's admin shows or asks more than the caller's rights: closed here."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.views.chooser import SnippetChooserViewSet

ANY_USE = ("add", "change", "delete", "choose")


class Usable:
    """Files that the caller may choose for a page or work on, instead of every file there is."""

    def get_queryset(self) -> QuerySet:
        policy = policy_registry.get_by_type(self.model)
        mine = policy.instances_user_has_any_permission_for(self.request.user, ANY_USE)
        return super().get_queryset().filter(pk__in=mine.order_by().values("pk"))


class OwnDocuments(Usable, DocumentsAdminAPIViewSet):
    pass


class OwnImages(Usable, ImagesAdminAPIViewSet):
    pass


class ChosenNowhere(SnippetChooserViewSet):
    """For snippets that no page points to: their chooser would show them, drafts too, to every editor."""

    def get_urlpatterns(self) -> list:
        return []


class WholeSitePageTypes(PageTypesUsageReportView):
    """It names the page of each type that was edited last, whosever that is: for those who edit them all."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not _edits_every_page(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


def close_reports_menu(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    if not _edits_every_page(request.user):
        menu_items[:] = [item for item in menu_items if item.name != "page-types-usage"]


def _edits_every_page(user) -> bool:
    policy = policy_registry.get_by_type(Page)
    return policy.user_has_permission_for_instance(user, "change", Page.get_first_root_node())


def close_admin_api(router) -> None:
    """In place of what Wagtail registers under the same names."""
    router.register_endpoint("documents", OwnDocuments)
    router.register_endpoint("images", OwnImages)


def say_it_is_final(request: HttpRequest, page: Page) -> None:
    """Wagtail asks whether to delete, not that nothing brings the page back."""
    if request.method == "GET":
        text = _("This is final: a deleted page cannot be restored. To take it off the site and keep it, unpublish it.")
        messages.warning(request, text)


def ask_before_moving(request: HttpRequest, page: Page, destination: Page) -> None:
    """Wagtail asks "Move it there?" before it looks whether the caller may."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied
