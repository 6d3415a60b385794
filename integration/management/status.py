"""`onec status`: where the exchange stands, entity by entity, and the queue to 1C."""

from argparse import ArgumentParser
from datetime import datetime, timedelta

from django.core.management.base import BaseCommand
from django.utils import timezone

from integration import conf, overview
from integration.outbox import breaker

HELP = "Show where the exchange stands: age against target, marks, rows, parked rows, the queue, errors."
LINE = "{:<16} {:>12} {:>12} {:>10} {:>8} {:>9} {:>7}  {:<24} {}"


def add_arguments(parser: ArgumentParser) -> None:
    """Nothing to choose."""


def run(command: BaseCommand, options: dict) -> None:
    out = command.stdout
    known = f"1C at {conf.connection().url}"
    out.write(known if conf.can_be_called() else "1C is not called (ONEC_URL is empty): it pushes and fetches itself")
    out.write(LINE.format("entity", "full", "change", "age", "target", "rows", "parked", "mark", "error"))
    for line in overview.entities():
        late = command.style.WARNING if line.late else str
        out.write(late(LINE.format(*_cells(line))))
    for queue in overview.queues():
        counts = ", ".join(f"{status} {number}" for status, number in queue.counts.items()) or "empty"
        out.write(f"queue {queue.topic}: {counts}")
    opened = breaker.state()
    if opened:
        out.write(command.style.ERROR(f"1C is away since {clock(opened.opened_at)}: {opened.reason}"))


def _cells(line: "overview.EntityLine") -> tuple:
    state = line.state
    return (
        line.entity.name,
        clock(state.last_full_at),
        clock(state.last_change_at),
        span(line.age),
        span(line.entity.fresh),
        state.rows,
        line.parked,
        state.mark[:24],
        state.error[:120],
    )


def clock(moment: datetime | None) -> str:
    """Time of today, date of another day."""
    if moment is None:
        return "never"
    local = timezone.localtime(moment)
    return f"{local:%H:%M:%S}" if local.date() == timezone.localdate() else f"{local:%d.%m %H:%M}"


def span(length: timedelta | None) -> str:
    """A length of time in its largest whole unit."""
    if length is None:
        return "-"
    seconds = int(length.total_seconds())
    for unit, size in (("d", 86_400), ("h", 3600), ("min", 60)):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"
