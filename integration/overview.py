"""The exchange at a glance: what `manage.py onec status` and the console show."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, OuterRef, Subquery
from django.utils import timezone

from integration import regulation
from integration.models import ExchangeState, LoadRun, OutboxMessage, ParkedRow
from integration.regulation import Entity


@dataclass(frozen=True)
class EntityLine:
    """One entity: its declaration, its state (a blank one if it was never touched), how many of its rows are parked.

    `run` is its last load, None before the first.
    """

    entity: Entity
    state: ExchangeState
    parked: int
    run: LoadRun | None = None

    @property
    def age(self) -> timedelta | None:
        return timezone.now() - self.state.checked_at if self.state.checked_at else None

    @property
    def late(self) -> bool:
        """Older than it may be, or never loaded."""
        return self.age is None or self.age > self.entity.fresh

    @property
    def running(self) -> bool:
        """Somebody reads it now; a dead reader's lease has run out."""
        return is_being_read(self.state, timezone.now())


@dataclass(frozen=True)
class Queue:
    """One topic: how many messages are in each status (those there are)."""

    topic: str
    title: str
    counts: dict[str, int]


def is_being_read(state: ExchangeState, now: datetime) -> bool:
    return state.reader is not None and state.lease_until is not None and state.lease_until > now


def entities() -> list[EntityLine]:
    """All entities in load order; three queries."""
    latest = LoadRun.objects.filter(entity=OuterRef("entity")).order_by("-started").values("pk")[:1]
    states = {state.entity: state for state in ExchangeState.objects.annotate(last_run=Subquery(latest))}
    runs = LoadRun.objects.in_bulk([state.last_run for state in states.values() if state.last_run])
    parked = dict(ParkedRow.objects.values_list("entity").annotate(Count("pk")))
    return [
        _line(entity, states.get(entity.name), parked.get(entity.name, 0), runs) for entity in regulation.entities()
    ]


def _line(entity: Entity, state: ExchangeState | None, parked: int, runs: dict[int, LoadRun]) -> EntityLine:
    if state is None:
        return EntityLine(entity, ExchangeState(entity=entity.name), parked)
    return EntityLine(entity, state, parked, runs.get(state.last_run))


def entity_line(entity: Entity) -> EntityLine:
    """One entity; three queries."""
    state = ExchangeState.objects.filter(entity=entity.name).first() or ExchangeState(entity=entity.name)
    run = LoadRun.objects.filter(entity=entity.name).order_by("-started").first()
    return EntityLine(entity, state, ParkedRow.objects.filter(entity=entity.name).count(), run)


def queues() -> list[Queue]:
    """All topics of the outbox; one query."""
    rows = OutboxMessage.objects.values_list("topic", "status").annotate(Count("pk"))
    counts: dict[str, dict[str, int]] = {}
    for topic, status, number in rows:
        counts.setdefault(topic, {})[status] = number
    return [Queue(topic.name, topic.title, counts.get(topic.name, {})) for topic in regulation.topics()]


def statuses() -> dict[str, int]:
    """How many messages to 1C are in each status (those there are); one query."""
    return dict(OutboxMessage.objects.order_by().values_list("status").annotate(Count("pk")))
