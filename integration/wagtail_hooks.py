"""The console's place in the Wagtail admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.access.checks import allows
from integration.alerts.panel import AlertsPanel
from integration.console import tokens
from integration.console.access import VIEW
from integration.console.urls import CONSOLE


class ConsoleMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return allows(request.user, VIEW)


class TokensMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return allows(request.user, tokens.MANAGE)


@hooks.register("register_admin_urls")
def console_urls():
    return [
        *CONSOLE,
        path("exchange/tokens/", tokens.TokensView.as_view(), name="exchange_tokens"),
        path("exchange/tokens/new/", tokens.TokenCreateView.as_view(), name="exchange_token_create"),
        path("exchange/tokens/<int:pk>/revoke/", tokens.revoke, name="exchange_token_revoke"),
    ]


@hooks.register("construct_homepage_panels")
def alerts_panel(request, panels) -> None:
    if allows(request.user, VIEW):
        panels.append(AlertsPanel())


@hooks.register("register_reports_menu_item")
def console_menu_item():
    return ConsoleMenuItem(
        _("Exchange with 1C"), reverse("exchange_console"), name="exchange", icon_name="rotate", order=100
    )


@hooks.register("register_reports_menu_item")
def tokens_menu_item():
    title, address = _("Tokens of the exchange service"), reverse("exchange_tokens")
    return TokensMenuItem(title, address, name="exchange-tokens", icon_name="key", order=101)
