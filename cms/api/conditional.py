"""Conditional requests: an ETag on every read, 304 for what the caller has already, If-Match before a write.

An ETag never travels between people who may see different things: the fingerprint of the caller's access and the
language are part of it. It is weak, because the same answer may go out compressed.
"""

from collections.abc import Callable
from hashlib import blake2b
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.access.holder import holder_of
from cms.api.problems import PreconditionFailed, Problem

PRIVATE = "private, no-cache"


class NotModified(Exception):
    """The caller has the current answer; `response` is the 304."""

    def __init__(self, etag: str) -> None:
        # Not Django's text/html: a 304's headers replace those of the answer the browser keeps.
        self.response = HttpResponse(status=304, headers={"ETag": etag, "Content-Type": "application/json"})
        super().__init__(etag)


def etag_of(request: HttpRequest, source: str | bytes) -> str:
    """The ETag of `source` (a body, or anything that changes with it) for this caller in this language."""
    digest = blake2b(digest_size=12)
    for part in (holder_of(request.user).fingerprint, str(request.user.pk), get_language() or "", source):
        digest.update(part if isinstance(part, bytes) else part.encode())
        digest.update(b"\0")
    return f'W/"{digest.hexdigest()}"'


def is_current(request: HttpRequest, etag: str) -> bool:
    """Whether If-None-Match names this ETag; weak comparison."""
    header = request.META.get("HTTP_IF_NONE_MATCH")
    return bool(header) and _names(header, etag)


def stop_if_current(request: HttpRequest, etag: str) -> None:
    """Raise NotModified before the work is done, when the caller has its result."""
    if is_current(request, etag):
        raise NotModified(etag)


def require_match(
    request: HttpRequest, etag: str, current: Callable[[], Any] | None = None, *, required: bool = False
) -> None:
    """Raise 412 with the current state unless If-Match names `etag`; 428 when `required` and there is none."""
    header = request.META.get("HTTP_IF_MATCH")
    if not header:
        if required:
            raise Problem(_("Say which version you are changing: If-Match."), code="if_match_required", status=428)
        return
    if not _names(header, etag):
        raise PreconditionFailed(current=current() if current else None, headers={"ETag": etag})


def finish(request: HttpRequest, response: HttpResponseBase, cache_control: str) -> HttpResponse | None:
    """Put ETag, Cache-Control and Vary on a read's answer; the 304 in its place when the caller has it."""
    patch_headers(response, cache_control)
    if response.status_code != 200 or response.streaming:
        return None
    if not response.has_header("ETag"):
        response["ETag"] = etag_of(request, response.content)
    if not is_current(request, response["ETag"]):
        return None
    unchanged = NotModified(response["ETag"]).response
    patch_headers(unchanged, cache_control)
    return unchanged


def patch_headers(response: HttpResponseBase, cache_control: str) -> None:
    if not response.has_header("Cache-Control"):
        response["Cache-Control"] = cache_control
    patch_vary_headers(response, ["Cookie", "Accept-Language"])


def _names(header: str, etag: str) -> bool:
    given = parse_etags(header)
    return given == ["*"] or _opaque(etag) in map(_opaque, given)


def _opaque(etag: str) -> str:
    return etag.removeprefix("W/")
