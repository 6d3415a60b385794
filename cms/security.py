"""Headers that tell the browser how little to trust a page.

Pages of the portal run scripts of its own files only: no inline script, no eval. Styles may be inline, because the
design system writes them while it runs. The Wagtail admin has inline scripts of its own. What is no page at all (JSON,
uploaded files) may do nothing, should a browser ever show it as one.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse

PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"
# Players of the videos that editors may show; a reader's click asks for them.
PLAYERS = ["https://www.youtube-nocookie.com", "https://player.vimeo.com", "https://rutube.ru"]
NO_PAGE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"


class SecurityHeadersMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.page = policy(scripts="'self'")
        self.admin = policy(scripts="'self' 'unsafe-inline'")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 304:
            return response  # what the browser has came with them
        headers = response.headers
        headers.setdefault("Content-Security-Policy", self._policy_for(request, response))
        headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response

    def _policy_for(self, request: HttpRequest, response: HttpResponse) -> str:
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            return NO_PAGE
        return self.admin if request.path.startswith("/admin/") else self.page


def policy(*, scripts: str) -> str:
    """A policy whose pages speak to the portal and its event stream only."""
    parts = {
        "default-src": "'self'",
        "script-src": scripts,
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": f"'self' {_origin(settings.EVENTS_URL)}",
        "frame-src": f"'self' {' '.join(PLAYERS)}",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
