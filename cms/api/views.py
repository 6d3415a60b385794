"""The base of every view of the API: who may call it is declared, everything else follows from that.

    class OrderList(PortalView):
        permission = {"GET": "ordering.view_order", "POST": "ordering.place_order"}

A system check refuses to start with a view that declares nothing (cms/api/checks.py). A permission here is asked
without an object; objects come from `cms.access.checks.visible()`, so that an invisible one is a 404.
"""

from collections.abc import Callable
from functools import partial, wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import NotAuthenticated, NotFound
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from cms.access.checks import Refused, allows
from cms.access.holder import holder_of
from cms.api import conditional
from cms.api.errors import as_problem, plain_response_of
from cms.api.parsers import JSONParser
from cms.api.problems import Invalid
from cms.api.renderers import JSONRenderer
from cms.api.throttles import AccountThrottle, AddressThrottle, WriteThrottle, allowed

PUBLIC = "public"  # anybody, guests too
SIGNED_IN = "signed in"  # anybody with an account
SAFE = ("GET", "HEAD")
ANYTHING = "*/*"


class PortalView(APIView):
    """`permission`: PUBLIC, SIGNED_IN, the name of a permission, or one of these by method.

    `cache_control` goes with every read. `etag_source()` may be overridden to answer 304 before the work is done.
    """

    permission: str | dict[str, str]
    cache_control = conditional.PRIVATE
    metadata_class = None
    parser_classes = [JSONParser]
    permission_classes = []
    throttle_classes = [AddressThrottle, AccountThrottle, WriteThrottle]
    http_method_names = ["get", "post", "put", "patch", "delete", "head"]

    @classmethod
    def permission_of(cls, method: str) -> str:
        """What `method` needs; KeyError when a declaration by method does not name it."""
        declared = cls.permission
        return declared if isinstance(declared, str) else declared["GET" if method == "HEAD" else method]

    def etag_source(self, request: Request, *args, **kwargs) -> str | None:
        """Something that changes whenever the answer does and is cheaper than the answer; None: hash the body."""
        return None

    def initial(self, request: Request, *args, **kwargs) -> None:
        super().initial(request, *args, **kwargs)
        reject_null_characters(request)
        self._stop_if_current(request, *args, **kwargs)

    def check_permissions(self, request: Request) -> None:
        if request.method.lower() in self.http_method_names and hasattr(self, request.method.lower()):
            require_permission(request, self.permission_of(request.method))

    def perform_content_negotiation(self, request: Request, force: bool = False) -> tuple[BaseRenderer, str]:
        """DRF's own, which costs more than the rest of a small answer, only for who wants something particular."""
        simple = request.META.get("HTTP_ACCEPT", ANYTHING) in (ANYTHING, JSONRenderer.media_type)
        if simple and self.renderer_classes == [JSONRenderer] and "format" not in request.GET:
            return JSONRenderer(), JSONRenderer.media_type
        return super().perform_content_negotiation(request, force)

    def check_throttles(self, request: Request) -> None:
        throttles = self.get_throttles()
        if not allowed(throttles, request):
            self.throttled(request, max(throttle.wait() for throttle in throttles))

    def finalize_response(self, request: Request, response: HttpResponseBase, *args, **kwargs) -> HttpResponseBase:
        response = super().finalize_response(request, response, *args, **kwargs)
        if request.method not in SAFE:
            return response
        if etag := getattr(request, "known_etag", None):
            response.headers.setdefault("ETag", etag)
        finish = partial(conditional.finish, request, cache_control=self.cache_control)
        if hasattr(response, "add_post_render_callback"):
            response.add_post_render_callback(finish)
            return response
        return finish(response) or response

    def _stop_if_current(self, request: Request, *args, **kwargs) -> None:
        if request.method in SAFE and (source := self.etag_source(request, *args, **kwargs)) is not None:
            request.known_etag = conditional.etag_of(request, source)
            conditional.stop_if_current(request, request.known_etag)


def require_permission(request: HttpRequest | Request, needed: str) -> None:
    """Raise 401 for a guest and 403 for a user who lacks `needed`."""
    if needed == PUBLIC:
        return
    if needed != SIGNED_IN and holder_of(request.user).is_off(needed):
        raise NotFound(_("This part of the portal is switched off."))
    signed_in = request.user.is_authenticated
    if needed == SIGNED_IN and signed_in:
        return
    if needed != SIGNED_IN and allows(request.user, needed):
        return
    if not signed_in:
        raise _not_authenticated()
    raise Refused(needed)


def permitted(needed: str) -> Callable:
    """The same declaration for a plain Django view, where DRF would cost more than the work."""

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def guarded(request: HttpRequest, *args, **kwargs):
            try:
                require_permission(request, needed)
                return view(request, *args, **kwargs)
            except Exception as exception:
                problem = as_problem(exception)
                if problem is None:
                    raise
                return plain_response_of(problem)

        guarded.permission = needed
        return guarded

    return decorate


def reject_null_characters(request: HttpRequest | Request) -> None:
    """PostgreSQL cannot compare with a NUL: say 400 here rather than 500 there."""
    if "%00" in request.META.get("QUERY_STRING", ""):
        raise Invalid(_("The address holds a character that cannot be searched for."))


def _not_authenticated() -> NotAuthenticated:
    refusal = NotAuthenticated()
    refusal.auth_header = "Session"
    return refusal
