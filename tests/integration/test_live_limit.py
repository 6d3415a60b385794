"""The credit limit at the check of an order: asked of 1C when it is in doubt, told with its age, never in the way."""

from datetime import timedelta
from decimal import Decimal

import pytest
import redis
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from cms.access.models import RoleLevel
from cms.access.roles import BUYER_MANAGER
from integration.models import ExchangeState
from integration.simulator.testing import free_port
from tests.integration.test_live_stock import check, place
from tests.world import client_of

pytestmark = pytest.mark.django_db

CHECK = "/api/v1/ordering/orders/check/"
HOUR = timedelta(hours=1)


@pytest.fixture
def shop(world, onec, settings, valkey):
    """The portal heard an hour ago that 750,000 are left, and of plenty of stock just now; in 1C 300 are left."""
    settings.REDIS_URL = valkey
    redis.Redis.from_url(valkey).flushall()
    heard("stock", timedelta(0))
    heard("limits", HOUR)
    world.limit_a1  # noqa: B018 (it is made when it is first asked for)
    in_onec(onec, world, available="300.00", overdue="0.00")
    return world


def heard(entity: str, ago: timedelta) -> None:
    ExchangeState.objects.update_or_create(entity=entity, defaults={"checked_at": timezone.now() - ago})


def in_onec(onec, world, **sums: str) -> None:
    key = {"contract": str(world.contract_a1.ref), "currency": str(world.limit_a1.currency.ref)}
    onec.edit("limits", {**key, "limit": "1000.00", "debt": "700.00", "overdue": "0.00", **sums})


def asked(onec, shop) -> int:
    return sum(str(shop.contract_a1.ref) in str(request) for request in onec.log() if "limits" in request["path"])


def test_1c_is_asked_once_in_a_minute_and_told_as_of_now(shop, onec):
    for _ in range(3):
        limit = check(shop)["limit"]
    assert limit["is_live"] is True
    sums = [limit[name] for name in ("limit", "debt", "overdue", "available")]
    assert sums == ["1000.00", "700.00", "0.00", "300.00"]
    assert timezone.now() - parse_datetime(limit["as_of"]) < timedelta(minutes=1)
    assert asked(onec, shop) == 1


def test_an_order_beyond_the_limit_is_warned_of_and_placed(shop):
    said = check(shop)  # 350.50
    (warning,) = said["warnings"]
    assert (warning["line"], warning["code"]) == (None, "over_limit")
    assert "by 50.50 KZT" in warning["message"]
    assert place(shop)["status"] == "placed"


def test_overdue_debt_is_told_in_words(shop, onec):
    in_onec(onec, shop, available="300000.00", overdue="1234567.80")
    (warning,) = check(shop)["warnings"]
    assert warning["code"] == "overdue_debt"
    assert "1,234,567.80 KZT" in warning["message"]


def test_an_order_within_the_limit_is_not_warned_of(shop, onec):
    in_onec(onec, shop, available="350.50")
    assert check(shop)["warnings"] == []


def test_a_young_load_that_leaves_enough_is_not_asked_about(shop, onec):
    heard("limits", timedelta(seconds=20))
    limit = check(shop)["limit"]
    assert (limit["available"], limit["is_live"]) == ("750000.00", False)
    assert asked(onec, shop) == 0


@pytest.mark.parametrize("change", [{"available": Decimal(1)}, {"overdue": Decimal(1)}])
def test_a_young_load_that_would_be_warned_of_is(shop, onec, change):
    heard("limits", timedelta(seconds=20))
    type(shop.limit_a1).objects.filter(pk=shop.limit_a1.pk).update(**change)
    assert check(shop)["limit"]["is_live"] is True
    assert asked(onec, shop) == 1


def test_without_1c_the_last_load_is_told_with_its_age(shop, settings):
    settings.ONEC_URL = f"http://127.0.0.1:{free_port()}/demo"
    limit = check(shop)["limit"]
    assert (limit["available"], limit["is_live"]) == ("750000.00", False)
    assert timezone.now() - parse_datetime(limit["as_of"]) >= HOUR


def test_a_limit_that_cannot_be_read_is_no_answer(shop, onec):
    in_onec(onec, shop, available="a lot")
    assert check(shop)["limit"]["available"] == "750000.00"


def test_who_may_not_see_limits_sees_none_and_1c_is_not_asked(shop, onec):
    RoleLevel.objects.filter(role__code=BUYER_MANAGER, permission="partners.view_limit").delete()
    said = check(shop)
    assert said["limit"] is None and said["warnings"] == []
    assert asked(onec, shop) == 0


def test_a_contract_without_a_limit_has_none(shop, onec):
    lines = [{"product": shop.shared.pk, "packaging": None, "quantity": "1"}]
    data = {"agreement": shop.agreement_a2.pk, "lines": lines}
    said = client_of(shop.colleague).post(CHECK, data).json()
    assert said["limit"] is None


def test_the_question_does_not_depend_on_how_many_lines_there_are(shop, onec):
    lines = [{"product": shop.shared.pk, "packaging": None, "quantity": "0.1"}] * 30
    check(shop, {"agreement": shop.agreement_a1.pk, "lines": lines})
    assert asked(onec, shop) == 1
