"""What 1C takes from the portal, entity by entity."""

from collections.abc import Callable
from dataclasses import dataclass

from integration.simulator.service import (
    addresses,
    claims,
    consignees,
    contacts,
    counterparties,
    messages,
    notifications,
    orders,
    plans,
)
from integration.simulator.service.receive import Take
from integration.simulator.store import Store


@dataclass(frozen=True)
class Intake:
    """`find`: the item 1C answers for an id, where that is not the row of the feed."""

    take: Take
    find: Callable[[Store, str], bytes | None] | None = None


INTAKES = {
    "orders": Intake(orders.take),
    "counterparties": Intake(counterparties.take),
    "consignees": Intake(consignees.take),
    "addresses": Intake(addresses.take),
    "contacts": Intake(contacts.take, contacts.find),
    "claims": Intake(claims.take),
    "plans": Intake(plans.take, plans.find),
    "notifications": Intake(notifications.take),
    "messages": Intake(messages.take),
}


def held(store: Store, entity: str, key: str) -> bytes | None:
    """The item that 1C holds under the id, or None."""
    find = INTAKES[entity].find
    if find:
        return find(store, key)
    row = store.get(entity, key)
    return row.body if row else None
