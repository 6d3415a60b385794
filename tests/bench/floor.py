"""The floor: a bare Django view behind six middleware that gives the bytes it was told, or a 304 to who has them.

Served by granian with the portal's own options. What is left between it and the portal is the portal.
"""

import os
from functools import cache
from pathlib import Path

from django.conf import settings

settings.configure(
    SECRET_KEY="the floor has no secrets",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
)

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.urls import path  # noqa: E402

FOLDER = Path(os.environ["PORTAL_DATA"]) / "floor"


@cache
def body(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def answer(request: HttpRequest, name: str) -> HttpResponse:
    if etag := request.META.get("HTTP_IF_NONE_MATCH"):
        return HttpResponse(status=304, headers={"ETag": etag})
    _ = request.body  # what is left unread would cost the caller the connection
    return HttpResponse(body(name), content_type="application/json")


urlpatterns = [path("<name>", answer)]
application = get_wsgi_application()
