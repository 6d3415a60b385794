"""What the people in 1C do between two ticks of the base: move orders, decide, answer."""

from integration.simulator.service import addresses, approval, claims, messages, plans, states
from integration.simulator.store import Store


def tick(store: Store) -> dict[str, int]:
    """How many objects of each kind were worked on; `decided` and `moved` are orders."""
    return {
        "decided": approval.tick(store),
        "moved": states.tick(store),
        "addresses": addresses.tick(store),
        "claims": claims.tick(store),
        "messages": messages.tick(store),
        "plans": plans.tick(store),
    }
