"""Figures of the exchange for Prometheus: a dozen queries, each through an index or over a small table."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count, Min
from django.utils import timezone
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from integration import overview, regulation
from integration.cache import caches, counts_of
from integration.models import Delivery, InboxItem, OutboxAttempt, OutboxMessage, Taken
from integration.outbox import breaker

MOVING = (Delivery.WAITING, Delivery.IN_FLIGHT, Delivery.PARKED)
UNDELIVERED = (*MOVING, Delivery.REJECTED, Delivery.DROPPED)
MINUTE = timedelta(minutes=1)


def collect() -> Iterator[Metric]:
    yield from _entities()
    yield from _outbox()
    yield from _caches()


def _entities() -> Iterator[Metric]:
    age = _gauge("entity_age_seconds", "Since an entity was last found up to date; absent before its first load.")
    target = _gauge("entity_target_seconds", "The age it may have.")
    reading = _gauge("entity_loading", "1: a load runs.")
    parked = _gauge("entity_parked_rows", "Rows that wait for another or for a person.")
    for line in overview.entities():
        name = [line.entity.name]
        if line.age is not None:
            age.add_metric(name, line.age.total_seconds())
        target.add_metric(name, line.entity.fresh.total_seconds())
        reading.add_metric(name, line.running)
        parked.add_metric(name, line.parked)
    pushed = _gauge("pushed_waiting", "Pushed by 1C and not applied yet.")
    pending = InboxItem.objects.filter(status=Taken.PENDING).order_by()
    waiting = dict(pending.values_list("entity").annotate(Count("pk")))
    for entity in regulation.entities():
        pushed.add_metric([entity.name], waiting.get(entity.name, 0))
    yield from (age, target, reading, parked, pushed)


def _outbox() -> Iterator[Metric]:
    now = timezone.now()
    messages = _gauge("messages", "Messages that 1C does not have, by where they are.", "topic", "status")
    counts = _undelivered()
    for topic in regulation.topics():
        for status in UNDELIVERED:
            messages.add_metric([topic.name, status.value], counts.get((topic.name, status), 0))
    waits = _gauge("oldest_message_seconds", "Since the oldest undelivered message was enqueued.", "topic")
    unsettled = OutboxMessage.objects.filter(status__in=MOVING).order_by().values_list("topic")
    oldest = dict(unsettled.annotate(Min("enqueued_at")))
    for topic in regulation.topics():
        since = oldest.get(topic.name)
        waits.add_metric([topic.name], (now - since).total_seconds() if since else 0)
    tries = _gauge("deliveries_last_minute", "Attempts to deliver within the last minute.", "topic", "outcome")
    attempts = OutboxAttempt.objects.filter(at__gte=now - MINUTE).order_by()
    for topic, outcome, number in attempts.values_list("message__topic", "outcome").annotate(Count("pk")):
        tries.add_metric([topic, outcome], number)
    away = GaugeMetricFamily("kabinet_exchange_breaker_open", "1: 1C is away and is not called.")
    away.add_metric([], breaker.state() is not None)
    yield from (messages, waits, tries, away)


def _undelivered() -> dict[tuple[str, str], int]:
    """How many of a topic are in a status; those delivered are the most, and counting them reads them all."""
    rows = OutboxMessage.objects.filter(status__in=UNDELIVERED).order_by().values_list("topic", "status")
    return {(topic, status): number for topic, status, number in rows.annotate(Count("pk"))}


def _caches() -> Iterator[Metric]:
    """Nothing while Redis is away."""
    reads = CounterMetricFamily("kabinet_cache_reads", "Reads by how they were answered.", labels=["cache", "answer"])
    loads = CounterMetricFamily("kabinet_cache_loads", "Values loaded.", labels=["cache"])
    errors = CounterMetricFamily("kabinet_cache_errors", "Loads that the supplier failed.", labels=["cache"])
    age = GaugeMetricFamily("kabinet_cache_age_seconds", "Mean age of answers as held.", labels=["cache"])
    for cache in caches():
        counts = counts_of(cache)
        if counts is None:
            return
        answers = {"hit": counts.hits, "miss": counts.misses, "wait": counts.waits, "stale": counts.stale}
        for answer, number in answers.items():
            reads.add_metric([cache.name, answer], number)
        loads.add_metric([cache.name], counts.loads)
        errors.add_metric([cache.name], counts.errors)
        if counts.age is not None:
            age.add_metric([cache.name], counts.age)
    yield from (reads, loads, errors, age)


def _gauge(name: str, meaning: str, *labels: str) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"kabinet_exchange_{name}", meaning, labels=labels or ("entity",))
