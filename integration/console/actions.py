"""What people do in the console, as the audit log tells it."""

from django.utils.translation import gettext_lazy as _

from cms import audit

REPLAYED = audit.action("integration.replayed", _("Delivery to 1C tried again by hand"))
ROWS_RETRIED = audit.action("integration.rows_retried", _("Parked rows tried again by hand"))
CACHE_FORGOTTEN = audit.action("integration.cache_forgotten", _("Cache forgotten by hand"))
PROBED = audit.action("integration.probed", _("1C asked by hand whether it is back"))
