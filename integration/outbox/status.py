"""Where an object is on its way to 1C, as its owner is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from integration import conf
from integration.models import Breaker, Delivery, OutboxMessage


@dataclass(frozen=True)
class ExchangeStatus:
    """`state`: waiting | sent | accepted | rejected | parked; `message` is in the active language."""

    state: str
    since: datetime
    attempts: int
    message: str


def status_of(topic: str, keys: Iterable[UUID | str]) -> dict[UUID | str, ExchangeStatus]:
    """Status by key, for the keys that were ever enqueued, under the keys as given; one query."""
    asked = {UUID(str(key)): key for key in keys}
    away = Exists(Breaker.objects.filter(opened_at__isnull=False))
    messages = OutboxMessage.objects.filter(topic=topic, key__in=list(asked)).annotate(away=away)
    return {asked[message.key]: told(message, away=message.away) for message in messages}


def told(message: OutboxMessage, *, away: bool = False) -> ExchangeStatus:
    """What the owner of the message's object is told. `away`: 1C is not called now."""
    state, since = _state(message)
    return ExchangeStatus(state, since, message.attempts, _message(state, since, message, away))


def _state(message: OutboxMessage) -> tuple[str, datetime]:
    unanswered = message.status == Delivery.WAITING and message.error_code == "no_answer"
    if message.status == Delivery.IN_FLIGHT or unanswered:
        return "sent", message.sent_at or message.created_at
    if message.status == Delivery.WAITING:
        return "waiting", message.created_at
    answered = message.answered_at or message.created_at
    states = {
        Delivery.DELIVERED: "accepted",
        Delivery.REJECTED: "rejected",
        Delivery.DROPPED: "rejected",
        Delivery.PARKED: "parked",
    }
    return states[Delivery(message.status)], answered


def _message(state: str, since: datetime, message: OutboxMessage, away: bool) -> str:
    at = formats.date_format(timezone.localtime(since), "SHORT_DATETIME_FORMAT")
    if state == "waiting" and not conf.can_be_called():
        return _("Accepted by the portal. 1C collects it itself.")
    if state == "waiting" and (away or message.error_code):
        return _("Accepted by the portal. 1C is not reachable now; it will be sent by itself.")
    if message.status == Delivery.DROPPED:
        return _("Not handed over to 1C: %(reason)s") % {"reason": message.drop_reason}
    return {
        "waiting": _("Accepted by the portal, will reach 1C shortly."),
        "sent": _("Sent to 1C %(at)s, waiting for its answer.") % {"at": at},
        "accepted": _("Accepted by 1C %(at)s.") % {"at": at},
        "rejected": _("Rejected by 1C: %(reason)s") % {"reason": message.last_error},
        "parked": _("Could not be handed over to 1C. The administrators see it; you can try again."),
    }[state]
