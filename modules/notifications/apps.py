from django.utils.translation import gettext_lazy as _

from cms.modules import PortalModule, discover


class Notifications(PortalModule):
    """No entry in the menu: the bell in the top bar leads here.

    What other modules tell of stands in their `notices.py`, which nobody reads when this module is absent.
    """

    name = "modules.notifications"
    title = verbose_name = _("Notifications")
    requires = ("partners",)

    def ready(self) -> None:
        discover("notices")
