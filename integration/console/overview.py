"""The first page: is 1C there, how old is everything, what waits."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from cms import audit
from integration import conf, overview
from integration.console import actions
from integration.console.access import runners_only
from integration.console.pages import TITLE, ConsolePage, back
from integration.models import Alert, Delivery
from integration.outbox import breaker

SHOWN = [Delivery.WAITING, Delivery.IN_FLIGHT, Delivery.PARKED, Delivery.REJECTED, Delivery.DROPPED, Delivery.DELIVERED]


@dataclass(frozen=True)
class Group:
    """Entities of one channel."""

    title: str
    lines: list[overview.EntityLine]


class OverviewPage(ConsolePage):
    template_name = "integration/overview.html"
    page_title = TITLE

    def get_context_data(self, **kwargs) -> dict:
        lines, queues = overview.entities(), overview.queues()
        return super().get_context_data(**kwargs) | {
            "base": conf.connection().url,
            "groups": grouped(lines),
            "entities": len(lines),
            "late": sum(line.late for line in lines),
            "failing": sum(bool(line.state.error) for line in lines),
            "parked_rows": sum(line.parked for line in lines),
            "queues": [(queue, _numbers(queue)) for queue in queues],
            "statuses": SHOWN,
            "waiting": _total(queues, Delivery.WAITING, Delivery.IN_FLIGHT),
            "parked": _total(queues, Delivery.PARKED),
            "breaker": breaker.state(),
            "alerts": Alert.objects.filter(resolved_at=None).count(),
        }


def grouped(lines: list[overview.EntityLine]) -> list[Group]:
    """By channel, each in load order."""
    titles = {"A": _("Catalogues and documents (OData)"), "B": _("Registers, states and messages (portal service)")}
    groups = [Group(title, [x for x in lines if x.entity.channel.value == code]) for code, title in titles.items()]
    return [group for group in groups if group.lines]


def _numbers(queue: overview.Queue) -> list[tuple[Delivery, int]]:
    return [(status, queue.counts.get(status, 0)) for status in SHOWN]


def _total(queues: list[overview.Queue], *statuses: Delivery) -> int:
    return sum(queue.counts.get(status, 0) for queue in queues for status in statuses)


@runners_only
def probe(request: HttpRequest) -> HttpResponse:
    """Ask 1C now whether it is back, without waiting for the next probe."""
    opened = breaker.state()
    if opened is None:
        messages.info(request, _("1C is not considered away: there is nothing to check."))
    else:
        audit.record(actions.PROBED, label=breaker.NAME)
        _report(request, breaker.probe_now())
    return back(request, "exchange_console")


def _report(request: HttpRequest, answered: bool) -> None:
    if answered:
        messages.success(request, _("1C answers. What waited for it is being sent."))
    else:
        reason = getattr(breaker.state(), "reason", "")
        messages.error(request, _("1C does not answer: %(reason)s") % {"reason": reason})
