"""The catalogue as a buyer sees it: their products, at their agreement's prices, with stock and its age."""

from functools import lru_cache

from django.http import HttpResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.response import Response

from cms.api.problems import Invalid
from cms.api.views import PortalView
from modules.catalog import pages, selectors
from modules.catalog.api.serializers import (
    CatalogPageQuery,
    CatalogPageSerializer,
    CatalogQuery,
    FacetsSerializer,
    ProductDetailSerializer,
)
from modules.catalog.models import Product
from modules.catalog.remembered import etag_of, mark_of, remembered, sources
from modules.catalog.selectors import Terms
from modules.partners.models import Agreement


class CatalogView(PortalView):
    """What the catalogue's views share: the query, the agreement it names and its products."""

    permission = "catalog.view_product"
    query_serializer = CatalogQuery

    def asked(self, request) -> dict:
        """The checked query."""
        return _checked(self.query_serializer, request.META.get("QUERY_STRING", ""))

    def agreement(self, request, query: dict) -> Terms | None:
        """The agreement the query names; 400 for a foreign one exactly as for none at all."""
        try:
            return selectors.chosen_agreement(request.user, query.get("agreement"), timezone.localdate())
        except Agreement.DoesNotExist:
            raise Invalid(errors={"agreement": [_("There is no such agreement.")]}) from None


class KeptView(CatalogView):
    """Answers that are kept: `answer()` makes the one to `query`."""

    def etag_source(self, request) -> str | None:
        """Checks the query too: whoever asks nonsense is told so before anything else."""
        self.query, self.state = self.asked(request), sources()
        self.question = (type(self).__name__, *sorted(self.query.items()))
        self.mark = mark_of(self.state)
        return etag_of(request.user, self.mark, self.question)

    def kept(self, request) -> HttpResponse:
        body = remembered(request.user, self.mark, self.question, lambda: self.answer(request))
        return HttpResponse(body, content_type="application/json")


class ProductList(KeptView):
    query_serializer = CatalogPageQuery

    @extend_schema(operation_id="catalogProductsList", parameters=[CatalogPageQuery], responses=CatalogPageSerializer)
    def get(self, request):
        """A page of products; without `agreement`, the caller's first one."""
        return self.kept(request)

    def answer(self, request) -> dict:
        agreement = self.agreement(request, self.query)
        page = pages.product_page(request.user, agreement, self.query)
        ages = {"prices_at": self.state.ages["prices"], "stock_at": self.state.ages["stock"]}
        return page | {"agreement": _agreement(agreement)} | ages


class ProductDetail(CatalogView):
    @extend_schema(operation_id="catalogProductsRetrieve", parameters=[CatalogQuery], responses=ProductDetailSerializer)
    def get(self, request, pk: int):
        """One product with its texts and its stock by warehouse."""
        agreement = self.agreement(request, self.asked(request))
        try:
            return Response(pages.product_detail(selectors.products_for(request.user, agreement), agreement, pk))
        except Product.DoesNotExist:
            raise NotFound from None


class FacetList(KeptView):
    @extend_schema(operation_id="catalogFacetsRetrieve", parameters=[CatalogQuery], responses=FacetsSerializer)
    def get(self, request):
        """Groups and lines with the number of products each would show."""
        return self.kept(request)

    def answer(self, request) -> dict:
        return pages.facets(request.user, self.agreement(request, self.query), self.query)


@lru_cache(maxsize=1000)
def _checked(serializer: type[CatalogQuery], query_string: str) -> dict:
    """The same pages are asked for all day; what is wrong with a query is found anew, in the reader's language."""
    asked = serializer(data=QueryDict(query_string))
    asked.is_valid(raise_exception=True)
    return asked.validated_data


def _agreement(terms: Terms | None) -> dict | None:
    if terms is None:
        return None
    return {"id": terms.pk, "name": terms.name, "number": terms.number, "currency": terms.currency}
