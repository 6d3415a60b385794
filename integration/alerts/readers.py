"""Who gets the letters, and in which language."""

from dataclasses import asdict, dataclass

from django.conf import settings
from django.contrib.auth import get_user_model

from cms.access.checks import allows
from cms.accounts import mails
from integration.models import AlertReader

VIEW = "integration.view_exchange"


@dataclass(frozen=True)
class Reader:
    """As `cms.accounts.mails.send` wants a reader."""

    email: str
    name: str
    language: str


def readers() -> list[Reader]:
    """People who asked for letters and may see the exchange, and the addresses of EXCHANGE_ALERT_MAIL; once each."""
    users = get_user_model().objects
    asked = users.filter(pk__in=AlertReader.objects.values("user"), is_active=True)
    found = {user.email.lower(): _of(user) for user in asked if allows(user, VIEW)}
    addresses = [address.strip() for address in settings.EXCHANGE_ALERT_MAIL if address.strip()]
    known = {user.email.lower(): _of(user) for user in users.filter(email__in=addresses)}
    for address in addresses:
        found.setdefault(address.lower(), known.get(address.lower()) or _stranger(address))
    return list(found.values())


def _of(user) -> Reader:
    return Reader(user.email, user.name, user.language)


def _stranger(address: str) -> Reader:
    return Reader(address, address, settings.LANGUAGE_CODE)


def write_later(reader: Reader, begun: list[int], ended: list[int]) -> None:
    """Have the worker write to the reader about these alerts."""
    from integration.tasks import mail_alerts

    mails.later(mail_alerts, asdict(reader), begun, ended)


def wants(user) -> bool:
    return AlertReader.objects.filter(user=user).exists()


def choose(user, wanted: bool) -> None:
    if wanted:
        AlertReader.objects.get_or_create(user=user)
    else:
        AlertReader.objects.filter(user=user).delete()
