"""`onec load`: load entities with a progress bar and a line of what came of each."""

import time
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from integration import conf, loading, regulation
from integration.client import OneCError
from integration.models import LoadKind

HELP = "Load from 1C: what changed, or everything where nothing was loaded yet."
LINE = "{:<16} {:<8} {:>10} {:>10} {:>8} {:>8} {:>8}"


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("entity", nargs="*", help="entities of the regulation; all by default")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--full", dest="kind", action="store_const", const=LoadKind.FULL, help="everything anew")
    how.add_argument("--changes", dest="kind", action="store_const", const=LoadKind.CHANGES, help="what changed")
    parser.add_argument(
        "--let-go", action="store_true", help="let go of the rows 1C does not list, even if they are most of them"
    )


def run(command: BaseCommand, options: dict) -> None:
    """Exit status 1 when an entity could not be loaded."""
    try:
        entities = regulation.in_order(options["entity"])
    except regulation.UnknownEntity as error:
        raise CommandError(str(error)) from error
    command.stdout.write(LINE.format("entity", "kind", "read", "changed", "removed", "parked", "seconds"))
    failed = [name for name in _load(command, [entity.name for entity in entities], options) if name]
    if failed:
        raise CommandError(f"Not loaded: {', '.join(failed)}.")


def _load(command: BaseCommand, names: list[str], options: dict):
    """Load and report one by one; yields the names of those that failed."""
    with tqdm(unit=" rows", leave=False, disable=None) as bar:
        started = time.monotonic()
        for entity, done, error in loading.load(
            names, options["kind"], lambda entity: _advance(bar, entity), let_go=options["let_go"]
        ):
            seconds = time.monotonic() - started
            bar.clear()
            if done is not None:
                line = (entity.name, done.kind, done.read, done.changed, done.removed, done.parked, f"{seconds:.2f}")
                command.stdout.write(LINE.format(*line))
            else:
                command.stderr.write(f"{entity.name}: {_explained(error)}")
                yield entity.name
            started = time.monotonic()


def _advance(bar: tqdm, entity: regulation.Entity):
    bar.set_description(entity.name)
    return bar.update


def _explained(error: Exception) -> str:
    if isinstance(error, loading.Busy):
        return "is being loaded by another process now; try again when it is done."
    if isinstance(error, loading.Ended):
        return "ended early; what was read is kept."
    if isinstance(error, OneCError):
        return f"{error.advice} ({conf.connection().url}: {error})"
    return str(error)
