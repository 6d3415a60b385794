"""Who watches the exchange with 1C and who may replay what it could not deliver."""

from django.utils.translation import gettext_lazy as _

from cms.access.levels import Level
from cms.access.permissions import permission
from cms.access.roles import PLATFORM_ADMIN, SERVICE_MANAGER_FULL
from cms.access.scopes import GLOBAL

permission(
    "integration.view_exchange",
    GLOBAL,
    _("See the exchange with 1C"),
    default={PLATFORM_ADMIN: Level.ALL, SERVICE_MANAGER_FULL: Level.ALL},
)
permission(
    "integration.run_exchange",
    GLOBAL,
    _("Run the exchange with 1C: loads, replays"),
    default={PLATFORM_ADMIN: Level.ALL},
)
permission(
    "integration.manage_tokens",
    GLOBAL,
    _("Give and revoke tokens of the exchange service"),
    default={PLATFORM_ADMIN: Level.ALL},
)
