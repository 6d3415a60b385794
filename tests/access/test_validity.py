"""Grants with a beginning and an end: they begin and lapse by the clock alone, in every reading of access."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from cms.access.audience import audience
from cms.access.checks import allows, visible
from cms.access.holder import forget_all, holder_of
from cms.access.models import Grant
from modules.ordering.models import Order

pytestmark = pytest.mark.django_db

SEE = "ordering.view_order"
DAY = timedelta(days=1)


class Clock:
    def __init__(self, monkeypatch) -> None:
        self.now = timezone.now()
        monkeypatch.setattr("django.utils.timezone.now", lambda: self.now)


@pytest.fixture
def clock(monkeypatch) -> Clock:
    return Clock(monkeypatch)


def sees(user, order) -> bool:
    """By all readings, which must agree."""
    user.refresh_from_db()
    readings = {
        allows(user, SEE, order),
        visible(Order.objects.filter(pk=order.pk), user, SEE).exists(),
        user.pk in audience(SEE, order),
    }
    assert len(readings) == 1
    return readings.pop()


def test_a_delegation_begins_and_lapses_by_itself(world, clock):
    order, deputy = world.strangers_order, world.service_limited
    Grant.objects.create(
        user=deputy, region=world.region_kg.pk, valid_from=clock.now + DAY, valid_until=clock.now + 3 * DAY
    )
    seen = []
    for _ in range(5):
        seen.append(sees(deputy, order))
        clock.now += DAY
    assert seen == [False, True, True, False, False]  # day 3 is the end: no longer
    assert sees(deputy, world.owners_order)  # the grant without an end goes on


def test_the_end_itself_is_over(world, clock):
    Grant.objects.create(user=world.service_limited, region=world.region_kg.pk, valid_until=clock.now + DAY)
    clock.now += DAY - timedelta(microseconds=1)
    assert sees(world.service_limited, world.strangers_order)
    clock.now += timedelta(microseconds=1)
    assert not sees(world.service_limited, world.strangers_order)


def test_what_is_remembered_lasts_until_the_next_turn_only(world, clock, django_assert_num_queries):
    user, order = world.service_limited, world.owners_order
    Grant.objects.create(user=user, region=world.region_kg.pk, valid_until=clock.now + DAY)
    user.refresh_from_db()
    fingerprint = holder_of(user).fingerprint
    with django_assert_num_queries(0):
        assert holder_of(user).until == clock.now + DAY
    clock.now += DAY
    with django_assert_num_queries(3):
        assert holder_of(user).fingerprint != fingerprint
    with django_assert_num_queries(0):
        assert holder_of(user).until is None
    assert sees(user, order)


def test_grants_without_an_end_ask_no_clock(world, monkeypatch):
    holder_of(world.head)
    monkeypatch.setattr("django.utils.timezone.now", lambda: pytest.fail("the clock was asked"))
    assert holder_of(world.head).until is None
    monkeypatch.undo()
    forget_all()


def test_it_ends_after_it_begins(world):
    now = timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        Grant.objects.create(user=world.owner, valid_from=now, valid_until=now)
