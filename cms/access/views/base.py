"""What the access screens share."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.access.checks import allows


class Permitted:
    """A view for whoever holds `permission` at any level."""

    permission = ""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not allows(request.user, self.permission):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class AccessView(Permitted, WagtailAdminTemplateMixin, TemplateView):
    """A page of the admin; `trail` leads to it: (address, title) each."""

    def trail(self) -> list[tuple[str, str]]:
        return []

    def get_breadcrumbs_items(self) -> list[dict]:
        steps = [{"url": url, "label": label} for url, label in self.trail()]
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, *steps, here]
