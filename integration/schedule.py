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
RECONCILE = timedelta(minutes=10)  # between two looks whether the night's comparison is due
LOOK = timedelta(seconds=15)  # at loads that wait, and at those whose process died
SHORTEST, LONGEST = timedelta(seconds=5), timedelta(seconds=60)


def beat_schedule() -> dict[str, dict]:
    """CELERY_BEAT_SCHEDULE of all entities and the outbox."""
    entries = {f"exchange.{entity.name}": _entry(entity) for entity in regulation.entities()}
    return {**_of_messages(), **_watching(), **entries}


def _of_messages() -> dict[str, dict]:
    """What goes out and what came in, in the worker that no load delays."""
    soon = {"queue": ORDERS, "expires": SWEEP.total_seconds()}
    return {
        "exchange.outbox": {"task": "integration.tasks.sweep", "schedule": SWEEP, "options": soon},
        "exchange.inbox": {"task": "integration.tasks.sweep_inbox", "schedule": SWEEP, "options": soon},
        "exchange.inbox_memory": {
            "task": "integration.tasks.forget_old_pushes",
            "schedule": DAILY,
            "options": {"queue": CHANGES},
        },
    }


def _watching() -> dict[str, dict]:
    soon = {"queue": CHANGES, "expires": ALERTS.total_seconds()}
    look = {"queue": ORDERS, "expires": LOOK.total_seconds()}
    return {
        "exchange.alerts": {"task": "integration.tasks.look_for_trouble", "schedule": ALERTS, "options": soon},
        "exchange.history": {"task": "integration.tasks.thin_history", "schedule": DAILY, "options": {"queue": BULK}},
        "exchange.reconciliation": {
            "task": "integration.tasks.reconcile_due",
            "schedule": RECONCILE,
            "options": {"queue": ORDERS, "expires": RECONCILE.total_seconds()},
        },
        "exchange.loads": {"task": "integration.tasks.look_at_loads", "schedule": LOOK, "options": look},
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
