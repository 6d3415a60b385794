"""The catalogue as a buyer sees it: their products, at their agreement's prices, with stock and its age."""

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
from modules.catalog.remembered import remembered, sources
from modules.partners.models import Agreement


class CatalogView(PortalView):
    """What the catalogue's views share: the query, the agreement it names and its products."""

    permission = "catalog.view_product"
    query_serializer = CatalogQuery

    def asked(self, request) -> dict:
        """The checked query."""
        asked = self.query_serializer(data=request.GET)
        asked.is_valid(raise_exception=True)
        return asked.validated_data

    def agreement(self, request, query: dict) -> Agreement | None:
        """The agreement the query names; 400 for a foreign one exactly as for none at all."""
        try:
            return selectors.chosen_agreement(request.user, query.get("agreement"), timezone.localdate())
        except Agreement.DoesNotExist:
            raise Invalid(errors={"agreement": [_("There is no such agreement.")]}) from None


class ProductList(CatalogView):
    query_serializer = CatalogPageQuery

    @extend_schema(operation_id="catalogProductsList", parameters=[CatalogPageQuery], responses=CatalogPageSerializer)
    def get(self, request):
        """A page of products; without `agreement`, the caller's first one."""
        query, state = self.asked(request), sources()
        question = ("page", *sorted(query.items()))
        page = remembered(request.user, state, question, lambda: self.page(request, query))
        return Response(page | {"prices_at": state.ages["prices"], "stock_at": state.ages["stock"]})

    def page(self, request, query: dict) -> dict:
        agreement = self.agreement(request, query)
        products = pages.filtered(selectors.products_for(request.user, agreement), query)
        return pages.product_page(products, agreement, query) | {"agreement": _agreement(agreement)}


class ProductDetail(CatalogView):
    @extend_schema(operation_id="catalogProductsRetrieve", parameters=[CatalogQuery], responses=ProductDetailSerializer)
    def get(self, request, pk: int):
        """One product with its texts and its stock by warehouse."""
        agreement = self.agreement(request, self.asked(request))
        try:
            return Response(pages.product_detail(selectors.products_for(request.user, agreement), agreement, pk))
        except Product.DoesNotExist:
            raise NotFound from None


class FacetList(CatalogView):
    @extend_schema(operation_id="catalogFacetsRetrieve", parameters=[CatalogQuery], responses=FacetsSerializer)
    def get(self, request):
        """Groups and lines with the number of products each would show."""
        query = self.asked(request)
        question = ("facets", *sorted(query.items()))
        return Response(remembered(request.user, sources(), question, lambda: self.facets(request, query)))

    def facets(self, request, query: dict) -> dict:
        return pages.facets(selectors.products_for(request.user, self.agreement(request, query)), query)


def _agreement(agreement: Agreement | None) -> dict | None:
    if agreement is None:
        return None
    currency = agreement.price_currency
    return {
        "id": agreement.pk,
        "name": agreement.name,
        "number": agreement.number,
        "currency": currency and currency.code,
    }
