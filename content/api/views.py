"""Headless delivery of the public pages: what can be asked for. Answers are given by early.py; DRF words refusals."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, PolymorphicProxySerializer, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer

from cms.api.pagination import LAST_PAGE, window_of
from cms.api.problems import Invalid
from cms.api.views import PUBLIC, SIGNED_IN, PortalView
from content.api.serializers import (
    MenuLinkSerializer,
    NewsListSerializer,
    PageMovedSerializer,
    SiteBannerSerializer,
    SiteSerializer,
)
from content.audience import roles_of
from content.delivery import answers, kinds
from content.delivery.banners import banners_of
from content.delivery.documents import NEWS_PAGE_SIZE
from content.delivery.public import LANGUAGES
from content.delivery.store import Answer

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

    def get(self, request: Request) -> HttpResponse:
        """Only what has no answer comes this far."""
        self.key(request)
        raise Http404


def _of_a_page() -> dict[str, type[Serializer]]:
    return {**kinds.schemas(), "redirect": PageMovedSerializer}


class PageView(PublicDocument):
    @extend_schema(
        operation_id="content_page_retrieve",
        parameters=[OpenApiParameter("path", str, required=True, description='As of "/ru/news/x/".')],
        responses=PolymorphicProxySerializer("ContentPage", _of_a_page, resource_type_field_name="type"),
    )
    def get(self, request: Request) -> HttpResponse:
        """The page at an address of the site, in the language the address names, or where it has gone."""
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


class SiteView(PublicDocument):
    @extend_schema(operation_id="content_site", parameters=[LOCALE], responses=SiteSerializer)
    def get(self, request: Request) -> HttpResponse:
        """What is around every page: menus, contacts, the legal line, banners for everybody."""
        return super().get(request)

    def key(self, request: HttpRequest) -> str:
        return answers.site_key(locale_of(request))

    def make(self, request: HttpRequest) -> Answer:
        return answers.site_answer(locale_of(request))


class BannersView(PortalView):
    permission = SIGNED_IN
    http_method_names = ["get", "head"]

    @extend_schema(operation_id="content_banners_list", parameters=[LOCALE], responses=SiteBannerSerializer(many=True))
    def get(self, request: Request) -> Response:
        """Banners for the caller's roles; those for everybody come with the site."""
        return Response(banners_of(roles_of(request.user), locale_of(request)).banners)


def locale_of(request: HttpRequest) -> str:
    """The locale asked for; Invalid when the site has none such."""
    locale = request.GET.get("locale", "")
    if locale not in LANGUAGES:
        raise Invalid(errors={"locale": [_("The site has no such language.")]})
    return locale


BY_NAME = {"content-page": PageView, "content-news": NewsView, "content-menu": MenuView, "content-site": SiteView}
