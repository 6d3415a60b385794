"""Who gets notifications of a client."""

from django.utils.translation import gettext_lazy as _

from cms.access.levels import Level
from cms.access.permissions import permission
from cms.access.roles import CLIENT_ROLES, same_level
from cms.access.scopes import ANY, NOT_APPLICABLE, Scope
from modules.notifications.models import Notification

NOTIFICATIONS = Scope(
    Notification,
    own=NOT_APPLICABLE,
    region="partner__region",
    partner="partner",
    contract="contract",
    product_line=ANY,
    carrier=NOT_APPLICABLE,
)

permission(
    "notifications.view_notification",
    NOTIFICATIONS,
    _("Get notifications of one's company"),
    default=same_level(CLIENT_ROLES, Level.GRANTED),
)
