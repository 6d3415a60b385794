"""Addresses of the platform; those of modules are found by filename."""

from django.http import HttpResponse
from django.urls import include, path
from wagtail.admin import urls as wagtail_admin_urls

from cms import modules

urlpatterns = [
    path("healthz", lambda request: HttpResponse("ok", content_type="text/plain")),
    path("admin/", include(wagtail_admin_urls)),
    path("api/v1/auth/", include("allauth.headless.urls")),
    path("api/v1/", include(modules.api_urls())),
    path("", include("content.urls")),
]
