"""Headless delivery of the public pages: what can be asked for. Answers are given by early.py; DRF words refusals."""

import re

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
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
from content.delivery.listed import PAGE_SIZE as NEWS_PAGE_SIZE
from content.delivery.listed import Wanted
from content.delivery.news import news_document
from content.delivery.public import LANGUAGES
from content.delivery.store import Answer

LOCALE = OpenApiParameter("locale", str, required=True, enum=LANGUAGES)
PAGE = OpenApiParameter("page", int, description=f"From 1 to {LAST_PAGE}.")
PAGE_SIZE = OpenApiParameter("page_size", int, description=f"{NEWS_PAGE_SIZE} unless said otherwise.")
NEWS_FILTERS = [
    OpenApiParameter("rubric", str, description="Slug of a rubric."),
    OpenApiParameter("tag", str, description="Slug of a tag."),
    OpenApiParameter("year", int),
    OpenApiParameter("q", str, description="Words to find."),
]
LONGEST_WORDS = 100


class PublicDocument(PortalView):
    """An answer that is the same for everybody: neither the session nor the caller's language is looked at."""

    permission = PUBLIC
    authentication_classes: list = []
    http_method_names = ["get", "head"]

    def key(self, request: HttpRequest) -> str | None:
        """Key of the answer in the store; None for one that is not worth keeping. Invalid for what makes no sense."""
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
    @extend_schema(
        operation_id="content_news_list",
        parameters=[LOCALE, PAGE, PAGE_SIZE, *NEWS_FILTERS],
        responses=NewsListSerializer,
    )
    def get(self, request: Request) -> HttpResponse:
        """News of one language: pinned ones, then the latest first; narrowed by rubric, tag, year and words."""
        wanted = wanted_of(request)
        return Response(news_document(wanted)) if wanted.words else super().get(request)

    def key(self, request: HttpRequest) -> str | None:
        wanted = wanted_of(request)
        return None if wanted.words else answers.news_key(wanted)

    def make(self, request: HttpRequest) -> Answer:
        return answers.news_answer(wanted_of(request))


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


def wanted_of(request: HttpRequest) -> Wanted:
    """The list of news asked for; Invalid for parameters that make no sense."""
    window, given = window_of(request, NEWS_PAGE_SIZE), request.GET
    year, errors = given.get("year", ""), {}
    if year and not re.fullmatch("(19|20)[0-9]{2}", year):
        errors["year"] = [_("A year has four digits, as 2026.")]
    for name in ("rubric", "tag"):
        if _is_no_slug(given, name):
            errors[name] = [_("This is no rubric or tag of an address.")]
    if len(words := given.get("q", "").strip()) > LONGEST_WORDS or "\0" in words:
        errors["q"] = [_("Too long to be searched for.")]
    if errors:
        raise Invalid(errors=errors)
    filters = {"rubric": given.get("rubric", ""), "tag": given.get("tag", ""), "year": int(year or 0), "words": words}
    return Wanted(locale_of(request), window.page, window.page_size, **filters)


def _is_no_slug(given: QueryDict, name: str) -> bool:
    return bool(given.get(name)) and not re.fullmatch(r"[-\w]{1,100}", given[name])


def locale_of(request: HttpRequest) -> str:
    """The locale asked for; Invalid when the site has none such."""
    locale = request.GET.get("locale", "")
    if locale not in LANGUAGES:
        raise Invalid(errors={"locale": [_("The site has no such language.")]})
    return locale


BY_NAME = {"content-page": PageView, "content-news": NewsView, "content-menu": MenuView, "content-site": SiteView}
