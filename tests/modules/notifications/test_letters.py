"""Letters about what somebody was told: in their language, once, not to who reads it first or wants none."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from modules.notifications import mails
from modules.notifications.models import Preference, Receipt
from modules.notifications.services import notify
from modules.ordering import notices  # noqa: F401 (words the notification)
from tests.factories import talks
from tests.world import client_of

pytestmark = pytest.mark.django_db
PREFERENCES = "/api/v1/notifications/preferences/"


@pytest.fixture
def pass_(monkeypatch):
    """pass_(minutes=2): the clock of the letters goes on."""
    gone = {"now": timezone.now()}

    def forward(**time):
        gone["now"] += timedelta(**time)
        return mails.mail_due()

    monkeypatch.setattr(mails.timezone, "now", lambda: gone["now"])
    return forward


def addressed() -> list[str]:
    return sorted(address for letter in mail.outbox for address in letter.to)


def test_each_is_told_once_in_their_own_language(world, pass_):
    world.owner.language = "ru"
    world.owner.save()
    order = world.owners_order
    params = {"number": order.number, "status": "accepted", "reason": ""}
    notify(partner=world.partner_a, code="order_moved", params=params, path=f"/cabinet/orders/{order.pk}")
    assert pass_(seconds=30) == 0  # they may be reading it
    assert pass_(minutes=1) == 2 and pass_(minutes=1) == 0
    by_address = {letter.to[0]: letter for letter in mail.outbox}
    assert by_address.keys() == {world.owner.email, world.head.email}
    assert by_address[world.head.email].subject.startswith(f"Order {order.number}")
    assert by_address[world.owner.email].subject.startswith(f"Заказ {order.number}")
    assert f"/en/cabinet/orders/{order.pk}" in by_address[world.head.email].body


def test_several_make_one_letter(world, pass_):
    for subject in ("Shipped", "Paid"):
        talks.notification(world.partner_a, world.owner, subject=subject)
    assert pass_(minutes=2) == 1
    [letter] = mail.outbox
    assert "Shipped" in letter.body and "Paid" in letter.body and "/en/cabinet/notifications" in letter.body


def test_who_has_read_it_wants_none_or_may_not_see_it_gets_none(world, pass_):
    talks.notification(world.partner_a, world.owner, world.head, world.stranger)
    Receipt.objects.filter(user=world.head).update(read_at=timezone.now())
    Preference.objects.create(user=world.owner, by_mail=False)
    assert pass_(minutes=2) == 0 and mail.outbox == []


def test_the_blocked_and_the_late_get_none(world, pass_):
    world.owner.is_active = False
    world.owner.save()
    talks.notification(world.partner_a, world.owner, world.head)
    assert pass_(days=2) == 0 and mail.outbox == []


def test_what_1c_tells_of_the_past_is_not_mailed(world, pass_):
    talks.notification(world.partner_a, world.owner, created_at=timezone.now() - timedelta(days=2))
    assert pass_(minutes=2) == 0 and mail.outbox == []


def test_a_letter_that_failed_is_sent_later(world, pass_, monkeypatch):
    talks.notification(world.partner_a, world.owner)
    with monkeypatch.context() as broken:
        broken.setattr(mails.mails, "send", _fail)
        assert pass_(minutes=2) == 0
    assert pass_(minutes=1) == 1 and addressed() == [world.owner.email]


def _fail(*args, **facts):
    raise ConnectionRefusedError("the mail server is away")


def test_everybody_turns_their_own_letters_off_and_on(world):
    client = client_of(world.owner)
    assert client.get(PREFERENCES).json() == {"by_mail": True}
    assert client.put(PREFERENCES, {"by_mail": False}).json() == {"by_mail": False}
    assert client.get(PREFERENCES).json() == {"by_mail": False}
    assert client_of(world.head).get(PREFERENCES).json() == {"by_mail": True}
    assert client.put(PREFERENCES, {}).status_code == 400
    assert [row.by_mail for row in Preference.objects.all()] == [False]
