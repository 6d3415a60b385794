"""Conversations a member of staff may see, in the Wagtail admin."""

from wagtail import hooks

from cms.access.admin import ScopedViewSet
from modules.chat.models import Chat


class ChatViewSet(ScopedViewSet):
    model = Chat
    view_permission = "chat.view_chat"
    icon = "comment"
    add_to_admin_menu = True
    menu_order = 340
    list_display = ["partner", "last_at"]
    search_fields = ["partner__name"]
    inspect_template_name = "chat/admin/chat.html"
    inspect_view_fields = ["partner", "order", "last_at"]


@hooks.register("register_admin_viewset")
def chats_screen():
    return ChatViewSet("chats")
