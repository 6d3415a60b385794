from django.utils.translation import gettext_lazy as _

from cms.modules import MenuEntry, PortalModule


class Chat(PortalModule):
    name = "modules.chat"
    title = verbose_name = _("Messages")
    requires = ("partners",)
    menu = (MenuEntry("chat", _("Messages"), "/cabinet/messages", "chat", "chat.view_chat", order=50),)
