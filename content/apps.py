from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ContentConfig(AppConfig):
    name = "content"
    verbose_name = _("Content")
    portal_app = True

    def ready(self) -> None:
        from content import receivers
        from content.bootstrap import bootstrap_after_migrate

        receivers.connect()
        post_migrate.connect(bootstrap_after_migrate, dispatch_uid="content.bootstrap")
