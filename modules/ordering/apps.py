from django.utils.translation import gettext_lazy as _

from cms.modules import MenuEntry, PortalModule


class Ordering(PortalModule):
    name = "modules.ordering"
    title = verbose_name = _("Orders")
    requires = ("partners", "catalog")
    menu = (
        MenuEntry("order_new", _("New order"), "/cabinet/order/new", "plus", "ordering.place_order", order=20),
        MenuEntry("orders", _("My orders"), "/cabinet/orders", "orders", "ordering.view_order", order=30),
    )
