"""The last 24 hours in charts."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integration import overview
from integration.console.charts.drawing import Chart, Series, lined, seconds, stacked
from integration.console.charts.figures import LastDay
from integration.console.pages import ConsolePage

FULL = 100.0  # per cent of the promised age
WIDEST = 300.0


@dataclass(frozen=True)
class AgeBar:
    """An entity's age in per cent of what it may be (None: never loaded); `width`: of the bar, 0 to 100."""

    line: overview.EntityLine
    share: float | None

    @property
    def width(self) -> float:
        return round(min(self.share, WIDEST) / WIDEST * 100, 1) if self.share is not None else 100.0

    @property
    def mark(self) -> float:
        """Where on the bar the promise lies."""
        return round(FULL / WIDEST * 100, 1)


class ActivityPage(ConsolePage):
    template_name = "integration/activity.html"
    section = "exchange_activity"
    page_title = gettext_lazy("Last 24 hours")

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {"charts": charts(LastDay()), "ages": ages()}


def ages() -> list[AgeBar]:
    """The oldest first, by their promise."""
    bars = [
        AgeBar(line, line.age / line.entity.fresh * FULL if line.age is not None else None)
        for line in overview.entities()
    ]
    return sorted(bars, key=lambda bar: -(bar.share if bar.share is not None else float("inf")))


def charts(day: LastDay) -> list[Chart]:
    deliveries, loads = day.deliveries(), day.loads()
    return [
        stacked(
            "deliveries",
            _("Deliveries to 1C"),
            _("Attempts by hour; parked: messages that were given up in that hour and wait for a person."),
            day.hours,
            [
                Series(_("taken by 1C"), "good", deliveries["taken"]),
                Series(_("failed, tried again"), "warn", deliveries["failed"]),
                Series(_("rejected by 1C"), "bad", deliveries["rejected"]),
                Series(_("parked"), "stop", deliveries["parked"]),
            ],
        ),
        _times(
            "delivery", _("Time to delivery"), _("From the portal's promise to 1C's answer."), day, day.delivery_times()
        ),
        _times(
            "answer", _("Time of 1C's answer"), _("One request, as long as 1C took for it."), day, day.answer_times()
        ),
        lined(
            "rate",
            _("Speed of loads, rows a second"),
            _("Of the loads that read anything; the whole load, with 1C's part of it."),
            day.hours,
            [Series(_("rows a second"), "one", loads["rate"])],
        ),
        stacked(
            "rows",
            _("Rows read from 1C"),
            _("All entities together."),
            day.hours,
            [Series(_("rows"), "one", loads["read"])],
        ),
        stacked(
            "errors",
            _("Errors"),
            _("Failed loads and failed attempts to deliver."),
            day.hours,
            [
                Series(_("loads"), "bad", loads["failed"]),
                Series(_("deliveries"), "warn", deliveries["failed"]),
            ],
        ),
        stacked(
            "late",
            _("Older than agreed, minutes"),
            _("Time during which data was older than it may be, all entities together."),
            day.hours,
            [Series(_("minutes"), "warn", day.late())],
        ),
    ]


def _times(key: str, title: str, note: str, day: LastDay, values: dict) -> Chart:
    series = [
        Series(_("half of them within"), "one", values["p50"]),
        Series(_("95 of 100 within"), "two", values["p95"]),
    ]
    return lined(key, title, note, day.hours, series, seconds)
