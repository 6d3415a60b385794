"""Addresses of the platform; those of modules are found by filename."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpResponse
from django.urls import include, path, re_path
from wagtail.admin import urls as wagtail_admin_urls
from wagtail.api.v3.urls import api as wagtail_api
from wagtail.documents import urls as wagtail_documents_urls

from cms import modules
from cms.accounts.admin_door import to_the_portals_sign_in
from cms.accounts.api.views import PasswordRulesView, SessionView
from cms.api import handlers
from cms.metrics import views as metrics_views

handler400 = handlers.bad_request
handler403 = handlers.permission_denied
handler404 = handlers.page_not_found
handler500 = handlers.server_error

urlpatterns = [
    path("metrics", metrics_views.metrics),
    path("readyz", metrics_views.ready),
    path("healthz", lambda request: HttpResponse("ok", content_type="text/plain")),
    path("admin/login/", to_the_portals_sign_in),
    path("admin/", include("content.admin_urls")),
    path("admin/", include(wagtail_admin_urls)),
    path("documents/", include(wagtail_documents_urls)),
    path("api/v3/", wagtail_api.urls),
    path("api/exchange/v1/", include("integration.api.addresses")),
    path("api/v1/auth/", include("cms.accounts.api.auth")),
    path("api/v1/session/", SessionView.as_view()),
    path("api/v1/password-rules/", PasswordRulesView.as_view()),
    path("api/v1/", include("cms.api.urls")),
    path("api/v1/", include(modules.api_urls())),
    re_path(r"^api/v1/", handlers.no_such_address),
    path("", include("content.urls")),
    *i18n_patterns(path("", include("content.localized_urls"))),
]
