"""All claims a member of staff may see, in the Wagtail admin."""

from wagtail import hooks

from cms.access.admin import ScopedViewSet
from modules.claims.models import Claim


class ClaimViewSet(ScopedViewSet):
    model = Claim
    view_permission = "claims.view_claim"
    icon = "warning"
    add_to_admin_menu = True
    menu_order = 330
    list_display = ["subject", "number", "kind", "partner", "order", "status", "author", "registered_at"]
    list_filter = ["status", "kind", "registered_at"]
    list_export = ["number", "subject", "kind", "partner", "contract", "order", "status", "author", "registered_at"]
    search_fields = ["number", "subject", "partner__name", "order__number"]
    inspect_template_name = "claims/admin/claim.html"
    inspect_view_fields = [
        "subject", "number", "status", "kind", "partner", "counterparty", "contract", "order", "author", "text",
        "answer", "reason", "registered_at", "deleted",
    ]  # fmt: skip


@hooks.register("register_admin_viewset")
def claims_screen():
    return ClaimViewSet("claims")
