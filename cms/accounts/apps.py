from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    name = "cms.accounts"
    label = "accounts"
    verbose_name = _("Accounts")
    portal_app = True
    default = True


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's user administration with the portal's own forms."""

    user_viewset = "cms.accounts.admin.UserViewSet"
    default = False
