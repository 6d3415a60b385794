"""Buyers who do not give up: an order is asked for again, with its key, until it is answered."""

import random
import time
import uuid
from dataclasses import dataclass

import httpx

from modules.ordering.management.commands.smoke import post
from tests.chaos.people import Person

PATIENCE = 120.0  # seconds a buyer goes on asking for one order
PAUSE = (0.1, 0.6)  # seconds between two tries
TRY_AGAIN = (409, 429, 500, 502, 503, 504)


class GaveUp(Exception):
    """An order was not answered in time, or was refused."""


@dataclass(frozen=True)
class Placed:
    """An answered order. `wish` is the client's number, told apart for every order wished for."""

    id: str
    wish: str
    tries: int


class Buyer:
    """One person at several web processes; each try goes to another one."""

    def __init__(self, person: Person, addresses: list[str], chance: random.Random) -> None:
        self.doors = [person.at(address).http for address in addresses]
        self.name, self.chance = person.name, chance
        page = person.get("catalog/products/", page_size=100)
        self.agreement = page["agreement"]["id"]
        self.goods = [
            {"product": product["id"], "packaging": offer["id"]}
            for product in page["results"]
            for offer in product["packagings"]
            if offer["price"]
        ]

    def shop(self, orders: int, seconds: float) -> list[Placed]:
        """Place so many orders, spread over so many seconds."""
        placed = []
        for number in range(orders):
            time.sleep(self.chance.expovariate(orders / seconds))
            placed.append(self.order(f"{self.name}/{number}"))
        return placed

    def order(self, wish: str) -> Placed:
        """Ask until the portal answers. Raises GaveUp."""
        asked = {"agreement": self.agreement, "lines": self._lines(), "client_reference": wish}
        key, deadline, tries, last = str(uuid.uuid4()), time.monotonic() + PATIENCE, 0, None
        while time.monotonic() < deadline:
            tries += 1
            try:
                answer = post(self.chance.choice(self.doors), "ordering/orders/", asked, {"Idempotency-Key": key})
                return Placed(answer["id"], wish, tries)
            except httpx.TransportError as error:
                last = error
            except httpx.HTTPStatusError as error:
                last = f"{error.response.status_code} {error.response.text[:300]}"
                if error.response.status_code not in TRY_AGAIN:
                    break
            time.sleep(self.chance.uniform(*PAUSE))
        raise GaveUp(f"{wish}, asked for {tries} times: {last}")

    def _lines(self) -> list[dict]:
        chosen = self.chance.sample(self.goods, self.chance.randint(1, 6))
        products = {line["product"]: line for line in chosen}  # a product once an order
        return [{**line, "quantity": str(self.chance.randint(1, 4))} for line in products.values()]
