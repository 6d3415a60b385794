"""`manage.py smoke`: one order through the running portal, as a buyer's browser would send it."""

import time
import uuid

import httpx
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.access import roles
from cms.demo import PASSWORD, demo_email

ON_ITS_WAY = "placed"


class Command(BaseCommand):
    help = "Signs in to the running portal, orders, waits for 1C's acceptance, prints one line."

    def add_arguments(self, parser):
        parser.add_argument("--url", default=settings.PORTAL_URL, help="where the portal answers")
        parser.add_argument("--email", default=demo_email(roles.BUYER_MANAGER))
        parser.add_argument("--password", default=PASSWORD)
        parser.add_argument("--timeout", type=float, default=60, help="seconds to wait for 1C")

    def handle(self, *args, url, email, password, timeout, **options):
        started = time.monotonic()
        try:
            with httpx.Client(base_url=f"{url.rstrip('/')}/api/v1/", timeout=30) as portal:
                sign_in(portal, email, password)
                order = place(portal)
                order = wait_for_answer(portal, order, started + timeout)
        except httpx.ConnectError as error:
            raise CommandError(f"Nothing answers at {url}: start the portal with `make run`. ({error})") from None
        except httpx.HTTPStatusError as error:
            answer = error.response
            raise CommandError(f"{answer.url} answered {answer.status_code}: {answer.text}") from None
        seconds = time.monotonic() - started
        self.stdout.write(
            f"ok: order {order['number']} of {order['total']} {order['currency']} "
            f"is {order['status']} in 1C as {order['onec_number']} after {seconds:.1f} s"
        )


def sign_in(portal: httpx.Client, email: str, password: str) -> None:
    portal.get("session/").raise_for_status()
    post(portal, "auth/browser/v1/auth/login", {"email": email, "password": password})


def place(portal: httpx.Client) -> dict:
    """Order two of the first product that has a price."""
    page = portal.get("catalog/products/").raise_for_status().json()
    product, offer = next(
        ((product, offer) for product in page["results"] for offer in product["packagings"] if offer["price"]),
        (None, None),
    )
    if product is None:
        raise CommandError("The catalogue shows nothing with a price: has `manage.py onec load` run?")
    lines = [{"product": product["id"], "packaging": offer["id"], "quantity": "2"}]
    asked = {"agreement": page["agreement"]["id"], "lines": lines}
    checked = post(portal, "ordering/orders/check/", asked)
    asked |= {"expected_total": checked["total"], "client_reference": "smoke"}
    return post(portal, "ordering/orders/", asked, {"Idempotency-Key": str(uuid.uuid4())})


def wait_for_answer(portal: httpx.Client, order: dict, until: float) -> dict:
    """The order once 1C has answered; CommandError when it has not in time or says no."""
    while order["status"] == ON_ITS_WAY:
        if time.monotonic() > until:
            raise CommandError(f"1C has not answered in time; the order is {order['exchange']}")
        time.sleep(0.3)
        order = portal.get(f"ordering/orders/{order['id']}/").raise_for_status().json()
    if order["status"] == "rejected":
        raise CommandError(f"1C rejected order {order['number']}: {order['reason']}")
    return order


def post(portal: httpx.Client, path: str, data: dict, headers: dict | None = None) -> dict:
    token = {"X-CSRFToken": portal.cookies.get("csrftoken", ""), "Referer": str(portal.base_url)}
    return portal.post(path, json=data, headers=token | (headers or {})).raise_for_status().json()
