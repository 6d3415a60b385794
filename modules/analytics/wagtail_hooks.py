"""Sales plans a member of staff may see, in the Wagtail admin."""

from wagtail import hooks

from cms.access.admin import ScopedViewSet
from modules.analytics.models import SalesPlan


class PlanViewSet(ScopedViewSet):
    model = SalesPlan
    view_permission = "analytics.view_plan"
    icon = "calendar-check"
    add_to_admin_menu = True
    menu_order = 350
    list_display = ["number", "partner", "period_start", "period_end", "status", "author", "date"]
    list_filter = ["status", "deleted"]
    search_fields = ["number", "partner__name", "comment"]
    inspect_view_fields = [
        "number", "date", "partner", "period_start", "period_end", "status", "comment", "author", "reason", "synced_at",
        "deleted",
    ]  # fmt: skip


@hooks.register("register_admin_viewset")
def plans_screen():
    return PlanViewSet("plans")
