"""The tabs of the console."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from integration.console.access import VIEW


@dataclass(frozen=True)
class Section:
    """`url_name`: the address it leads to, and what a page names as its `section`. `permission`: who is shown it."""

    url_name: str
    title: str | Promise
    permission: str = VIEW


SECTIONS = [
    Section("exchange_console", _("Overview")),
    Section("exchange_alerts", _("Alerts")),
    Section("exchange_activity", _("Last 24 hours")),
    Section("exchange_queue", _("Queue to 1C")),
    Section("exchange_pushed", _("From 1C")),
    Section("exchange_parked", _("Parked rows")),
    Section("exchange_loads", _("Loads")),
    Section("exchange_reconciliation", _("Reconciliation")),
    Section("exchange_caches", _("Caches")),
    Section("exchange_tokens", _("Tokens"), "integration.manage_tokens"),
]
