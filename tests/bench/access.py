"""A page of orders for somebody with 500 grants, beside the same page for somebody who sees all orders."""

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import timedelta

from tests.bench.figures import Figure, ratio_at_least

ORDERS, GRANTS, PAGE, TIMES = 100_000, 500, 50, 40


def measure() -> Iterator[Figure]:
    from modules.ordering.models import Order
    from modules.ordering.selectors import RELATED, orders_for
    from tests.bench.database import know_the_data

    fill()
    know_the_data()
    user = person()
    everything = Order.objects.select_related(*RELATED).order_by("-placed_at", "pk")
    bare, narrowed = in_turns(lambda: list(everything[:PAGE]), lambda: list(orders_for(user)[:PAGE]))
    note = f"{1000 * narrowed:.1f} ms beside {1000 * bare:.1f} ms"
    yield Figure(
        "orders seen by 500 grants, page of 50", 1 / narrowed, "pages/s", 1 / bare, (ratio_at_least(0.5),), note
    )


def fill() -> None:
    """100,000 orders of all partners, a minute apart."""
    from django.contrib.auth import get_user_model
    from django.utils import timezone

    from modules.ordering.models import Order
    from modules.partners.models import Agreement

    author = get_user_model().objects.create_user("author@bench.example")
    agreements = list(Agreement.objects.select_related("price_kind__currency", "currency").exclude(partner=None))
    now = timezone.now()
    Order.objects.bulk_create(
        (order_of(agreements[at % len(agreements)], author, at, now - timedelta(minutes=at)) for at in range(ORDERS)),
        batch_size=5_000,
    )


def order_of(agreement, author, number: int, placed_at):
    from modules.ordering.models import Order

    return Order(
        number=f"B{number:07}",
        author=author,
        partner_id=agreement.partner_id,
        counterparty_id=agreement.counterparty_id,
        contract_id=agreement.contract_id,
        agreement=agreement,
        currency=agreement.price_currency,
        total=number,
        placed_at=placed_at,
    )


def person():
    """A limited manager of half of the partners, each of them granted in several ways."""
    from django.contrib.auth import get_user_model

    from cms.access.models import Grant, Role
    from cms.access.roles import SERVICE_MANAGER_LIMITED
    from modules.partners.models import Contract, Partner

    user = get_user_model().objects.create_user("limited@bench.example")
    user.groups.add(Role.objects.get(code=SERVICE_MANAGER_LIMITED).group_id)
    partners = list(Partner.objects.order_by("pk"))
    partners = partners[: max(1, len(partners) // 2)]
    ways = [{"partner": partner.pk} for partner in partners]
    ways += [{"partner": partner.pk, "region": partner.region_id} for partner in partners]
    contracts = Contract.objects.filter(partner__in=partners).values_list("pk", "partner_id")
    ways += [{"contract": contract} for contract, _ in contracts]
    ways += [{"contract": contract, "partner": partner} for contract, partner in contracts]
    Grant.objects.bulk_create(Grant(user=user, **ways[at % len(ways)]) for at in range(GRANTS))
    return user


def in_turns(*jobs: Callable) -> list[float]:
    """Median seconds of each; they take turns, so that what disturbs the machine disturbs them alike."""
    times: list[list[float]] = [[] for _ in jobs]
    for _ in range(TIMES):
        for job, found in zip(jobs, times, strict=True):
            started = time.perf_counter()
            job()
            found.append(time.perf_counter() - started)
    return [statistics.median(found) for found in times]
