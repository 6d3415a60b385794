"""What the log says of switching."""

from django.utils.translation import gettext_lazy as _

from cms import audit

SWITCHED = audit.action("switches.switched", _("Module switched on or off"))
