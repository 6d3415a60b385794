from django.utils.translation import gettext_lazy as _

from cms.modules import MenuEntry, PortalModule


class Partners(PortalModule):
    name = "modules.partners"
    title = verbose_name = _("Partners")
    menu = (
        MenuEntry("places", _("Consignees"), "/cabinet/places", "home", "partners.view_address", order=60),
        MenuEntry("terms", _("Limits and contacts"), "/cabinet/terms", "info", "partners.view_limit", order=70),
        MenuEntry("staff", _("Colleagues"), "/cabinet/staff", "team", "partners.manage_staff", order=80),
    )

    def ready(self) -> None:
        from content.delivery.kinds import register
        from modules.partners.kinds import ApplicationKind

        register(ApplicationKind())
