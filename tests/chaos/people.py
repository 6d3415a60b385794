"""A person at the portal's public API, as their browser would be."""

import uuid
from functools import cached_property

import httpx

from modules.ordering.management.commands.smoke import post, sign_in
from tests.chaos.population import PASSWORD, email_of
from tests.chaos.waiting import eventually


class Person:
    """Signed in at the portal of this address."""

    def __init__(self, url: str, name: str) -> None:
        self.name = name
        self.http = _browser(url)
        sign_in(self.http, email_of(name), PASSWORD)

    def at(self, url: str) -> "Person":
        """The same person with the same session at another web process."""
        other = object.__new__(Person)
        other.name, other.http = self.name, _browser(url)
        other.http.cookies.update(self.http.cookies)
        return other

    @property
    def session_key(self) -> str:
        return self.http.cookies["sessionid"]

    def get(self, path: str, **query) -> dict:
        return self.http.get(path, params=query).raise_for_status().json()

    def is_signed_in(self) -> bool:
        return (self.get("session/")["user"] or {}).get("email") == email_of(self.name)

    @cached_property
    def basket(self) -> dict:
        """The agreement and one line: two of the first product that has a price."""
        page = self.get("catalog/products/")
        offers = [(product, offer) for product in page["results"] for offer in product["packagings"] if offer["price"]]
        product, offer = offers[0]
        line = {"product": product["id"], "packaging": offer["id"], "quantity": "2"}
        return {"agreement": page["agreement"]["id"], "lines": [line]}

    def order(self, key: str = "", **more) -> dict:
        """Place the basket, or other `lines`; the order as answered. `key`: the Idempotency-Key, else a new one."""
        asked = more if "lines" in more else self.basket | more
        return post(self.http, "ordering/orders/", asked, {"Idempotency-Key": key or str(uuid.uuid4())})

    def sees(self, order: dict) -> dict:
        return self.get(f"ordering/orders/{order['id']}/")

    def sees_soon(self, order: dict, status: str, within: float = 30) -> dict:
        """The order as soon as it has this status."""

        def shown() -> dict | None:
            seen.append(self.sees(order))
            return seen[-1] if seen[-1]["status"] == status else None

        seen: list[dict] = []
        try:
            return eventually(shown, within, f"order {order['number']} is {status}")
        except AssertionError as error:
            raise AssertionError(f"{error}; it is {seen[-1]['status']}: {seen[-1]['exchange']}") from None


def _browser(url: str) -> httpx.Client:
    return httpx.Client(base_url=f"{url}/api/v1/", timeout=30, trust_env=False)
