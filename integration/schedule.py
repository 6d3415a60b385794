"""Celery beat's schedule, made from the regulation.

Every entity is looked at a few times within the age it may have; the task itself decides whether it is due, so that
after 1C or the portal was away everything is caught up with at once and not at the end of an interval.
"""

from datetime import timedelta

from integration import regulation
from integration.regulation import Entity
from integration.tasks import BULK, CHANGES, ORDERS

SWEEP = timedelta(seconds=5)
ALERTS = timedelta(minutes=1)
DAILY = timedelta(days=1)
SHORTEST, LONGEST = timedelta(seconds=5), timedelta(seconds=60)


def beat_schedule() -> dict[str, dict]:
    """CELERY_BEAT_SCHEDULE of all entities and the outbox."""
    entries = {f"exchange.{entity.name}": _entry(entity) for entity in regulation.entities()}
    sweep = {"task": "integration.tasks.sweep", "schedule": SWEEP, "options": {"queue": ORDERS, "expires": 5}}
    pushed = {"task": "integration.tasks.sweep_inbox", "schedule": SWEEP, "options": {"queue": CHANGES, "expires": 5}}
    forget = {"task": "integration.tasks.forget_old_pushes", "schedule": DAILY, "options": {"queue": CHANGES}}
    queues = {"exchange.outbox": sweep, "exchange.inbox": pushed, "exchange.inbox_memory": forget}
    return {**queues, **_watching(), **entries}


def _watching() -> dict[str, dict]:
    soon = {"queue": CHANGES, "expires": ALERTS.total_seconds()}
    return {
        "exchange.alerts": {"task": "integration.tasks.look_for_trouble", "schedule": ALERTS, "options": soon},
        "exchange.history": {"task": "integration.tasks.thin_history", "schedule": DAILY, "options": {"queue": BULK}},
    }


def _entry(entity: Entity) -> dict:
    every = interval(entity)
    return {
        "task": "integration.tasks.load_due",
        "schedule": every,
        "args": (entity.name,),
        "options": {
            "queue": entity.queue if entity.queue in (ORDERS, CHANGES) else CHANGES,
            "expires": every.total_seconds(),
        },
    }


def interval(entity: Entity) -> timedelta:
    """How often beat asks whether the entity is due."""
    return min(max(entity.fresh / 4, SHORTEST), LONGEST)
