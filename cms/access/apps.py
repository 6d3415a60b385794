from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccessConfig(AppConfig):
    name = "cms.access"
    label = "access"
    verbose_name = _("Access")
    portal_app = True

    def ready(self) -> None:
        from cms.access import invalidation
        from cms.access.sync import sync_after_migrate

        invalidation.connect()
        post_migrate.connect(sync_after_migrate, dispatch_uid="access.sync")
