from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from cms.modules import PortalModule, discover


class Notifications(PortalModule):
    """No entry in the menu: the bell in the top bar leads here.

    What other modules tell of stands in their `notices.py`, which nobody reads when this module is absent.
    """

    name = "modules.notifications"
    title = verbose_name = _("Notifications")
    requires = ("partners",)

    def ready(self) -> None:
        from cms.celery import app

        discover("notices")
        every = timedelta(minutes=1)
        letters = {"task": "modules.notifications.tasks.mail_due", "schedule": every}
        letters["options"] = {"queue": "orders", "expires": every.total_seconds()}
        app.conf.beat_schedule = {**(app.conf.beat_schedule or {}), "notifications.letters": letters}
