from django.utils.translation import gettext_lazy as _

from cms.modules import MenuEntry, PortalModule


class Claims(PortalModule):
    name = "modules.claims"
    title = verbose_name = _("Claims")
    requires = ("partners", "catalog", "ordering")
    menu = (MenuEntry("claims", _("Claims"), "/cabinet/claims", "claims", "claims.view_claim", order=40),)
