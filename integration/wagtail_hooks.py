"""The console's place in the Wagtail admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.access.checks import allows
from integration.console import tokens, views


class ConsoleMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return allows(request.user, views.VIEW)


class TokensMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return allows(request.user, tokens.MANAGE)


@hooks.register("register_admin_urls")
def console_urls():
    return [
        path("exchange/", views.ConsoleView.as_view(), name="exchange_console"),
        path("exchange/messages/<uuid:pk>/", views.MessageView.as_view(), name="exchange_message"),
        path("exchange/messages/<uuid:pk>/replay/", views.replay, name="exchange_replay"),
        path("exchange/load/<slug:entity>/", views.load, name="exchange_load"),
        path("exchange/tokens/", tokens.TokensView.as_view(), name="exchange_tokens"),
        path("exchange/tokens/new/", tokens.TokenCreateView.as_view(), name="exchange_token_create"),
        path("exchange/tokens/<int:pk>/revoke/", tokens.revoke, name="exchange_token_revoke"),
    ]


@hooks.register("register_reports_menu_item")
def console_menu_item():
    return ConsoleMenuItem(
        _("Exchange with 1C"), reverse("exchange_console"), name="exchange", icon_name="rotate", order=100
    )


@hooks.register("register_reports_menu_item")
def tokens_menu_item():
    title, address = _("Tokens of the exchange service"), reverse("exchange_tokens")
    return TokensMenuItem(title, address, name="exchange-tokens", icon_name="key", order=101)
