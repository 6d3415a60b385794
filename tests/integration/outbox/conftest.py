"""Orders that 1C would take, made of what a load brought."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from integration import loading, outbox
from integration.models import OutboxMessage
from integration.outbox import delivery
from modules.catalog.models import Price, Product
from modules.ordering.models import Order
from modules.partners.models import Agreement
from tests.factories import accounts, ordering


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, base) -> Iterator[None]:
    """The whole base is in the portal, for all tests of a file: each is rolled back to it."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patched:
        patched.setattr(settings, "ONEC_URL", base.base_url)
        patched.setattr(settings, "ONEC_USER", base.auth[0])
        patched.setattr(settings, "ONEC_PASSWORD", base.auth[1])
        base.heal()
        base.reset()
        with transaction.atomic():
            for _entity, _run, error in loading.load():
                assert error is None, error
            yield
            transaction.set_rollback(True)


@pytest.fixture
def make_order(loaded, onec, db) -> Callable[..., Order]:
    """make_order() → an order in the outbox, not yet sent."""
    return order_maker()


@pytest.fixture
def make_committed_order(pull, transactional_db) -> Callable[..., Order]:
    """The same for tests whose threads have connections of their own."""
    pull()
    return order_maker()


def order_maker() -> Callable[..., Order]:
    author = accounts.user()
    agreement = Agreement.objects.filter(deleted=False, status="active", segment__everything=True).first()
    agreement = agreement or Agreement.objects.filter(deleted=False, status="active").first()
    goods = Product.objects.filter(deleted=False, kind="goods")
    price = Price.objects.filter(product__in=goods).select_related("product", "packaging").first()

    def make(quantity: str = "2") -> Order:
        lines = ((price.product, price.packaging, quantity, "10.0000"),)
        order = ordering.order(author, agreement, lines)
        order.lines.update(position=1)
        outbox.enqueue("orders", order.pk, order.version)
        return order

    return make


@pytest.fixture
def message() -> Callable[[Order], OutboxMessage]:
    return lambda order: OutboxMessage.objects.get(topic="orders", key=order.pk)


@pytest.fixture
def send(message) -> Callable[[Order], OutboxMessage]:
    """send(order) → its message after one attempt to deliver it."""

    def once(order: Order) -> OutboxMessage:
        delivery.deliver(message(order).pk)
        return message(order)

    return once


@pytest.fixture
def later() -> Callable[[timedelta], None]:
    """later(timedelta(seconds=40)): as if so much time had passed in the queue and the breaker."""
    from integration.models import Breaker

    def move(passed: timedelta) -> None:
        for waiting in OutboxMessage.objects.all():
            waiting.not_before -= passed
            waiting.lease_until = waiting.lease_until and waiting.lease_until - passed
            waiting.save()
        Breaker.objects.filter(probe_at__isnull=False).update(probe_at=timezone.now() - passed)

    return move
