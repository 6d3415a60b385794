from django.utils.translation import gettext_lazy as _

from cms.modules import MenuEntry, PortalModule


class Analytics(PortalModule):
    name = "modules.analytics"
    title = verbose_name = _("Analytics")
    requires = ("partners", "catalog")
    menu = (MenuEntry("plans", _("Sales plans"), "/cabinet/plans", "plan", "analytics.view_plan", order=60),)
