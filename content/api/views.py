"""Headless delivery of the public pages. DRF describes the views and words refusals; answers go out before it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request

from cms.api.conditional import is_current
from cms.api.pagination import LAST_PAGE, window_of
from cms.api.problems import Invalid, Problem
from cms.api.views import PUBLIC, SAFE, PortalView
from content.api.serializers import ContentPageSerializer, MenuLinkSerializer, NewsListSerializer
from content.delivery import answers, store
from content.delivery.documents import NEWS_PAGE_SIZE
from content.delivery.public import LANGUAGES
from content.delivery.store import Answer

CACHE_CONTROL = "public, no-cache"  # may be kept by anybody, asked about each time
LOCALE = OpenApiParameter("locale", str, required=True, enum=LANGUAGES)
PAGE = OpenApiParameter("page", int, description=f"From 1 to {LAST_PAGE}.")
PAGE_SIZE = OpenApiParameter("page_size", int, description=f"{NEWS_PAGE_SIZE} unless said otherwise.")


class PublicDocument(PortalView):
    """An answer that is the same for everybody: neither the session nor the caller's language is looked at."""

    permission = PUBLIC
    authentication_classes: list = []
    http_method_names = ["get", "head"]

    def key(self, request: HttpRequest) -> str:
        """Key of the answer in the store; raises Invalid for parameters that make no sense."""
        raise NotImplementedError

    def make(self, request: HttpRequest) -> Answer | None:
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        answer = self.answer(request) if request.method in SAFE else None
        return respond(request, answer) if answer else super().dispatch(request, *args, **kwargs)

    def answer(self, request: HttpRequest) -> Answer | None:
        try:
            key = self.key(request)
        except Problem:
            return None  # get() meets the same problem and says so in the portal's way
        return store.held_or_made(key, lambda: self.make(request))

    def get(self, request: Request) -> HttpResponse:
        """Only what has no answer comes this far."""
        self.key(request)
        raise Http404


class PageView(PublicDocument):
    @extend_schema(
        operation_id="content_page_retrieve",
        parameters=[OpenApiParameter("path", str, required=True, description='As of "/ru/news/x/".')],
        responses=ContentPageSerializer,
    )
    def get(self, request: Request) -> HttpResponse:
        """The page at an address of the site, in the language the address names."""
        return super().get(request)

    def key(self, request: HttpRequest) -> str:
        if not (path := request.GET.get("path")):
            raise Invalid(errors={"path": [_("This value is needed.")]})
        return answers.page_key(path)

    def make(self, request: HttpRequest) -> Answer | None:
        return answers.page_answer(request.GET["path"])


class NewsView(PublicDocument):
    @extend_schema(operation_id="content_news_list", parameters=[LOCALE, PAGE, PAGE_SIZE], responses=NewsListSerializer)
    def get(self, request: Request) -> HttpResponse:
        """News of one language, latest first."""
        return super().get(request)

    def key(self, request: HttpRequest) -> str:
        return answers.news_key(*self._wanted(request))

    def make(self, request: HttpRequest) -> Answer:
        return answers.news_answer(*self._wanted(request))

    def _wanted(self, request: HttpRequest) -> tuple[str, int, int]:
        window = window_of(request, NEWS_PAGE_SIZE)
        return locale_of(request), window.page, window.page_size


class MenuView(PublicDocument):
    @extend_schema(operation_id="content_menu_list", parameters=[LOCALE], responses=MenuLinkSerializer(many=True))
    def get(self, request: Request) -> HttpResponse:
        """The site's menu in one language."""
        return super().get(request)

    def key(self, request: HttpRequest) -> str:
        return answers.menu_key(locale_of(request))

    def make(self, request: HttpRequest) -> Answer:
        return answers.menu_answer(locale_of(request))


def locale_of(request: HttpRequest) -> str:
    """The locale asked for; Invalid when the site has none such."""
    locale = request.GET.get("locale", "")
    if locale not in LANGUAGES:
        raise Invalid(errors={"locale": [_("The site has no such language.")]})
    return locale


def respond(request: HttpRequest, answer: Answer) -> HttpResponse:
    """200 with the answer, or 304 for who has it."""
    headers = {"ETag": answer.etag, "Cache-Control": CACHE_CONTROL}
    if request.META.get("HTTP_IF_NONE_MATCH") == answer.etag or is_current(request, answer.etag):
        return HttpResponse(status=304, headers=headers)
    return HttpResponse(answer.body, content_type="application/json", headers=headers)
