from django.utils.translation import gettext_lazy as _

from cms.modules import MenuEntry, PortalModule


class Catalog(PortalModule):
    name = "modules.catalog"
    title = verbose_name = _("Catalogue")
    requires = ("partners",)
    menu = (MenuEntry("catalog", _("Catalogue"), "/cabinet/catalog", "catalog", "catalog.view_product", order=10),)

    def ready(self) -> None:
        from cms.switches.models import SwitchedOff
        from content.delivery.changes import follow
        from content.delivery.kinds import register
        from modules.catalog.kinds import ProductLineKind

        register(ProductLineKind())
        follow(SwitchedOff)
