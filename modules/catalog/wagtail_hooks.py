"""Products in the Wagtail admin, read-only: their truth is in 1C."""

from wagtail import hooks

from cms.access.admin import ScopedViewSet
from modules.catalog.models import Product


class ProductViewSet(ScopedViewSet):
    model = Product
    view_permission = "catalog.view_product"
    icon = "site"
    add_to_admin_menu = True
    menu_order = 310
    list_display = ["name", "article", "group", "line", "kind", "synced_at"]
    list_filter = ["kind", "deleted"]
    search_fields = ["search", "name"]
    inspect_view_fields = [
        "name", "full_name", "article", "code", "kind", "group", "line", "unit", "vat_rate", "description",
        "ref", "synced_at", "deleted",
    ]  # fmt: skip


@hooks.register("register_admin_viewset")
def products_screen():
    return ProductViewSet("products")
