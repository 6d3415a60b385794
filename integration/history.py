"""How long the exchange remembers: loads, attempts and alerts are thinned every night."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Max, Model, QuerySet
from django.utils import timezone

from integration.models import Alert, Delivery, LoadRun, LoadStatus, OutboxAttempt

UNEVENTFUL = timedelta(days=2)  # loads that found nothing new; the charts look back one day
AT_ONCE = 5000
UNDER_WAY = (LoadStatus.QUEUED, LoadStatus.RUNNING)


def thin() -> dict[str, int]:
    """Forget what is old; how many rows of each kind.

    The last load of each entity stays, and so does its last full one; so do attempts of messages that are not over.
    """
    now = timezone.now()
    old = now - timedelta(days=settings.EXCHANGE_HISTORY_DAYS)
    last = LoadRun.objects.order_by().values("entity", "kind").annotate(last=Max("pk")).values("last")
    runs = LoadRun.objects.exclude(pk__in=list(last.values_list("last", flat=True))).exclude(status__in=UNDER_WAY)
    nothing = runs.filter(started__lt=now - UNEVENTFUL, error="", changed=0, removed=0, parked=0, asked_by=None)
    settled = (Delivery.DELIVERED, Delivery.REJECTED, Delivery.DROPPED)
    return {
        "uneventful": _forget(nothing),
        "loads": _forget(runs.filter(started__lt=old)),
        "attempts": _forget(OutboxAttempt.objects.filter(at__lt=old, message__status__in=settled)),
        "alerts": _forget(Alert.objects.filter(resolved_at__lt=old)),
    }


def _forget(rows: QuerySet[Model]) -> int:
    """In parts, so that nobody waits long for the table."""
    done = 0
    while keys := list(rows.order_by().values_list("pk", flat=True)[:AT_ONCE]):
        done += rows.model.objects.filter(pk__in=keys).delete()[0]
    return done
