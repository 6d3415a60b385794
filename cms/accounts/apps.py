from allauth.usersessions.apps import UserSessionsConfig as AllauthUserSessionsConfig
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    name = "cms.accounts"
    label = "accounts"
    verbose_name = _("Accounts")
    portal_app = True
    default = True

    def ready(self) -> None:
        from cms.accounts import (
            one_language,
            receivers,
            second_factor,  # noqa: F401  (registers a system check)
        )

        receivers.connect()
        one_language.connect()


class UserSessionsConfig(AllauthUserSessionsConfig):
    """allauth's rows; `cms.accounts.receivers` writes them, with a cost that does not grow with a user's sessions."""

    default = False

    def ready(self) -> None:
        pass


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's user administration with the portal's own forms."""

    user_viewset = "cms.accounts.admin.UserViewSet"
    default = False
