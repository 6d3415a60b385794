"""What an alert says and what to do about it, in the active language."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from integration import regulation
from integration.models import Alert, AlertKind
from integration.outbox import breaker

ORDER = [AlertKind.AWAY, AlertKind.MESSAGES, AlertKind.ROWS, AlertKind.LATE]


@dataclass(frozen=True)
class Told:
    """An alert in words. `path`: the page of the console where something can be done."""

    alert: Alert
    title: str
    advice: str
    path: str


def told(alert: Alert) -> Told:
    title, advice, path = _WORDS[AlertKind(alert.kind)](alert)
    return Told(alert, title, advice, path)


@dataclass(frozen=True)
class Group:
    """Alerts of one kind, the oldest first, and what to do about all of them."""

    kind: AlertKind
    told: list[Told]
    advice: str


def open_alerts() -> list[Group]:
    """All that are open, by kind; that 1C is away comes first, since the rest may follow from it. Two queries."""
    found = [told(alert) for alert in Alert.objects.filter(resolved_at=None).order_by("since", "pk")]
    of_kind = {kind: [one for one in found if one.alert.kind == kind] for kind in ORDER}
    is_away = breaker.state() is not None
    return [Group(kind, ones, _advice(kind, ones, is_away)) for kind, ones in of_kind.items() if ones]


def _advice(kind: AlertKind, ones: list[Told], is_away: bool) -> str:
    if kind == AlertKind.LATE and is_away:
        return _("1C does not answer now. When it does, the data is brought up to date by itself.")
    return ones[0].advice


def _late(alert: Alert) -> tuple[str, str, str]:
    return (
        _("Data is older than agreed: %(title)s") % {"title": _entity(alert.subject)},
        _(
            "Open its page and read the last error. If there is none, see whether the worker runs and whether a load "
            "has been under way for long; then load the changes by hand."
        ),
        _page_of_entity(alert.subject),
    )


def _away(alert: Alert) -> tuple[str, str, str]:
    return (
        _("1C does not answer"),
        _(
            "See that the base and its publication run and that the password of the portal's user is right. Orders are "
            "accepted and wait, nothing is lost; everything goes on by itself as soon as 1C answers."
        ),
        reverse("exchange_console"),
    )


def _messages(alert: Alert) -> tuple[str, str, str]:
    title = ngettext(
        "%(count)s delivery to 1C is parked: %(title)s", "%(count)s deliveries to 1C are parked: %(title)s", alert.count
    )
    return (
        title % {"count": alert.count, "title": _topic(alert.subject)},
        _("Read each error, correct the cause in 1C and send again; drop with a reason what 1C need not get."),
        f"{reverse('exchange_queue')}?status=parked&topic={alert.subject}",
    )


def _rows(alert: Alert) -> tuple[str, str, str]:
    title = ngettext(
        "%(count)s row of 1C is parked: %(title)s", "%(count)s rows of 1C are parked: %(title)s", alert.count
    )
    return (
        title % {"count": alert.count, "title": _entity(alert.subject)},
        _("Each says what is wrong. Correct it in 1C, or the profile; a good version takes its place by itself."),
        f"{reverse('exchange_parked')}?entity={alert.subject}",
    )


_WORDS = {
    AlertKind.LATE: _late,
    AlertKind.AWAY: _away,
    AlertKind.MESSAGES: _messages,
    AlertKind.ROWS: _rows,
}


def _entity(name: str) -> str:
    try:
        return str(regulation.get(name).title)
    except regulation.UnknownEntity:
        return name


def _page_of_entity(name: str) -> str:
    return reverse("exchange_entity", args=[name])


def _topic(name: str) -> str:
    return next((str(topic.title) for topic in regulation.topics() if topic.name == name), name)
