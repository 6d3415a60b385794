"""Addresses of the platform; those of modules are found by filename."""

from django.http import HttpResponse
from django.urls import include, path, re_path
from wagtail.admin import urls as wagtail_admin_urls

from cms import modules
from cms.api import handlers

handler400 = handlers.bad_request
handler403 = handlers.permission_denied
handler404 = handlers.page_not_found
handler500 = handlers.server_error

urlpatterns = [
    path("healthz", lambda request: HttpResponse("ok", content_type="text/plain")),
    path("admin/", include(wagtail_admin_urls)),
    path("api/v1/auth/", include("allauth.headless.urls")),
    path("api/v1/", include("cms.api.urls")),
    path("api/v1/", include(modules.api_urls())),
    re_path(r"^api/v1/", handlers.no_such_address),
    path("", include("content.urls")),
]
