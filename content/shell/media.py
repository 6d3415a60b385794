"""Renditions of images, for installations without a proxy before them.

Nothing else of the media folder is served: originals carry what a camera wrote into them, and other uploads are
not for everybody.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

FOLDER = "images"
A_YEAR = 31_536_000


@require_safe
def rendition(request: HttpRequest, path: str) -> HttpResponseBase:
    """A rendition's name changes with its content, so it may be kept for ever."""
    response = serve(request, path, document_root=settings.MEDIA_ROOT / FOLDER)
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return response
