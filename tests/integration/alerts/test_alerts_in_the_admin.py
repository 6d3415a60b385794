"""Alerts in the Wagtail admin: on its first page, on the console's, and the letters one asks for."""

import pytest
from django.urls import reverse
from django.utils import timezone

from integration.client import Unavailable
from integration.models import Alert, AlertReader
from integration.outbox import breaker


@pytest.fixture
def away(db) -> Alert:
    return Alert.objects.create(kind="away", subject="onec", since=timezone.now())


@pytest.mark.parametrize(("person", "shown"), [("admin", True), ("service_full", True), ("service_limited", False)])
def test_the_first_page_shows_open_alerts_to_whom_they_concern(world, admin_of, away, person, shown):
    client = admin_of(getattr(world, person))
    assert ("1C does not answer" in client.get(reverse("wagtailadmin_home")).content.decode()) is shown
    Alert.objects.update(resolved_at=timezone.now())
    assert "1C does not answer" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_page_of_alerts_tells_what_to_do_and_what_is_over(world, admin_of, away):
    now = timezone.now()
    for kind, subject in (("late", "prices"), ("messages", "orders"), ("rows", "stock"), ("late", "of-a-module-gone")):
        Alert.objects.create(kind=kind, subject=subject, count=3, since=now, resolved_at=now)
    text = admin_of(world.service_full).get(reverse("exchange_alerts")).content.decode()
    for shown in ("password of the portal", "older than agreed: Prices", "3 deliveries", "3 rows", "of-a-module-gone"):
        assert shown in text


def test_data_that_is_old_because_1c_is_away_is_told_together_below_it(world, admin_of, away):
    breaker.open_for(Unavailable("503"))
    for subject in ("prices", "stock"):
        Alert.objects.create(kind="late", subject=subject, since=timezone.now() - timezone.timedelta(minutes=9))
    client = admin_of(world.service_full)
    text = client.get(reverse("exchange_alerts")).content.decode()
    assert text.index("1C does not answer") < text.index("older than agreed: Prices") < text.index("agreed: Stock")
    assert text.count("brought up to date by itself") == 1 and "see whether the worker runs" not in text
    breaker.close()
    assert "see whether the worker runs" in client.get(reverse("exchange_alerts")).content.decode()


def test_somebody_asks_for_the_letters_and_asks_no_longer(world, admin_of):
    client, address = admin_of(world.service_full), reverse("exchange_alert_letters")
    for _ in range(2):
        client.post(address, {"wanted": "1"})
        assert list(AlertReader.objects.values_list("user", flat=True)) == [world.service_full.pk]
    client.post(address, {"wanted": "0"})
    assert not AlertReader.objects.exists()


@pytest.mark.parametrize("person", ["service_limited", "owner", "stranger"])
def test_who_may_not_see_the_exchange_gets_no_letters_about_it(world, admin_of, person):
    answer = admin_of(getattr(world, person)).post(reverse("exchange_alert_letters"), {"wanted": "1"})
    assert answer.status_code in (302, 403)
    assert not AlertReader.objects.exists()
