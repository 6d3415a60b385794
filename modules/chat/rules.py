"""Who reads and writes in conversations."""

from django.utils.translation import gettext_lazy as _

from cms.access.levels import Level
from cms.access.permissions import permission
from cms.access.roles import CLIENT_ROLES, PLATFORM_ADMIN, SERVICE_MANAGER_FULL, SERVICE_MANAGER_LIMITED
from cms.access.scopes import ANY, NOT_APPLICABLE, Scope
from modules.chat.models import Chat

# A conversation is the company's: whoever works for the client takes part, whatever contract they are limited to.
CHATS = Scope(
    Chat,
    own=NOT_APPLICABLE,
    region="partner__region",
    partner="partner",
    contract=ANY,
    product_line=ANY,
    carrier=NOT_APPLICABLE,
)

WRITERS = {
    **dict.fromkeys(CLIENT_ROLES, Level.GRANTED),
    SERVICE_MANAGER_LIMITED: Level.GRANTED,
    SERVICE_MANAGER_FULL: Level.ALL,
}

permission(
    "chat.view_chat", CHATS, _("Read conversations with clients"), default={**WRITERS, PLATFORM_ADMIN: Level.ALL}
)
permission("chat.write_message", CHATS, _("Write in conversations with clients"), default=WRITERS)
