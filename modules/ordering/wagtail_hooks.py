"""All orders a member of staff may see, in the Wagtail admin."""

from wagtail import hooks

from cms.access.admin import ScopedViewSet
from modules.ordering.models import Order


class OrderViewSet(ScopedViewSet):
    model = Order
    view_permission = "ordering.view_order"
    icon = "list-ul"
    add_to_admin_menu = True
    menu_order = 320
    list_display = ["number", "onec_number", "partner", "author", "status", "total", "currency", "placed_at"]
    list_filter = ["status", "placed_at"]
    list_export = ["number", "onec_number", "partner", "author", "status", "total", "currency", "placed_at"]
    search_fields = ["number", "onec_number", "partner__name"]
    inspect_template_name = "ordering/admin/order.html"
    inspect_view_fields = [
        "number", "onec_number", "status", "onec_state", "reason", "partner", "counterparty", "contract", "agreement",
        "author", "total", "currency", "requested_date", "client_reference", "comment", "placed_at",
    ]  # fmt: skip


@hooks.register("register_admin_viewset")
def orders_screen():
    return OrderViewSet("orders")
