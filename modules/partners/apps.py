from django.utils.translation import gettext_lazy as _

from cms.modules import PortalModule


class Partners(PortalModule):
    name = "modules.partners"
    title = verbose_name = _("Partners")
