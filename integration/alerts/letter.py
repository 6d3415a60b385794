"""The letter about alerts that have come and gone."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.accounts import mails
from cms.accounts.letters import Letter
from integration.alerts.readers import Reader
from integration.alerts.wording import Told, told
from integration.models import Alert


def send(reader: Reader, begun: list[int], ended: list[int]) -> None:
    """Write to one reader. Whatever resolved itself before the letter was written is told as it is now."""
    alerts = Alert.objects.in_bulk({*begun, *ended})
    new = [alerts[key] for key in begun if key in alerts]
    over = [alerts[key] for key in ended if key in alerts]
    mails.send(reader, lambda _reader: letter(new, over))


def letter(new: list[Alert], over: list[Alert]) -> Letter:
    return Letter(
        subject=_subject(new, over),
        paragraphs=(*(_begun(told(alert)) for alert in new), *(_ended(told(alert)) for alert in over)),
        action=_("Alerts of the exchange"),
        link=f"{settings.PORTAL_URL}{reverse('exchange_alerts')}",
        closing=_("On the same page you say whether you want these letters. At most one an hour comes of each kind."),
    )


def _subject(new: list[Alert], over: list[Alert]) -> str:
    if not new:
        return _("Exchange with 1C: all right again") if not _open() else _("Exchange with 1C: alerts that are over")
    said = ngettext("Exchange with 1C: %(number)s alert", "Exchange with 1C: %(number)s alerts", len(new))
    return said % {"number": len(new)}


def _open() -> bool:
    return Alert.objects.filter(resolved_at=None).exists()


def _begun(one: Told) -> str:
    return _("%(title)s (since %(since)s). %(advice)s") % {
        "title": one.title,
        "since": _moment(one.alert.since),
        "advice": one.advice,
    }


def _ended(one: Told) -> str:
    return _("Over: %(title)s (from %(since)s to %(until)s).") % {
        "title": one.title,
        "since": _moment(one.alert.since),
        "until": _moment(one.alert.resolved_at),
    }


def _moment(at) -> str:
    return date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT")
