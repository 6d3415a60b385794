"""Who may work in a client's cabinet."""

from django.utils.translation import gettext_lazy as _

from cms.access.levels import Level
from cms.access.permissions import permission
from cms.access.roles import PLATFORM_ADMIN, SERVICE_MANAGER_FULL
from cms.access.scopes import GLOBAL

permission(
    "acting.open_cabinet",
    GLOBAL,
    _("Work in a client's cabinet as that client"),
    default={SERVICE_MANAGER_FULL: Level.ALL, PLATFORM_ADMIN: Level.ALL},
)
