"""What happens after commit: the bell rings in the open browsers of those a notification is for."""

from cms.events import on
from cms.realtime import publish
from modules.notifications.events import Notified
from modules.notifications.models import Receipt


@on(Notified)
def ring(fact: Notified) -> None:
    readers = Receipt.objects.filter(notification=fact.notification_id).values_list("user", flat=True)
    publish.send(readers, "notification", {"id": str(fact.notification_id)})
