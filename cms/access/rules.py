"""Who configures access itself."""

from django.utils.translation import gettext_lazy as _

from cms.access.levels import Level
from cms.access.permissions import permission
from cms.access.roles import PLATFORM_ADMIN, SERVICE_MANAGER_FULL
from cms.access.scopes import GLOBAL

permission("access.manage_roles", GLOBAL, _("Configure roles and the matrix"), default={PLATFORM_ADMIN: Level.ALL})
permission(
    "access.manage_grants",
    GLOBAL,
    _("Give and take grants"),
    default={PLATFORM_ADMIN: Level.ALL, SERVICE_MANAGER_FULL: Level.ALL},
)
permission("access.assign_roles", GLOBAL, _("Give and take roles"), default={PLATFORM_ADMIN: Level.ALL})
