"""Facts: what has happened, told after commit to whoever subscribed. The publisher knows no subscriber.

A fact is a frozen dataclass in a module's `events.py`. A subscriber stands in the `subscribers.py` of its own app:

    @on(OrderPlaced)
    def tell_the_warehouse(fact: OrderPlaced) -> None: ...

Facts are for what may be missed: screens, notices, caches. What must not be missed (an order on its way to 1C) is
written to the outbox in the same transaction as the change itself.
"""

import logging
from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

from django.db import transaction

log = logging.getLogger(__name__)

Fact = TypeVar("Fact")
Subscriber = Callable[[Fact], None]

_subscribers: dict[type, list[Subscriber]] = defaultdict(list)


def on(fact_class: type[Fact]) -> Callable[[Subscriber], Subscriber]:
    """Have the function called with every fact of this class; the same function is taken once."""

    def subscribe(subscriber: Subscriber) -> Subscriber:
        if subscriber not in _subscribers[fact_class]:
            _subscribers[fact_class].append(subscriber)
        return subscriber

    return subscribe


def publish(fact: object) -> None:
    """Tell the subscribers once the transaction is committed; never if it is rolled back."""
    transaction.on_commit(lambda: _tell(fact))


def _tell(fact: object) -> None:
    """A subscriber that fails is recorded; neither the request nor the next subscriber hears of it."""
    for subscriber in _subscribers[type(fact)]:
        try:
            subscriber(fact)
        except Exception:
            log.exception("Subscriber %s failed on %s", subscriber.__qualname__, type(fact).__name__)
