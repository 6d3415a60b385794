from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    name = "cms.api"
    label = "api"
    verbose_name = _("API")
    portal_app = True

    def ready(self) -> None:
        from cms.api import checks, schema  # noqa: F401  (registers system checks and schema extensions)
