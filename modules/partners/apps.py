from django.utils.translation import gettext_lazy as _

from cms.modules import MenuEntry, PortalModule


class Partners(PortalModule):
    name = "modules.partners"
    title = verbose_name = _("Partners")
    menu = (MenuEntry("staff", _("Colleagues"), "/cabinet/staff", "team", "partners.manage_staff", order=80),)
