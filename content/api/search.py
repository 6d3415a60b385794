"""Search of the public site: asked anew each time, so it is counted apart from what is stored."""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from cms.api.pagination import LAST_PAGE, window_of
from cms.api.problems import Invalid
from cms.api.throttles import AddressThrottle
from cms.api.views import PUBLIC, PortalView
from content.api.views import LOCALE, locale_of
from content.search.searching import search_document
from content.search.words import LONGEST, SHORTEST, beginnings

PAGE_SIZE = 10


class SearchThrottle(AddressThrottle):
    name = "search"


class TextPartSerializer(serializers.Serializer):
    text = serializers.CharField()
    match = serializers.BooleanField()


class SearchResultSerializer(serializers.Serializer):
    """`title` and `excerpt` are plain text in parts; those that match are marked."""

    type = serializers.CharField()
    path = serializers.CharField()
    date = serializers.DateField(allow_null=True)
    title = TextPartSerializer(many=True)
    excerpt = TextPartSerializer(many=True)


class SearchResultsSerializer(serializers.Serializer):
    count = serializers.IntegerField()
    page = serializers.IntegerField()
    page_size = serializers.IntegerField()
    results = SearchResultSerializer(many=True)


class SearchView(PortalView):
    permission = PUBLIC
    authentication_classes: list = []
    throttle_classes = [SearchThrottle]
    http_method_names = ["get", "head"]

    @extend_schema(
        operation_id="content_search_list",
        parameters=[
            LOCALE,
            OpenApiParameter("q", str, required=True, description=f"From {SHORTEST} to {LONGEST} letters."),
            OpenApiParameter("page", int, description=f"From 1 to {LAST_PAGE}."),
            OpenApiParameter("page_size", int, description=f"{PAGE_SIZE} unless said otherwise."),
        ],
        responses=SearchResultsSerializer,
    )
    def get(self, request: Request) -> Response:
        """Pages of one language that have every word of `q` in some form, the best match first."""
        locale, window = locale_of(request), window_of(request, PAGE_SIZE)
        question = request.GET.get("q", "").strip()
        if not SHORTEST <= len(question) <= LONGEST or not beginnings(question, locale):
            text = _("Write from %(least)s to %(most)s letters.") % {"least": SHORTEST, "most": LONGEST}
            raise Invalid(errors={"q": [text]})
        return Response(search_document(question, locale, window.page, window.page_size))
