"""Every operation of the API stands in the table and lets in whom the table says; refused, it changes nothing."""

import json

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import mail

from cms.access.levels import Level
from cms.access.models import Grant, RoleLevel
from cms.access.roles import BUYER_HEAD
from integration.models import OutboxMessage
from modules.analytics.models import SalesPlan
from modules.chat.models import Chat, ChatReader, Message
from modules.claims.models import Claim, ClaimHistory
from modules.notifications.models import Notification, Receipt
from modules.ordering.models import Order, OrderHistory
from modules.partners.models import ClientContact, Consignee, DeliveryAddress, StaffInvitation
from tests.access.api_endpoints import ENDPOINTS, PEOPLE
from tests.world import client_of

pytestmark = pytest.mark.django_db

REFUSALS = (401, 403, 404)
PROPOSALS = {"/consignees/": "consignee_a", "/addresses/": "address_a", "/contacts/": "contact_a"}
NAMED = {"/claims/": "owners_claim", "/chats/": "chat_a", "/notifications/": "notification_a", "/plans/": "plan_a"}


def operations() -> set[str]:
    paths = json.loads((settings.BASE_DIR / "frontend" / "schema.json").read_text())["paths"]
    methods = ("get", "post", "put", "patch", "delete")
    return {f"{method.upper()} {path}" for path, item in paths.items() for method in methods if method in item}


def address_of(world, path: str) -> str:
    if "/orders/" in path:
        return path.replace("{id}", str(world.owners_order.pk))
    for part, name in NAMED.items():
        if part in path:
            return path.replace("{id}", str(getattr(world, name).pk))
    for part, name in PROPOSALS.items():
        if part in path:
            return path.replace("{id}", str(getattr(world, name).ref))
    known = world.only_a if "/products/" in path else world.colleague
    return path.replace("{id}", str(known.pk)).replace("{token}", "nobodys-token")


def ask(world, person: str, operation: str) -> int:
    method, path = operation.split()
    client = client_of(None if person == "guest" else getattr(world, person))
    data = None if method == "GET" else {}
    query = "?locale=en&path=/en/" if "/content/" in path else ""
    return client.generic(method, address_of(world, path) + query, json.dumps(data), "application/json").status_code


def kept() -> list:
    """What no refused request may change."""
    business = (Order, OrderHistory, Claim, ClaimHistory, Chat, Message, ChatReader, Notification, Receipt, SalesPlan)
    proposals = (Consignee, DeliveryAddress, ClientContact)
    tables = (*business, *proposals, OutboxMessage, Grant, StaffInvitation)
    people = list(get_user_model().objects.order_by("pk").values("pk", "is_active", "language", "password", "groups"))
    return [*(list(table.objects.order_by("pk").values()) for table in tables), people, len(mail.outbox)]


def stands_above_the_colleague(world) -> None:
    """The head has all that the colleague has, of the tests' own module too: nobody acts on somebody beyond them."""
    RoleLevel.objects.filter(role__code=BUYER_HEAD, permission="dummy_module.view_note").update(level=Level.OWN)


def test_no_operation_is_missing_from_the_table():
    assert set(ENDPOINTS) == operations()


@pytest.mark.parametrize("operation", ENDPOINTS)
def test_operation_lets_in_whom_the_table_says(world, operation):
    stands_above_the_colleague(world)
    signs = dict(zip(PEOPLE, ENDPOINTS[operation].split(), strict=True))
    for path in ("/orders/", *NAMED, *PROPOSALS):  # makes what addresses name, before what is kept is looked at
        address_of(world, path)
    before, wrong = kept(), []
    for person in (person for person, sign in signs.items() if sign == "."):
        status = ask(world, person, operation)
        wrong += [(person, status)] if status not in REFUSALS else []
    assert kept() == before
    for person in (person for person, sign in signs.items() if sign == "+"):
        status = ask(world, person, operation)
        wrong += [(person, status)] if status in REFUSALS or status >= 500 else []
    assert wrong == []
