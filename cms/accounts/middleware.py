"""Which language a request is answered in."""

from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header


class LanguageMiddleware(LocaleMiddleware):
    """API: what the client says (Accept-Language), else the user's. Admin: the user's. Pages: by address.

    A 404 of the API stays one: Django would look for the same address below /ru/ and redirect there.
    """

    def process_request(self, request: HttpRequest) -> None:
        language = self._chosen(request)
        if language is None:
            super().process_request(request)
        else:
            translation.activate(language)
            request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if not _of_api(request):
            return super().process_response(request, response)
        patch_vary_headers(response, ["Accept-Language"])
        response.headers.setdefault("Content-Language", translation.get_language())
        return response

    def _chosen(self, request: HttpRequest) -> str | None:
        if _of_api(request):
            return _by_header(request) or _of_user(request)
        return _of_user(request) if request.path.startswith("/admin/") else None


def _of_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")


def _by_header(request: HttpRequest) -> str | None:
    for language, _weight in parse_accept_lang_header(request.META.get("HTTP_ACCEPT_LANGUAGE", "")):
        try:
            if language != "*":
                return translation.get_supported_language_variant(language)
        except LookupError:
            continue
    return None


def _of_user(request: HttpRequest) -> str | None:
    return request.user.language if request.user.is_authenticated else None
