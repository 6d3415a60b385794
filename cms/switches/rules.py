"""Who switches modules."""

from django.utils.translation import gettext_lazy as _

from cms.access.levels import Level
from cms.access.permissions import permission
from cms.access.roles import PLATFORM_ADMIN
from cms.access.scopes import GLOBAL

permission("switches.manage", GLOBAL, _("Switch modules on and off"), default={PLATFORM_ADMIN: Level.ALL})
