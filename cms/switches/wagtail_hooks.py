"""Modules among the settings of the Wagtail admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from cms.access.wagtail_hooks import PermittedItem
from cms.switches.services import MANAGE
from cms.switches.views import ModulesView, SwitchView


@hooks.register("register_admin_urls")
def module_urls():
    return [
        path("modules/", ModulesView.as_view(), name="modules"),
        path("modules/<slug:label>/", SwitchView.as_view(), name="module_switch"),
    ]


@hooks.register("register_settings_menu_item")
def modules_menu_item():
    return PermittedItem(_("Modules"), reverse("modules"), MANAGE, name="modules", icon_name="cogs", order=50)
