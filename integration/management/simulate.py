"""`onec simulate`: run a simulated 1C base until interrupted."""

import argparse

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from integration.simulator import __main__ as simulator
from integration.simulator.server import serve

HELP = "Run a simulated 1C base: the seeded one or one that holds the goods of a folder of 1C exports."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The simulator's own options; its data lies in the portal's data folder unless told otherwise."""
    for action in simulator.arguments()._actions:
        if not isinstance(action, argparse._HelpAction):
            parser._add_action(action)
    parser.set_defaults(data_file=str(settings.PORTAL_DATA / "onec.sqlite3"))


def run(command: BaseCommand, options: dict) -> None:
    known = {action.dest for action in simulator.arguments()._actions} - {"help"}
    settings.PORTAL_DATA.mkdir(parents=True, exist_ok=True)
    try:
        serve(**{name: options[name] for name in known})
    except ValueError as error:
        raise CommandError(str(error)) from error
