"""Who reads the log."""

from django.utils.translation import gettext_lazy as _

from cms.access.levels import Level
from cms.access.permissions import permission
from cms.access.roles import PLATFORM_ADMIN
from cms.access.scopes import GLOBAL

permission("audit.view_entry", GLOBAL, _("Read the audit log"), default={PLATFORM_ADMIN: Level.ALL})
