"""A client sees the products of their agreements and nothing else."""

from django.utils.translation import gettext_lazy as _

from cms.access.axes import axis
from cms.access.permissions import permission
from cms.access.scopes import NOT_APPLICABLE, Scope
from modules.catalog.models import Product, ProductLine
from modules.partners.rules import DEFAULT

PRODUCTS = Scope(
    Product,
    own=NOT_APPLICABLE,
    region="segments__agreements__partner__region",
    partner="segments__agreements__partner",
    contract="segments__agreements__contract",
    product_line="line",
    carrier=NOT_APPLICABLE,
)

axis("product_line", ProductLine, _("Product line"))

permission("catalog.view_product", PRODUCTS, _("See products, prices and stock"), default=DEFAULT)
