"""What is wrong now. Between "wrong" and "well again" lies a margin, so that an alert does not come and go."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Min, Q

from integration import regulation
from integration.models import AlertKind, Delivery, ExchangeState, OutboxMessage, ParkedRow
from integration.outbox import breaker

MARGIN = 1.5  # times the promised age
SLACK = timedelta(minutes=1)
PATIENCE = timedelta(minutes=15)  # a row may wait so long for what it points to


@dataclass(frozen=True)
class Condition:
    """`wrong`: an alert is opened. Not wrong: one that is open stays open, none is opened."""

    kind: AlertKind
    subject: str
    since: datetime
    wrong: bool
    count: int = 0


def conditions(now: datetime) -> Iterator[Condition]:
    """Everything that is wrong or not quite well; what is not named is well. Four queries."""
    yield from _late(now)
    yield from _away(now)
    yield from _parked_messages()
    yield from _parked_rows(now)


def _late(now: datetime) -> Iterator[Condition]:
    states = {state.entity: state for state in ExchangeState.objects.all()}
    for entity in regulation.entities():
        state = states.get(entity.name)
        if state is None or (state.checked_at is None and state.error_at is None):
            continue  # a portal that has just been set up
        if state.checked_at is None:
            yield Condition(AlertKind.LATE, entity.name, state.error_at, wrong=True)
        elif now - state.checked_at > entity.fresh:
            wrong = now - state.checked_at > entity.fresh * MARGIN + SLACK
            yield Condition(AlertKind.LATE, entity.name, state.checked_at + entity.fresh, wrong)


def _away(now: datetime) -> Iterator[Condition]:
    opened = breaker.state()
    if opened is not None:
        wrong = now - opened.opened_at >= timedelta(minutes=settings.EXCHANGE_AWAY_MINUTES)
        yield Condition(AlertKind.AWAY, breaker.NAME, opened.opened_at, wrong)


def _parked_messages() -> Iterator[Condition]:
    parked = OutboxMessage.objects.filter(status=Delivery.PARKED).order_by()
    told = parked.values_list("topic").annotate(number=Count("pk"), since=Min("answered_at"), made=Min("created_at"))
    for topic, number, since, made in told:
        yield Condition(AlertKind.MESSAGES, topic, since or made, wrong=True, count=number)


def _parked_rows(now: datetime) -> Iterator[Condition]:
    old = Count("pk", filter=Q(since__lte=now - PATIENCE))
    rows = ParkedRow.objects.order_by().values_list("entity").annotate(number=Count("pk"), old=old, first=Min("since"))
    for entity, number, waiting_long, since in rows:
        yield Condition(AlertKind.ROWS, entity, since, wrong=waiting_long > 0, count=number)
