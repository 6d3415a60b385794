from django.utils.translation import gettext_lazy as _

from cms.modules import MenuEntry, PortalModule


class Acting(PortalModule):
    name = "cms.acting"
    title = verbose_name = _("Clients' cabinets")
    menu = (MenuEntry("clients", title, "/cabinet/clients", "users", "acting.open_cabinet", order=900),)
