"""The alerts kept in step with what is wrong, and who is told when."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from integration.alerts import readers
from integration.alerts.conditions import Condition, conditions
from integration.models import Alert

SILENCE = timedelta(hours=1)  # between two letters about new alerts of one kind, and between two about their end


def look() -> None:
    """Open what is wrong, resolve what is well again, tell those who want to know."""
    now = timezone.now()
    _keep(list(conditions(now)), now)
    _tell(now)


@transaction.atomic
def _keep(found: list[Condition], now: datetime) -> None:
    """Two looks at once do no harm: the database lets only one open an alert."""
    known = {(alert.kind, alert.subject): alert for alert in Alert.objects.filter(resolved_at=None)}
    new = [
        Alert(kind=one.kind, subject=one.subject, since=one.since, count=one.count)
        for one in found
        if one.wrong and (one.kind, one.subject) not in known
    ]
    Alert.objects.bulk_create(new, ignore_conflicts=True)
    for one in found:
        alert = known.pop((one.kind, one.subject), None)
        if alert is not None and alert.count != one.count:
            Alert.objects.filter(pk=alert.pk).update(count=one.count)
    Alert.objects.filter(pk__in=[alert.pk for alert in known.values()], resolved_at=None).update(resolved_at=now)


def _tell(now: datetime) -> None:
    """One letter to each reader about all that is new and all that is over, of kinds not written about lately.

    What nobody was told of is not told when it is over. The letters are handed over after they are taken as told:
    rather none than one every minute.
    """
    with transaction.atomic():
        begun, ended = _claim(_new(now), "told_at", now), _claim(_over(now), "end_told_at", now)
    if begun or ended:
        for reader in readers.readers():
            readers.write_later(reader, begun, ended)


def _new(now: datetime) -> list[int]:
    lately = Alert.objects.filter(told_at__gt=now - SILENCE).values("kind")
    untold = Alert.objects.filter(resolved_at=None, told_at=None).exclude(kind__in=lately)
    return list(untold.values_list("pk", flat=True))


def _over(now: datetime) -> list[int]:
    """Those that have come back meanwhile are not over."""
    lately = Alert.objects.filter(end_told_at__gt=now - SILENCE).values("kind")
    back = set(Alert.objects.filter(resolved_at=None).values_list("kind", "subject"))
    told = Alert.objects.filter(resolved_at__isnull=False, told_at__isnull=False, end_told_at=None)
    rows = told.exclude(kind__in=lately).values_list("pk", "kind", "subject")
    return [pk for pk, kind, subject in rows if (kind, subject) not in back]


def _claim(keys: list[int], field: str, now: datetime) -> list[int]:
    """Those of them that nobody else has taken in the meantime."""
    return [key for key in keys if Alert.objects.filter(pk=key, **{field: None}).update(**{field: now})]
