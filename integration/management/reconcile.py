"""`onec reconcile`: compare what the portal holds with what 1C holds, and repair."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from integration import loading, reconciliation, regulation
from integration.models import Compared, LoadKind, Reconciliation
from integration.reconciliation.reports import subjects

HELP = "Compare what the portal holds with what 1C holds, field by field; exit status 1 when they differ."
LINE = "{:<18} {:<10} {:>10} {:>10} {:>8} {:>8} {:>9} {:>8}"


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("entity", nargs="*", help="entities and topics of the regulation; all by default")
    parser.add_argument("--repair", action="store_true", help="load or send again what differs, then compare anew")
    parser.add_argument("--as-is", action="store_true", help="do not load what changed before comparing")


def run(command: BaseCommand, options: dict) -> None:
    command.stdout.write(LINE.format("entity", "compared", "in 1C", "here", "missing", "extra", "different", "seconds"))
    differ = [name for kind, name in _chosen(options["entity"]) if not _reconcile(command, kind, name, options)]
    if differ:
        raise CommandError(f"Portal and 1C differ: {', '.join(differ)}.")


def _chosen(names: list[str]) -> list[tuple[str, str]]:
    known = subjects()
    if unknown := set(names) - {name for _, name in known}:
        raise CommandError(f"Nothing to compare is called {', '.join(sorted(unknown))}.")
    return [(kind, name) for kind, name in known if not names or name in names]


def _reconcile(command: BaseCommand, kind: str, name: str, options: dict) -> bool:
    """Whether they are alike, after the repair if it was asked for."""
    try:
        report = _compared(kind, name, first_changes=not options["as_is"])
        _show(command, report)
        if options["repair"] and report.differences:
            _repair(kind, name)
            report = _compared(kind, name, first_changes=True)
            _show(command, report)
    except (loading.Busy, *loading.FAULTS) as error:
        command.stderr.write(f"{name}: {type(error).__name__}: {error}")
        return False
    return report.is_clean


def _compared(kind: str, name: str, *, first_changes: bool) -> Reconciliation:
    if kind == Compared.DELIVERIES:
        return reconciliation.compare_deliveries(regulation.get_topic(name))
    return reconciliation.compare_rows(regulation.get(name), first_changes=first_changes)


def _repair(kind: str, name: str) -> None:
    if kind == Compared.DELIVERIES:
        reconciliation.compare_deliveries(regulation.get_topic(name), mend=True)
        from integration.outbox import delivery

        delivery.drain()
    else:
        loading.load_one(regulation.get(name), LoadKind.FULL)


def _show(command: BaseCommand, report: Reconciliation) -> None:
    counts = (report.in_onec, report.here, report.missing, report.extra, report.different, report.seconds)
    command.stdout.write(LINE.format(report.name, report.compared, *counts))
    if report.error:
        command.stderr.write(f"{report.name}: {report.error}")
    for sample in report.samples:
        said = "; ".join(f"{field}: {here} here, {there} in 1C" for field, (here, there) in sample["fields"].items())
        command.stdout.write(f"    {sample['kind']} {sample['ref']} {said}".rstrip())
