"""Placing an order: prices, refusals, and that nothing changes when it is refused."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from cms import broker
from integration.models import OutboxMessage
from modules.catalog.prices import amount
from modules.ordering.exchange import order_payload
from modules.ordering.models import Order, OrderLine
from modules.partners.models import AddressState
from tests.factories import partners
from tests.world import client_of

pytestmark = pytest.mark.django_db

ORDERS = "/api/v1/ordering/orders/"
CHECK = "/api/v1/ordering/orders/check/"


def body(world, **changes):
    lines = [
        {"product": world.shared.pk, "packaging": world.box.pk, "quantity": "2"},
        {"product": world.only_a.pk, "packaging": None, "quantity": "1.5"},
    ]
    return {"agreement": world.agreement_a1.pk, "lines": lines} | changes


def place(user, data, key=None, **options):
    return client_of(user, **options).post(ORDERS, data, headers={"Idempotency-Key": key or str(uuid4())})


def nothing_was_placed():
    return not Order.objects.exists() and not OutboxMessage.objects.exists()


def test_check_prices_by_the_agreement_and_writes_nothing(world):
    answer = client_of(world.owner).post(CHECK, body(world))
    assert answer.status_code == 200, answer.content
    said = answer.json()
    assert (said["currency"], said["total"]) == ("KZT", "2675.00")
    assert [line["amount"] for line in said["lines"]] == ["2300.00", "375.00"]
    assert said["warnings"] == []
    assert nothing_was_placed()


def test_check_warns_of_short_stock(world):
    lines = [{"product": world.only_a.pk, "packaging": None, "quantity": "8"}]
    said = client_of(world.owner).post(CHECK, body(world, lines=lines)).json()
    assert [(warning["line"], warning["code"]) for warning in said["warnings"]] == [(0, "short_stock")]


def test_place_stores_the_order_and_queues_it_for_1c(world):
    answer = place(world.owner, body(world, expected_total="2675.00", client_reference="PO-7", comment="Скорее"))
    assert answer.status_code == 201, answer.content
    order = Order.objects.get()
    assert (order.author, order.partner, order.contract) == (world.owner, world.partner_a, world.contract_a1)
    assert (order.total, order.currency.code, order.client_reference) == (Decimal("2675.00"), "KZT", "PO-7")
    assert [line.amount for line in order.lines.all()] == [Decimal("2300.00"), Decimal("375.00")]
    assert OutboxMessage.objects.filter(topic="orders", key=str(order.pk)).count() == 1
    assert answer.json()["exchange"]["state"] == "waiting"


REFERENCE = {"requested_date": "2999-12-31", "client_reference": "PO-7", "comment": "Скорее"}


@pytest.mark.parametrize("language", ["ru", "en", "kk"])
@pytest.mark.parametrize("change", [{}, REFERENCE], ids=["bare", "with everything"])
def test_answer_is_what_the_orders_page_says(world, change, language):
    """It is made of what was priced, not read again; so the two are compared, with the price of a base unit too."""
    lines = [*body(world)["lines"], {"product": world.shared.pk, "packaging": None, "quantity": "0.125"}]
    answer = place(world.owner, body(world, lines=lines, **change), language=language)
    assert answer.status_code == 201, answer.content
    page = client_of(world.owner, language=language).get(f"{ORDERS}{answer.json()['id']}/")
    assert list(answer.json().items()) == list(page.json().items())


def test_answer_of_an_agreement_that_names_little_is_what_the_orders_page_says(world):
    world.agreement_a1.counterparty = world.agreement_a1.contract = None
    world.agreement_a1.save()
    answer = place(world.owner, body(world))
    page = client_of(world.owner).get(f"{ORDERS}{answer.json()['id']}/")
    assert answer.json() == page.json()
    assert answer.json()["contract"] is answer.json()["counterparty"] is None


def test_goods_go_to_a_confirmed_address_of_the_very_client(world):
    answer = place(world.owner, body(world, delivery_address=str(world.address_a.ref)))
    page = client_of(world.owner).get(f"{ORDERS}{answer.json()['id']}/")
    assert answer.json() == page.json()
    assert answer.json()["delivery_address"]["line"] == str(world.address_a)
    assert order_payload(Order.objects.get().pk)["delivery_address"] == str(world.address_a.ref)


def test_foreign_unconfirmed_and_withdrawn_addresses_do_not_exist(world):
    proposed = partners.address(world.consignee_a, state=AddressState.PROPOSED)
    withdrawn = partners.address(world.consignee_a, deleted=True)
    for address in (world.address_b, proposed, withdrawn):
        answer = place(world.owner, body(world, delivery_address=str(address.ref)))
        assert (answer.status_code, list(answer.json()["errors"])) == (400, ["delivery_address"])
    assert nothing_was_placed()


def test_price_kind_or_assortment_of_none_sells_nothing(world):
    for field, product_error in (("price_kind", "no price"), ("segment", "no such product")):
        kept = getattr(world.agreement_a1, field)
        setattr(world.agreement_a1, field, None)
        world.agreement_a1.save()
        answer = place(world.owner, body(world))
        assert product_error in answer.json()["errors"]["lines.1.product"][0]
        setattr(world.agreement_a1, field, kept)
        world.agreement_a1.save()
    assert nothing_was_placed()


def test_a_right_taken_away_is_gone_with_the_next_order(world):
    """What is compiled once is compiled for what a reader holds, not for the reader."""
    assert place(world.head, body(world)).status_code == 201
    world.head.grants.all().delete()
    assert list(place(world.head, body(world)).json()["errors"]) == ["agreement"]
    assert Order.objects.count() == 1


@pytest.mark.parametrize("count", [1, 2, 3, 16, 17])
def test_orders_of_any_length(world, count):
    lines = [{"product": world.shared.pk, "packaging": None, "quantity": str(n)} for n in range(1, count + 1)]
    lines[-1]["product"] = world.only_a.pk
    assert place(world.owner, body(world, lines=lines)).status_code == 201
    found = OrderLine.objects.values_list("position", "product", "quantity")
    assert list(found) == [(n, line["product"], Decimal(line["quantity"])) for n, line in enumerate(lines, 1)]


def test_repeat_with_the_same_key_places_once(world):
    first, second = (place(world.owner, body(world), key="same-key-for-both") for _ in range(2))
    assert first.json()["id"] == second.json()["id"]
    assert Order.objects.count() == 1


def test_price_change_is_told_and_nothing_placed(world):
    answer = place(world.owner, body(world, expected_total="1.00"))
    assert answer.status_code == 409
    assert answer.json()["code"] == "price_changed"
    assert answer.json()["current"]["total"] == "2675.00"
    assert nothing_was_placed()


FOREIGN = {
    "agreement": lambda world: {"agreement": world.agreement_b.pk},
    "lines.0.product": lambda world: {"lines": [{"product": world.only_b.pk, "packaging": None, "quantity": "1"}]},
    "lines.0.packaging": lambda world: {
        "lines": [{"product": world.only_a.pk, "packaging": world.box.pk, "quantity": "1"}]
    },
}
ABSENT = {
    "agreement": {"agreement": 987_654},
    "lines.0.product": {"lines": [{"product": 987_654, "packaging": None, "quantity": "1"}]},
}


@pytest.mark.parametrize("field", FOREIGN)
def test_foreign_key_in_a_post_names_the_field_and_places_nothing(world, field):
    for path in (ORDERS, CHECK):
        answer = client_of(world.owner).post(
            path, body(world, **FOREIGN[field](world)), headers={"Idempotency-Key": str(uuid4())}
        )
        assert answer.status_code == 400
        assert list(answer.json()["errors"]) == [field]
    assert nothing_was_placed()


@pytest.mark.parametrize("field", ABSENT)
def test_foreign_and_absent_are_told_apart_by_nothing(world, field):
    foreign = place(world.owner, body(world, **FOREIGN[field](world))).json()
    absent = place(world.owner, body(world, **ABSENT[field])).json()
    assert foreign["errors"] == absent["errors"]


def test_colleague_cannot_order_by_a_contract_beyond_the_grant(world):
    answer = place(world.colleague, body(world))
    assert list(answer.json()["errors"]) == ["agreement"]
    assert nothing_was_placed()


@pytest.mark.parametrize("person", ["service_full", "service_limited", "admin"])
def test_staff_may_see_orders_but_not_place_them(world, person):
    answer = place(getattr(world, person), body(world))
    assert answer.status_code == 403
    assert nothing_was_placed()


def test_guest_is_asked_to_sign_in(world):
    assert place(None, body(world)).status_code == 401
    assert nothing_was_placed()


WRONG = [
    ({"lines": []}, "lines"),
    ({"lines": [{"product": 1, "quantity": "0"}]}, "lines.0.quantity"),
    ({"lines": [{"product": 1, "quantity": "-3"}]}, "lines.0.quantity"),
    ({"lines": [{"product": 1, "quantity": "1.2345"}]}, "lines.0.quantity"),
    ({"lines": [{"product": 1, "quantity": "много"}]}, "lines.0.quantity"),
    ({"lines": [{"product": "x", "quantity": "1"}]}, "lines.0.product"),
    ({"agreement": None}, "agreement"),
    ({"client_reference": "x" * 51}, "client_reference"),
    ({"requested_date": "2001-01-01"}, "requested_date"),
    ({"requested_date": "завтра"}, "requested_date"),
]


@pytest.mark.parametrize(("change", "field"), WRONG)
def test_wrong_value_names_its_field_in_the_users_language(world, change, field):
    said = {}
    for language in ("ru", "en", "kk"):
        answer = place(world.owner, body(world, **change), language=language)
        assert answer.status_code == 400
        said[language] = answer.json()["errors"]
        assert list(said[language]) == [field]
    assert said["ru"] != said["en"]
    assert said["kk"] != said["en"]
    assert nothing_was_placed()


def test_closed_agreement_is_not_ordered_by(world):
    world.agreement_a1.valid_until = timezone.localdate() - timedelta(days=1)
    world.agreement_a1.save()
    assert list(place(world.owner, body(world)).json()["errors"]) == ["agreement"]


@given(
    price=st.decimals(min_value="0.0001", max_value="99999", places=4),
    quantity=st.decimals(min_value="0.001", max_value="99999", places=3),
)
def test_amount_is_rounded_half_up_to_two_places(price, quantity):
    exact = price * quantity
    rounded = amount(price, quantity)
    assert rounded == rounded.quantize(Decimal("0.01"))
    assert -Decimal("0.005") < exact - rounded <= Decimal("0.005") or rounded - exact == Decimal("0.005")


def test_order_of_ten_lines_is_at_most_20_queries(
    world, django_assert_max_num_queries, django_capture_on_commit_callbacks, monkeypatch
):
    """20 of the 25 that the target allows; a test's own savepoint adds two."""
    lines = [{"product": world.shared.pk, "packaging": world.box.pk, "quantity": str(n)} for n in range(1, 11)]
    client = client_of(world.owner)
    client.post(CHECK, body(world, lines=lines))  # a process learns once what its readers hold
    monkeypatch.setattr(broker, "call", lambda *args, **options: True)
    with django_assert_max_num_queries(22), django_capture_on_commit_callbacks(execute=True):
        client.post(CHECK, body(world, lines=lines))
        answer = client.post(ORDERS, body(world, lines=lines), headers={"Idempotency-Key": str(uuid4())})
    assert answer.status_code == 201
    assert OrderLine.objects.count() == 10


def test_place_with_the_csrf_check_of_a_real_browser(world):
    client = client_of(world.owner, enforce_csrf_checks=True)
    client.get("/api/v1/session/")
    headers = {"Idempotency-Key": str(uuid4()), "X-CSRFToken": client.cookies["csrftoken"].value}
    assert client.post(ORDERS, body(world), headers=headers).status_code == 201
    assert client.post(ORDERS, body(world), headers={"Idempotency-Key": str(uuid4())}).status_code == 403
    assert Order.objects.count() == 1
