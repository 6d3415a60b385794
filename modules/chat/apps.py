from django.utils.translation import gettext_lazy as _

from cms.modules import MenuEntry, PortalModule, discover


class Chat(PortalModule):
    """A module whose objects are spoken about says so in its `conversations.py`."""

    name = "modules.chat"
    title = verbose_name = _("Messages")
    requires = ("partners",)
    menu = (MenuEntry("chat", _("Messages"), "/cabinet/messages", "chat", "chat.view_chat", order=50),)

    def ready(self) -> None:
        discover("conversations")
