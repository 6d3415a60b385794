from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntegrationConfig(AppConfig):
    """Exchange with 1C. Once the modules have declared theirs, the schedule of it all is known."""

    name = "integration"
    verbose_name = _("Exchange with 1C")
    portal_app = True

    def ready(self) -> None:
        from cms.celery import app
        from integration import checks  # noqa: F401  (registers system checks)
        from integration.schedule import beat_schedule

        app.conf.beat_schedule = {**(app.conf.beat_schedule or {}), **beat_schedule()}
