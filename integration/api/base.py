"""What every address of the exchange service has in common: token, limits, log line, form of answers."""

import logging
import time

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed, NotAuthenticated, ParseError, UnsupportedMediaType
from rest_framework.parsers import BaseParser
from rest_framework.request import Request
from rest_framework.views import APIView

from cms.api.problems import Problem, TooLarge
from cms.api.renderers import JSONRenderer
from cms.api.throttles import AddressThrottle, WindowThrottle, allowed
from integration import json_text
from integration.api import errors, tokens

log = logging.getLogger("integration.api")

SCHEME = "Token"


class TokenAuthentication(BaseAuthentication):
    """`Authorization: Token <text>`. A session does not count: `request.user` is nobody, `request.auth` the token."""

    def authenticate(self, request: Request):
        scheme, _space, text = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme.lower() != SCHEME.lower() or not text.strip():
            return None
        token = tokens.token_of(text.strip())
        if token is None:
            raise AuthenticationFailed(_("The token is unknown, expired or revoked."), code="token")
        tokens.note_use(token)
        return AnonymousUser(), token

    def authenticate_header(self, request: Request) -> str:
        return SCHEME


class TokenThrottle(WindowThrottle):
    """Requests a minute of one token."""

    name = "exchange"

    def caller(self, request: Request) -> str | None:
        return str(request.auth.pk) if request.auth else None


class BodyParser(BaseParser):
    """JSON as 1C writes it: a BOM and raw control characters do no harm. At most EXCHANGE_MAX_BODY bytes."""

    media_type = "application/json"

    def parse(self, stream, media_type=None, parser_context=None) -> object:
        limit = settings.EXCHANGE_MAX_BODY
        content = stream.read(limit + 1)
        if len(content) > limit:
            raise TooLarge(_("The request is larger than %(limit)s bytes. Send fewer objects.") % {"limit": limit})
        try:
            return json_text.read(content)
        except ValueError as error:
            raise ParseError(_("The body is not valid JSON.")) from error


class ExchangeView(APIView):
    """Base of the service's views. `request.token` is the caller's ExchangeToken."""

    authentication_classes = [TokenAuthentication]
    permission_classes = []
    parser_classes = [BodyParser]
    renderer_classes = [JSONRenderer]
    metadata_class = None
    schema = None
    http_method_names = ["get", "post", "head"]

    def get_exception_handler(self):
        return errors.handle

    def initial(self, request: Request, *args, **kwargs) -> None:
        """The address is counted before the token is looked up, so that guessing costs the guesser."""
        request.began = time.monotonic()
        self._count(AddressThrottle(), request)
        self.format_kwarg = None
        request.accepted_renderer, request.accepted_media_type = JSONRenderer(), JSONRenderer.media_type
        self.perform_authentication(request)
        if request.auth is None:
            refusal = NotAuthenticated(_("A token is needed: Authorization: Token …"), code="token")
            refusal.auth_header = SCHEME
            raise refusal
        request.token = request.auth
        self._count(TokenThrottle(), request)

    def _count(self, throttle: WindowThrottle, request: Request) -> None:
        if not allowed([throttle], request):
            wait = {"Retry-After": f"{throttle.wait():.0f}"}
            raise Problem(_("Too many requests. Come again later."), code="too_many", status=429, headers=wait)

    def finalize_response(self, request: Request, response, *args, **kwargs):
        response = super().finalize_response(request, response, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "no-store" if request.method == "POST" else "private, no-cache")
        token = getattr(request, "token", None)
        log.info(
            "%s %s by %s: %s, %.0f ms",
            request.method,
            request.path,
            f"token {token.pk}" if token else "nobody",
            response.status_code,
            (time.monotonic() - getattr(request, "began", time.monotonic())) * 1000,
        )
        return response


def require_scope(request: Request, allowed_to: bool, entity: str) -> None:
    """403 for a token whose scopes do not name the entity."""
    if not allowed_to:
        message = _("The token's scopes do not include this for “%(entity)s”.") % {"entity": entity}
        raise Problem(message, code="scope", status=403)


def body_of(request: Request) -> dict:
    """The request's JSON object. Raises 400, 413 and 415 as the contract words them."""
    try:
        found = request.data
    except UnsupportedMediaType as error:
        raise Problem(_("The body has to be application/json."), code="media_type", status=415) from error
    if not isinstance(found, dict):
        raise Problem(_('A body like {"items": […]} was expected.'), code="format")
    return found
