"""Addresses of Wagtail's admin that are answered before Wagtail's own; the same names lead to them."""

from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.utils.urlpatterns import decorate_urlpatterns

from content.borders import WholeSitePageTypes

urlpatterns = decorate_urlpatterns(
    [
        path("reports/page-types-usage/", WholeSitePageTypes.as_view()),
        path("reports/page-types-usage/results/", WholeSitePageTypes.as_view(results_only=True)),
    ],
    require_admin_access,
)
