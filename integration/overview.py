"""The exchange at a glance: what `manage.py onec status` and the console show."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count
from django.utils import timezone

from integration import regulation
from integration.models import ExchangeState, OutboxMessage, ParkedRow
from integration.regulation import Entity


@dataclass(frozen=True)
class EntityLine:
    """One entity: its declaration, its state (a blank one if it was never touched), how many of its rows are parked."""

    entity: Entity
    state: ExchangeState
    parked: int

    @property
    def age(self) -> timedelta | None:
        return timezone.now() - self.state.checked_at if self.state.checked_at else None

    @property
    def late(self) -> bool:
        """Older than it may be, or never loaded."""
        return self.age is None or self.age > self.entity.fresh


@dataclass(frozen=True)
class Queue:
    """One topic: how many messages are in each status (those there are)."""

    topic: str
    title: str
    counts: dict[str, int]


def entities() -> list[EntityLine]:
    """All entities in load order; two queries."""
    states = {state.entity: state for state in ExchangeState.objects.all()}
    parked = dict(ParkedRow.objects.values_list("entity").annotate(Count("pk")))
    return [
        EntityLine(entity, states.get(entity.name) or ExchangeState(entity=entity.name), parked.get(entity.name, 0))
        for entity in regulation.entities()
    ]


def queues() -> list[Queue]:
    """All topics of the outbox; one query."""
    rows = OutboxMessage.objects.values_list("topic", "status").annotate(Count("pk"))
    counts: dict[str, dict[str, int]] = {}
    for topic, status, number in rows:
        counts.setdefault(topic, {})[status] = number
    return [Queue(topic.name, topic.title, counts.get(topic.name, {})) for topic in regulation.topics()]
