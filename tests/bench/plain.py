"""Addresses of plain Wagtail: API v2 with the fields that a list and an item of ours show, and API v3.

Neither makes pictures nor resolves links inside of the text, so both do less than the portal's own documents.
"""

from django.http import HttpResponse
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.api import APIField
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet

from content.models import NewsPage

NewsPage.api_fields = [APIField(name) for name in ("lead", "date", "cover", "cover_alt", "body")]

from wagtail.api.v3.urls import api  # noqa: E402  it reads the fields when it is imported

router = WagtailAPIRouter("v2")
router.register_endpoint("pages", PagesAPIViewSet)

urlpatterns = [
    path("healthz", lambda request: HttpResponse("ok")),
    path("api/v2/", router.urls),
    path("api/v3/", api.urls),
    path("", include(wagtail_urls)),
]
