"""What the charts show, by hour: a few aggregate queries over the last 24 hours, each through an index on time."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import pairwise
from math import ceil

from django.db.models import Count, DurationField, ExpressionWrapper, F, Max, Q, QuerySet, Sum
from django.db.models.functions import TruncHour
from django.utils import timezone

from integration import regulation
from integration.models import Delivery, LoadRun, LoadStatus, OutboxAttempt, OutboxMessage

HOURS = 24
HOUR = timedelta(hours=1)
TAKEN = ("accepted", "unchanged", "conflict")  # 1C has the object

ByHour = dict[datetime, float]


class LastDay:
    """The hours up to now, and figures for each of them; what is missing from a dict is nothing."""

    def __init__(self, now: datetime | None = None) -> None:
        self.now = timezone.localtime(now)
        last = self.now.replace(minute=0, second=0, microsecond=0)
        self.hours = [last - HOUR * back for back in reversed(range(HOURS))]
        self.since = self.hours[0]

    def deliveries(self) -> dict[str, ByHour]:
        """Attempts that 1C took, rejected, or that failed; and messages parked for good, by the hour of parking."""
        attempts = self._by_hour(OutboxAttempt.objects.filter(at__gte=self.since).order_by(), "at")
        rows = attempts.values_list("hour").annotate(
            taken=Count("pk", filter=Q(outcome__in=TAKEN)),
            rejected=Count("pk", filter=Q(outcome="rejected")),
            all=Count("pk"),
        )
        parked = OutboxMessage.objects.filter(status=Delivery.PARKED, answered_at__gte=self.since).order_by()
        found: dict[str, ByHour] = {"taken": {}, "rejected": {}, "failed": {}}
        for hour, taken, rejected, total in rows:
            found["taken"][hour] = taken
            found["rejected"][hour] = rejected
            found["failed"][hour] = total - taken - rejected
        counted = self._by_hour(parked, "answered_at").values_list("hour").annotate(Count("pk"))
        return {**found, "parked": dict(counted)}

    def delivery_times(self) -> dict[str, ByHour]:
        """Seconds from "written down" to "1C has it" of objects delivered in their first version."""
        delivered = OutboxMessage.objects.filter(status=Delivery.DELIVERED, version=1, answered_at__gte=self.since)
        took = delivered.order_by().values_list("answered_at", "created_at")
        return _percentiles((self._hour_of(at), (at - made).total_seconds()) for at, made in took)

    def answer_times(self) -> dict[str, ByHour]:
        """Seconds that 1C took to answer an attempt it took."""
        taken = OutboxAttempt.objects.filter(at__gte=self.since, outcome__in=TAKEN).order_by()
        return _percentiles((self._hour_of(at), took) for at, took in taken.values_list("at", "seconds"))

    def loads(self) -> dict[str, ByHour]:
        """Rows read, rows a second (of the loads that read any), failed loads."""
        took = ExpressionWrapper(F("finished") - F("started"), output_field=DurationField())
        runs = self._by_hour(LoadRun.objects.filter(started__gte=self.since).order_by(), "started")
        rows = runs.values_list("hour").annotate(
            rows=Sum("read"), spent=Sum(took, filter=Q(read__gt=0)), failed=Count("pk", filter=~Q(error=""))
        )
        found: dict[str, ByHour] = {"read": {}, "rate": {}, "failed": {}}
        for hour, read, spent, failed in rows:
            found["read"][hour] = read or 0
            found["failed"][hour] = failed
            if read and spent:
                found["rate"][hour] = read / max(spent.total_seconds(), 0.001)
        return found

    def late(self) -> ByHour:
        """Minutes that entities were older than they may be, all entities together."""
        finished = defaultdict(list)
        done = LoadRun.objects.filter(error="").exclude(status__in=[LoadStatus.CANCELLED, LoadStatus.STOPPED])
        before = done.filter(finished__lt=self.since).order_by()
        for entity, at in before.values_list("entity").annotate(Max("finished")):
            finished[entity].append(at)
        within = done.filter(finished__gte=self.since).order_by("finished")
        for entity, at in within.values_list("entity", "finished"):
            finished[entity].append(at)
        spent: ByHour = defaultdict(float)
        for entity in regulation.entities():
            heard = finished[entity.name]
            for start, end in pairwise([*heard, self.now]):
                self._spend(spent, start + entity.fresh, end)
        return dict(spent)

    def _spend(self, spent: ByHour, start: datetime, end: datetime) -> None:
        """Add the minutes from start to end to the hours they fell in."""
        start = max(start, self.since)
        while start < end:
            hour = self._hour_of(start)
            until = min(end, hour + HOUR)
            spent[hour] += (until - start).total_seconds() / 60
            start = until

    @staticmethod
    def _by_hour(rows: QuerySet, field: str) -> QuerySet:
        return rows.annotate(hour=TruncHour(field))

    @staticmethod
    def _hour_of(moment: datetime) -> datetime:
        return timezone.localtime(moment).replace(minute=0, second=0, microsecond=0)


def _percentiles(values: Iterable[tuple[datetime, float]]) -> dict[str, ByHour]:
    grouped = defaultdict(list)
    for hour, value in values:
        grouped[hour].append(value)
    ordered = {hour: sorted(found) for hour, found in grouped.items()}
    return {name: {hour: at(found, share) for hour, found in ordered.items()} for name, share in SHARES.items()}


SHARES = {"p50": 0.5, "p95": 0.95}


def at(ordered: list[float], share: float) -> float:
    """The smallest value that this share of them does not exceed."""
    return ordered[max(0, ceil(len(ordered) * share) - 1)]
