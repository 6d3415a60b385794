from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

SCHEDULE = {"content.publish_scheduled": {"task": "content.tasks.publish_scheduled", "schedule": 60}}


class ContentConfig(AppConfig):
    name = "content"
    verbose_name = _("Content")
    portal_app = True

    def ready(self) -> None:
        from cms.celery import app
        from content import letters, receivers
        from content.bootstrap import bootstrap_after_migrate
        from content.kinds import register_own

        app.conf.beat_schedule = {**(app.conf.beat_schedule or {}), **SCHEDULE}
        register_own()
        receivers.connect()
        letters.connect()
        post_migrate.connect(bootstrap_after_migrate, dispatch_uid="content.bootstrap")
